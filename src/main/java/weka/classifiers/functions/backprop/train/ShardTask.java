package weka.classifiers.functions.backprop.train;

import java.io.Serializable;

/**
 * Work on one partition of a cluster. Its result depends on its arguments alone, so that a cluster may run it twice.
 *
 * @param <R> type of the result: a class of arrays and numbers, which every serializer can copy
 */
public interface ShardTask<R extends Serializable> extends Serializable {

  /**
   * Does the work.
   *
   * @param partition number of the partition
   * @param state the driver's; not modified
   * @param shard the partition's data; not modified
   */
  R run(int partition, FlatState state, Shard shard) throws InterruptedException;
}
