/**
 * From Weka's instances to a network's rows of floats, and from its outputs to predictions.
 *
 * <p>{@link weka.classifiers.functions.backprop.encode.UsableInstances} checks training data and selects from them;
 * {@link weka.classifiers.functions.backprop.encode.InputEncoder} and
 * {@link weka.classifiers.functions.backprop.encode.ClassEncoder} are fitted to them and kept with the model, together
 * a {@link weka.classifiers.functions.backprop.encode.DataEncoding};
 * {@link weka.classifiers.functions.backprop.encode.Holdout} divides them; and
 * {@link weka.classifiers.functions.backprop.encode.EncodedExamples} gives them to a trainer.
 * {@link weka.classifiers.functions.backprop.encode.HeaderCheck} compares the attributes of data to predict. The
 * encoding of a stream comes from {@link weka.classifiers.functions.backprop.encode.RunningStatistics}.
 *
 * <p>Depends on Weka's core and, for the rows of examples, on the network. Knows neither options nor training.
 */
package weka.classifiers.functions.backprop.encode;
