package weka.classifiers.functions.backprop.session;

import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import weka.classifiers.functions.backprop.encode.ClassEncoder;
import weka.classifiers.functions.backprop.encode.InputScaling;
import weka.classifiers.functions.backprop.network.HiddenLayer;
import weka.classifiers.functions.backprop.network.Loss;
import weka.classifiers.functions.backprop.train.DivergedException;
import weka.classifiers.functions.backprop.train.Hyperparameters;
import weka.core.Instance;

/**
 * What a session is to train: all that it needs to know of a scheme.
 *
 * @param hiddenLayers of the network
 * @param loss with the output that belongs to it
 * @param inputScaling of numeric and date attributes
 * @param classEncoder fits the encoder of the class to training instances
 * @param weighting gives the weight of an instance in training, by all training instances
 * @param validation how much is held out
 * @param hyperparameters of training; their seed is also that of the initial weights and of what is held out
 * @param refit whether a second network is trained on all data for as many epochs as were best
 * @param historyFile to which the history of training is written; an empty path: none
 * @param fixedOptions values, by property, of the options that can't change when training is resumed
 */
public record Specification(List<HiddenLayer> hiddenLayers, Loss loss, InputScaling inputScaling,
    Function<List<Instance>, ClassEncoder> classEncoder,
    Function<List<Instance>, ToDoubleFunction<Instance>> weighting, ValidationSplit validation,
    Hyperparameters hyperparameters, boolean refit, File historyFile, Map<String, String> fixedOptions) {

  /** What to tell of a training that diverged. */
  String explain(DivergedException e) {
    return e.getMessage() + " Lower the learning rate (option -L, learningRate), which is "
        + hyperparameters.learningRate().initial() + ", or scale the inputs (option -I, inputScaling).";
  }
}
