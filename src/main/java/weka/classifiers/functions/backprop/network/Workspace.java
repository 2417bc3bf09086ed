package weka.classifiers.functions.backprop.network;

/** Scratch space for one part of the work on a mini-batch, which one thread at a time does. */
final class Workspace {

  private float[] joined = {};
  private final SparseColumns columns = new SparseColumns();

  /** Room for so many values of several rows, one behind the other. */
  float[] joined(int length) {
    if (joined.length < length) {
      joined = new float[length];
    }
    return joined;
  }

  /** Room for the columns of sparse rows. */
  SparseColumns columns() {
    return columns;
  }
}
