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
  PARAMETERS("measureParameters", model -> model.sole().network().parameterCount()),

  /** How often divergence has lowered the learning rate. */
  LEARNING_RATE_REDUCTIONS("measureLearningRateReductions",
      model -> count(model, History::learningRateReductions));

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

  private static double last(Model model, ToDoubleFunction<Epoch> figure) {
    History history = model.history();
    return history == null || history.size() == 0 ? Double.NaN : figure.applyAsDouble(history.last());
  }
}
