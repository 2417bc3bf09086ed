/** Compares the schemes for streams with their peers and with training on whole data sets. */
package weka.classifiers.functions.backprop.streams;
