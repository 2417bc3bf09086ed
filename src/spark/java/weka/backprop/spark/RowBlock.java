package weka.backprop.spark;

import java.io.Serial;
import java.io.Serializable;

/**
 * Encoded rows on their way to a partition, and in it: arrays only, which every serializer of Spark copies fast. Its
 * rows are either all dense or all sparse.
 */
final class RowBlock implements Serializable {

  @Serial
  private static final long serialVersionUID = 1L;

  /** Columns of a sparse row's values, ascending [rows × non-zeros]; null for dense rows. */
  final int[][] columns;
  /** Dense rows, or the values of sparse ones [rows × inputs or non-zeros]. */
  final float[][] values;
  /** Number of the class's label, or the scaled target [rows]. */
  final float[] targets;
  /** Weights of the rows [rows]; null if all are 1. */
  final double[] weights;
  /** The fold that the rows belong to. */
  final int fold;

  RowBlock(int[][] columns, float[][] values, float[] targets, double[] weights, int fold) {
    this.columns = columns;
    this.values = values;
    this.targets = targets;
    this.weights = weights;
    this.fold = fold;
  }

  int size() {
    return targets.length;
  }
}
