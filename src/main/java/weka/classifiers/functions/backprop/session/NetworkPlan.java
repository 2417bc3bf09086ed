package weka.classifiers.functions.backprop.session;

import java.util.List;
import weka.classifiers.functions.backprop.encode.InputEncoding;
import weka.classifiers.functions.backprop.model.MemberKind;
import weka.classifiers.functions.backprop.network.HiddenLayer;
import weka.classifiers.functions.backprop.train.Hyperparameters;

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
}
