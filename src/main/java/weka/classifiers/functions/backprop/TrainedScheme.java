package weka.classifiers.functions.backprop;

import java.io.EOFException;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.StreamCorruptedException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import weka.classifiers.functions.backprop.encode.HeaderCheck;
import weka.classifiers.functions.backprop.export.Blueprint;
import weka.classifiers.functions.backprop.export.NetworkGraph;
import weka.classifiers.functions.backprop.export.TextReport;
import weka.classifiers.functions.backprop.train.History;
import weka.core.AdditionalMeasureProducer;
import weka.core.Drawable;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.WekaException;

/** What the classifier and the regressor do with a model once they have one: predict with it and describe it. */
public abstract class TrainedScheme extends BackpropOptions implements AdditionalMeasureProducer, Drawable {

  private static final long serialVersionUID = 1L;

  private Model model;
  /** A training instance, for a worked prediction; not saved, lest a model give away training data. */
  private transient Instance example;
  /** Of the data that were predicted last. */
  private transient volatile HeaderCheck checked;

  /** The model as it is; null if there is none. */
  Model model() {
    return model;
  }

  void setModel(Model model) {
    this.model = model;
  }

  /** Keeps a copy of a training instance, which doesn't hold on to the others. */
  void setExample(Instance instance) {
    example = (Instance) instance.copy();
    example.setDataset(instance.dataset().stringFreeStructure());
  }

  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    readFields(in);
  }

  /** Reads a saved scheme's fields. Where they end too early, Java's own exceptions speak of a "null" or of blocks. */
  static void readFields(ObjectInputStream in) throws IOException, ClassNotFoundException {
    try {
      in.defaultReadObject();
    } catch (EOFException | StreamCorruptedException e) {
      throw (IOException) new InvalidObjectException("The saved model is truncated or damaged.").initCause(e);
    }
  }

  /** The class distribution, or the predicted value of a numeric class. */
  @Override
  public double[] distributionForInstance(Instance instance) throws WekaException, InterruptedException {
    return builtFor(instance.dataset()).predict(List.of(instance))[0];
  }

  /** The same for each of a set of instances; faster than one by one. */
  @Override
  public double[][] distributionsForInstances(Instances instances) throws WekaException, InterruptedException {
    return builtFor(instances).predict(instances);
  }

  @Override
  public boolean implementsMoreEfficientBatchPrediction() {
    return true;
  }

  /** The model that was built. */
  Model built() throws WekaException {
    if (model == null) {
      throw new WekaException(getClass().getSimpleName() + " has no model yet: call buildClassifier first.");
    }
    return model;
  }

  /**
   * The model that was built, for data to predict.
   *
   * @param data null if an instance belongs to none: then nothing but its width can be checked
   * @throws WekaException if there is no model, or it was trained on other attributes
   */
  Model builtFor(Instances data) throws WekaException {
    Model built = built();
    HeaderCheck last = checked;
    if (data != null && (last == null || !last.covers(built.header(), data))) {
      checked = HeaderCheck.of(built.header(), data);
    }
    return built;
  }

  @Override
  public Enumeration<String> enumerateMeasures() {
    return Collections.enumeration(Arrays.stream(Measure.values()).map(Measure::property).toList());
  }

  /**
   * A figure about the model, for the Experimenter.
   *
   * @return NaN if there is no model yet
   * @throws IllegalArgumentException if there is no measure of that name
   */
  @Override
  public double getMeasure(String name) {
    for (Measure measure : Measure.values()) {
      if (measure.property().equalsIgnoreCase(name)) {
        return model == null ? Double.NaN : measure.of(model);
      }
    }
    throw new IllegalArgumentException(name + " is no measure of " + getClass().getSimpleName() + ".");
  }

  /** The course of the training of the model; null if there was nothing to train. */
  public History history() throws WekaException {
    return built().history();
  }

  /** What there is to write down of the model. */
  Blueprint blueprint() throws WekaException {
    return built().blueprint(getClass().getSimpleName(), example);
  }

  @Override
  public int graphType() {
    return Drawable.BayesNet;
  }

  /** The network as Weka draws it, with the learning curve for our own window beside it. */
  @Override
  public String graph() throws WekaException {
    Model built = built();
    return NetworkGraph.of(built.header(), built.inputs(), built.network(), built.history());
  }

  /** The model, readable at a glance; with formulas, weights and a worked prediction if debug information is on. */
  @Override
  public String toString() {
    if (model == null) {
      return getClass().getSimpleName() + ": no model built yet.";
    }
    return TextReport.of(model.inputs(), model.network(), model.history(), model.refitted(), getOptions(),
        getDebug() ? model.blueprint(getClass().getSimpleName(), example) : null);
  }
}
