package weka.classifiers.functions.backprop.explain;

/**
 * How a prediction comes about: prediction = base + Σ contributions of the attributes, up to rounding.
 *
 * @param base what is predicted for the baseline
 * @param prediction what is predicted for the instance
 * @param values contributions of the attributes, 0 for the class [attributes]
 * @param errors standard errors of the contributions; all 0 if they are not estimated [attributes]
 */
public record Contributions(double base, double prediction, double[] values, double[] errors) {
}
