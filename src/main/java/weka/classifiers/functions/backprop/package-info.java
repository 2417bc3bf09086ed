/**
 * What both schemes share towards Weka: its contract of a classifier, its command line and its documentation. All work
 * is done in the rooms below, which data pass in this order: {@code options}, {@code session}, {@code encode},
 * {@code train}, {@code network}, {@code kernel}; and on the way out {@code model} and {@code export}. No room depends
 * on one above it; an architecture test sees to that.
 */
package weka.classifiers.functions.backprop;
