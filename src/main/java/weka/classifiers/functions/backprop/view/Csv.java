package weka.classifiers.functions.backprop.view;

/** A table as CSV (RFC 4180), with line feeds alone. */
final class Csv {

  private final StringBuilder text = new StringBuilder();

  /** A table with the names of its columns. */
  Csv(Object... header) {
    row(header);
  }

  /** Adds a row; null and NaN are left empty. */
  Csv row(Object... cells) {
    for (int k = 0; k < cells.length; k++) {
      text.append(k == 0 ? "" : ",").append(cell(cells[k]));
    }
    text.append('\n');
    return this;
  }

  private static String cell(Object value) {
    if (value == null || value instanceof Double number && number.isNaN()) {
      return "";
    }
    String cell = value.toString();
    return cell.matches("(?s).*[\",\\n\\r].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
