package weka.classifiers.functions.backprop.model;

import static weka.classifiers.functions.backprop.train.History.Epoch;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import weka.classifiers.functions.backprop.train.History;

/** Figures about a model that Weka's Experimenter shows as columns. Without a training its losses are NaN. */
public enum Measure {

  /** Epochs that ran. */
  EPOCHS("measureEpochs", model -> count(model, History::size)),

  /** Epoch whose weights the model has. */
  BEST_EPOCH("measureBestEpoch", model -> count(model, History::bestEpoch)),

  /** Mean loss of a training instance in the last epoch. */
  TRAINING_LOSS("measureTrainingLoss", model -> last(model, Epoch::loss)),

  /** Mean loss of an instance held out, after the last epoch. */
  VALIDATION_LOSS("measureValidationLoss", model -> last(model, Epoch::validationLoss)),

  /** Weights and biases. */
  PARAMETERS("measureParameters",
      model -> model.members().stream().mapToLong(member -> member.network().parameterCount()).sum()),

  /** How often divergence has lowered the learning rate. */
  LEARNING_RATE_REDUCTIONS("measureLearningRateReductions",
      model -> model.history() == null ? 0
          : model.members().stream().mapToInt(member -> member.history().learningRateReductions()).sum()),

  /** Networks that were trained. */
  NETWORKS("measureNetworks", model -> model.members().size()),

  /** Instances by which the next four are measured: those that were held out. */
  HELD_OUT_INSTANCES("measureHeldOutInstances", model -> estimate(model, HeldOutEstimate::instances)),

  /** Percentage of them whose label is predicted. */
  HELD_OUT_ACCURACY("measureHeldOutAccuracy", model -> estimate(model, HeldOutEstimate::accuracy)),

  /** Mean of -ln p of the label's probability p. */
  HELD_OUT_LOG_LOSS("measureHeldOutLogLoss", model -> estimate(model, HeldOutEstimate::logLoss)),

  /** Root relative squared error of a numeric class, a percentage. */
  HELD_OUT_RRSE("measureHeldOutRRSE", model -> estimate(model, HeldOutEstimate::rootRelativeSquaredError)),

  /** Root mean squared error of a numeric class, in its unit. */
  HELD_OUT_RMSE("measureHeldOutRMSE", model -> estimate(model, HeldOutEstimate::rootMeanSquaredError));

  private final String property;
  private final ToDoubleFunction<Model> value;

  Measure(String property, ToDoubleFunction<Model> value) {
    this.property = property;
    this.value = value;
  }

  /** The measure of a name, in any case of letters. */
  public static Optional<Measure> parse(String name) {
    return Arrays.stream(values()).filter(measure -> measure.property.equalsIgnoreCase(name)).findFirst();
  }

  /** Its name in Weka's Experimenter. */
  public String property() {
    return property;
  }

  /** Its value for a model. */
  public double value(Model model) {
    return value.applyAsDouble(model);
  }

  private static double count(Model model, ToIntFunction<History> figure) {
    return model.history() == null ? 0 : figure.applyAsInt(model.history());
  }

  private static double estimate(Model model, ToDoubleFunction<HeldOutEstimate> figure) {
    return model.estimate() == null ? Double.NaN : figure.applyAsDouble(model.estimate());
  }

  private static double last(Model model, ToDoubleFunction<Epoch> figure) {
    History history = model.history();
    return history == null || history.size() == 0 ? Double.NaN : figure.applyAsDouble(history.last());
  }
}
