package weka.backprop.spark;

/**
 * Random numbers of rows, uniform from 0 to 1: a hash of a seed, the partition of the data, and the row's place in it,
 * so that whoever repeats it gets the same ones.
 */
enum RowNumber {

  /** By which rows are dealt out to the partitions that train. */
  PARTITION,

  /** By which rows are held out. */
  HELD_OUT,

  /** By which rows are sampled. */
  SAMPLE;

  /** SplitMix64's mixing of a seed, the partition of the data, the row's place in it, and what the number is for. */
  double of(long seed, int source, long row) {
    long z = seed + 0x9E3779B97F4A7C15L * (row + 1) + 0xD1342543DE82EF95L * (source + 1)
        + 0xAF251AF3B0F025B5L * ordinal();
    for (int k = 0; k < 2; k++) {
      z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
      z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
      z ^= z >>> 31;
    }
    return (z >>> 11) * 0x1p-53;
  }
}
