/**
 * The options of the schemes: declared once as annotated properties, read and described for any of Weka's option
 * handlers, and turned into hyperparameters and the other parts of a session's specification. Depends on
 * {@code session} and the rooms below it.
 */
package weka.classifiers.functions.backprop.options;
