package weka.classifiers.functions.backprop.train;

/** Epochs of which the first losses are of spoilt networks. */
final class SpoiltEpochs implements Epochs {

  private int spoilt;

  SpoiltEpochs(int spoilt) {
    this.spoilt = spoilt;
  }

  @Override
  public Sample sample() {
    throw new UnsupportedOperationException();
  }

  @Override
  public double lossOfZeros() {
    return 1;
  }

  @Override
  public void restart() {
    // Nothing is kept.
  }

  @Override
  public void open() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Losses train(int epoch, double learningRate, Continuation continuation) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean validates() {
    return false;
  }

  @Override
  public double trainingLoss() {
    return spoilt-- > 0 ? 1e9 : 1;
  }

  @Override
  public double validationLoss() {
    return Double.NaN;
  }

  @Override
  public double validationScore() {
    return Double.NaN;
  }

  @Override
  public double priorLoss() {
    return 1;
  }

  @Override
  public long fingerprint() {
    return 0;
  }
}
