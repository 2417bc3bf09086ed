package weka.classifiers.functions.backprop.session;

import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import weka.classifiers.functions.backprop.encode.ClassEncoder;
import weka.classifiers.functions.backprop.network.Loss;
import weka.classifiers.functions.backprop.train.DivergedException;
import weka.core.Instance;

/**
 * What a session is to train: all that it needs to know of a scheme.
 *
 * @param networks gives the plans of the networks, one or more, by the number of training instances
 * @param loss with the output that belongs to it
 * @param classEncoder fits the encoder of the class to training instances
 * @param weighting gives the weight of an instance in training, by all training instances
 * @param validation how much is held out
 * @param seed of what is held out
 * @param threads that several networks are trained on at once, 1 or more
 * @param refit whether a second network is trained on all data for as many epochs as were best
 * @param historyFile to which the history of training is written; an empty path: none
 * @param fixedOptions values, by property, of the options that can't change when training is resumed
 */
public record Specification(IntFunction<List<NetworkPlan>> networks, Loss loss,
    Function<List<Instance>, ClassEncoder> classEncoder,
    Function<List<Instance>, ToDoubleFunction<Instance>> weighting, ValidationSplit validation, long seed, int threads,
    boolean refit, File historyFile, Map<String, String> fixedOptions) {

  /** What to tell of a training with that initial learning rate that diverged. */
  static String explain(DivergedException e, double learningRate) {
    return e.getMessage() + (e.isDueToLearningRate()
        ? " Lower the learning rate (option -L, learningRate), which is " + learningRate
            + ", or scale the inputs (option -I, inputScaling)."
        : " Scale the inputs (option -I, inputScaling), or remove extreme values.");
  }
}
