package weka.classifiers.functions.backprop.train;

import java.io.Serializable;
import java.util.function.Consumer;

/** Machines that hold a training's data, in partitions that stay the same from call to call. */
public interface Cluster {

  /** Number of partitions. */
  int partitions();

  /**
   * Runs a task on each partition, in any order and as many at a time as there is room for.
   *
   * @param state what all tasks start from
   * @param results takes the result of each partition, in the partitions' order
   * @throws InterruptedException if the thread was interrupted
   */
  <R extends Serializable> void run(ShardTask<R> task, FlatState state, Consumer<R> results)
      throws InterruptedException;
}
