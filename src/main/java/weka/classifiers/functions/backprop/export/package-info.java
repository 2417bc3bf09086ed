/**
 * A trained model in other forms: text, graph, Java source, PMML and ONNX. Every exporter takes a
 * {@link weka.classifiers.functions.backprop.model.Model}. Depends on {@code model} and the rooms below it; on
 * {@code kernel} only to learn how it rounds.
 */
package weka.classifiers.functions.backprop.export;
