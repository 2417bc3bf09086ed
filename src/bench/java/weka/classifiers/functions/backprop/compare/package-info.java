/**
 * Our schemes beside Weka's on many data sets, by Weka's Experimenter: {@code Compare} makes and reads the data, keeps
 * every cross-validation in a file, and writes the tables. {@code Settings} tells what can be set.
 */
package weka.classifiers.functions.backprop.compare;
