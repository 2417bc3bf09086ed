package weka.classifiers.functions.backprop.session;

import java.util.List;
import java.util.SplittableRandom;
import weka.classifiers.functions.backprop.encode.DataEncoding;
import weka.classifiers.functions.backprop.encode.InputEncoding;
import weka.classifiers.functions.backprop.encode.NumericClass;
import weka.classifiers.functions.backprop.model.MemberKind;
import weka.classifiers.functions.backprop.network.HiddenLayer;
import weka.classifiers.functions.backprop.network.Loss;
import weka.classifiers.functions.backprop.network.Network;
import weka.classifiers.functions.backprop.train.Hyperparameters;
import weka.classifiers.functions.backprop.train.TrainingState;

/**
 * How one network is trained.
 *
 * @param kind of a committee's member
 * @param group number of the fold that is held out, counted from 0
 * @param folds into which the training data are divided; 0: no folds, but what the session's split holds out
 * @param inputEncoding of numeric and date attributes
 * @param hiddenLayers of the network
 * @param hyperparameters of training; their seed is also that of the initial weights
 */
public record NetworkPlan(MemberKind kind, int group, int folds, InputEncoding inputEncoding,
    List<HiddenLayer> hiddenLayers, Hyperparameters hyperparameters) {

  /** A network with random weights. */
  Network untrained(DataEncoding encoding, Loss loss) {
    return Network.create(encoding.inputs().width(), hiddenLayers, encoding.classEncoder().outputs(), loss,
        new SplittableRandom(hyperparameters.seed()));
  }

  /** The state before the first epoch. */
  TrainingState begin(DataEncoding encoding, Loss loss) {
    TrainingState state = new TrainingState(untrained(encoding, loss), hyperparameters.optimizer());
    if (encoding.classEncoder() instanceof NumericClass numeric) {
      state.history().nameScores("RMSE", numeric.scaling().unscale(1) - numeric.scaling().unscale(0));
    } else {
      state.history().nameScores("accuracy (%)", 100);
    }
    return state;
  }
}
