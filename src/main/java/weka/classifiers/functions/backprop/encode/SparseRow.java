package weka.classifiers.functions.backprop.encode;

/**
 * An encoded instance without its zeros.
 *
 * @param columns ascending
 * @param values of these columns, as many
 */
record SparseRow(int[] columns, float[] values) {
}
