package weka.classifiers.functions.backprop.network;

/** Where the inputs of examples come from: rows in memory, or instances that are encoded whenever they are needed. */
@FunctionalInterface
public interface RowSource {

  /**
   * Sets a row of a mini-batch to the inputs of an instance.
   *
   * @param instance index of the instance
   * @param batch modified
   * @param row of the mini-batch
   */
  void read(int instance, MiniBatch batch, int row);
}
