package weka.classifiers.functions.backprop.network;

/**
 * What a hidden layer is to be.
 *
 * @param units number of units, 1 or more
 * @param activation of all its units
 */
public record HiddenLayer(int units, Activation activation) {
}
