/**
 * The options of the schemes: declared once as annotated properties, read and described for any of Weka's option
 * handlers, and turned into the hyperparameters of a training. Depends on the rooms from {@code encode} downwards.
 */
package weka.classifiers.functions.backprop.options;
