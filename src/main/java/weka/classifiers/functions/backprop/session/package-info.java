/**
 * A training from data to a model: check, encode, hold out, train, refit, report. Depends on {@code view} (for the
 * training monitor and the picture of the learning curve), {@code model}, {@code encode}, {@code train} and
 * {@code network}; is told by a {@link weka.classifiers.functions.backprop.session.Specification} what to train, and
 * never calls back into the scheme.
 */
package weka.classifiers.functions.backprop.session;
