package weka.classifiers.functions.backprop.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Rows some columns of which are kept apart, as whole rows. */
public final class KeptApart {

  private KeptApart() {
  }

  /**
   * A whole row.
   *
   * @param width number of columns
   * @param apart number of columns that must be kept apart
   */
  public static float[] row(RowSource rows, int instance, int width, int apart) {
    MiniBatch batch = new MiniBatch(1);
    rows.read(instance, batch, 0);
    InputRows inputs = batch.inputs();
    float[] row = new float[width];
    for (int k = 0; k < inputs.columns()[0].length; k++) {
      row[inputs.columns()[0][k]] = inputs.values()[0][k];
    }
    assertEquals(apart, inputs.denseColumns().size());
    for (int k = 0; k < apart; k++) {
      assertEquals(0, row[inputs.denseColumns().column(k)]);
      row[inputs.denseColumns().column(k)] = inputs.dense()[0][k];
    }
    return row;
  }
}
