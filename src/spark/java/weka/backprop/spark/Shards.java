package weka.backprop.spark;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import weka.classifiers.functions.backprop.network.Examples;
import weka.classifiers.functions.backprop.network.InputRows;
import weka.classifiers.functions.backprop.train.Shard;

/** Puts the blocks of a partition together; the rows stay where they are. */
final class Shards {

  private Shards() {
  }

  /**
   * The data of a partition.
   *
   * @param outputs number of labels; 0 for a numeric class
   * @param heldOut the fold that is held out
   */
  static Shard of(Iterator<RowBlock> blocks, int outputs, int heldOut) {
    List<RowBlock> training = new ArrayList<>();
    List<RowBlock> validation = new ArrayList<>();
    while (blocks.hasNext()) {
      RowBlock block = blocks.next();
      (block.fold == heldOut ? validation : training).add(block);
    }
    float[][] oneHot = new float[outputs][outputs];
    for (int label = 0; label < outputs; label++) {
      oneHot[label][label] = 1;
    }
    return new Shard(examples(training, oneHot), examples(validation, oneHot));
  }

  private static Examples examples(List<RowBlock> blocks, float[][] oneHot) {
    int size = blocks.stream().mapToInt(RowBlock::size).sum();
    int[][] columns = new int[size][];
    float[][] values = new float[size][];
    float[][] targets = new float[size][];
    double[] weights = new double[size];
    int i = 0;
    for (RowBlock block : blocks) {
      for (int k = 0; k < block.size(); k++, i++) {
        columns[i] = block.columns == null ? null : block.columns[k];
        values[i] = block.values[k];
        targets[i] = oneHot.length == 0 ? new float[] {block.targets[k]} : oneHot[(int) block.targets[k]];
        weights[i] = block.weights == null ? 1 : block.weights[k];
      }
    }
    return new Examples(new InputRows(columns, values), targets, weights);
  }
}
