package weka.classifiers.functions.backprop.encode;

/**
 * Encoded instances without their zeros.
 *
 * @param columns of each row's values, ascending [instances × non-zeros]
 * @param values in these columns [instances × non-zeros]
 */
public record SparseRows(int[][] columns, float[][] values) {
}
