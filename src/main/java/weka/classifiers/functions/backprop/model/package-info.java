/**
 * The trained model: what a scheme saves, predicts with and exports. Depends on {@code encode}, {@code train} (for the
 * history of training) and {@code network}; knows neither how it was trained nor who uses it.
 */
package weka.classifiers.functions.backprop.model;
