/**
 * Learning from a stream, instance by instance: running statistics, a mini-batch that fills up, a bounded replay
 * buffer, a training step. Depends on {@code model}, {@code encode}, {@code train} and {@code network}; knows nothing
 * of the training of whole data sets, nor of the scheme.
 */
package weka.classifiers.functions.backprop.stream;
