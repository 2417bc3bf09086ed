package weka.backprop.spark;

import java.io.Serial;
import java.io.Serializable;
import org.apache.spark.Partitioner;

/** Where a block of rows comes from and where it belongs: sorted, the blocks of a partition are always in one order. */
final class BlockKey implements Comparable<BlockKey>, Serializable {

  @Serial
  private static final long serialVersionUID = 1L;

  private final int target;
  private final int source;
  private final int number;

  /** Block {@code number} that partition {@code source} of the data sends to partition {@code target}. */
  BlockKey(int target, int source, int number) {
    this.target = target;
    this.source = source;
    this.number = number;
  }

  @Override
  public int compareTo(BlockKey other) {
    int order = Integer.compare(target, other.target);
    order = order != 0 ? order : Integer.compare(source, other.source);
    return order != 0 ? order : Integer.compare(number, other.number);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BlockKey key && compareTo(key) == 0;
  }

  @Override
  public int hashCode() {
    return (target * 31 + source) * 31 + number;
  }

  /** Sends blocks where they belong. */
  static final class ByTarget extends Partitioner {

    @Serial
    private static final long serialVersionUID = 1L;

    private final int partitions;

    ByTarget(int partitions) {
      this.partitions = partitions;
    }

    @Override
    public int numPartitions() {
      return partitions;
    }

    @Override
    public int getPartition(Object key) {
      return ((BlockKey) key).target;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof ByTarget same && same.partitions == partitions;
    }

    @Override
    public int hashCode() {
      return partitions;
    }
  }
}
