package weka.classifiers.functions.backprop.fuzz;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.StringJoiner;
import weka.core.Instances;

/**
 * Random data as an ARFF file: what a failing test prints is what it was given.
 *
 * @param columns attributes; more than there are draws in a row see the same ones again
 * @param classIndex from 0; -1 if no attribute is the class
 * @param zeroPercent part of the values, but not of the class, that are 0
 */
record DataSet(List<Column> columns, int classIndex, int zeroPercent, List<Row> rows) {

  /** Draws of which a cell is made are less: three digits for the value, two for a zero, two for a missing value. */
  static final int DRAWS = 10_000_000;

  /**
   * An instance.
   *
   * @param sparse whether it is stored without its zeros
   * @param draws one for each column, from 0 up to {@link #DRAWS}
   */
  record Row(String weight, boolean sparse, List<Integer> draws) {
  }

  /** The data, of which every call reads new ones. */
  Instances instances() {
    try {
      Instances data = new Instances(new StringReader(arff()));
      data.setClassIndex(classIndex);
      return data;
    } catch (IOException e) {
      throw new IllegalStateException(arff(), e);
    }
  }

  Column classColumn() {
    return columns.get(Math.max(0, classIndex));
  }

  private String arff() {
    StringJoiner lines = new StringJoiner("\n", "", "\n").add("@relation fuzz");
    for (int a = 0; a < columns.size(); a++) {
      lines.add(columns.get(a).declaration("a" + a));
    }
    lines.add("@data");
    rows.forEach(row -> lines.add(line(row)));
    return lines.toString();
  }

  private String line(Row row) {
    StringJoiner cells = row.sparse ? new StringJoiner(",", "{", "}") : new StringJoiner(",");
    for (int a = 0; a < columns.size(); a++) {
      String cell = cell(a, row.draws.get(a % row.draws.size()));
      if (!row.sparse) {
        cells.add(cell);
      } else if (!cell.equals(zero(a))) {
        cells.add(a + " " + cell);
      }
    }
    return cells + (row.weight.equals("1") ? "" : ",{" + row.weight + "}");
  }

  private String cell(int a, int draw) {
    Column column = columns.get(a);
    if (draw / 1000 % 100 >= 100 - column.missingPercent()) {
      return "?";
    }
    boolean zero = a != classIndex && column.canBeZero() && draw / 100_000 < zeroPercent;
    return zero ? zero(a) : column.value(draw % 1000);
  }

  private String zero(int a) {
    return columns.get(a).type() == Column.Type.NUMERIC ? "0.0" : "l0";
  }

  @Override
  public String toString() {
    return "class index " + classIndex + " in\n" + arff();
  }
}
