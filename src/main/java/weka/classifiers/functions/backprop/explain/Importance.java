package weka.classifiers.functions.backprop.explain;

/**
 * How much a classifier needs an attribute.
 *
 * @param attribute index of the attribute
 * @param mean growth of the loss when the attribute's values are shuffled
 * @param deviation standard deviation of that growth among the shuffles; 0 for one shuffle
 */
public record Importance(int attribute, double mean, double deviation) {
}
