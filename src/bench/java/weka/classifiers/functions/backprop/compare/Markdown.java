package weka.classifiers.functions.backprop.compare;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A table with a title, as Markdown. */
public final class Markdown {

  private final StringBuilder text = new StringBuilder();

  /** A table without rows. */
  public Markdown(String title, List<String> columns) {
    text.append(title).append("\n\n");
    row(columns);
    text.append("|---".repeat(columns.size())).append("|\n");
  }

  /** Adds a row. */
  public Markdown row(List<?> cells) {
    text.append(cells.stream().map(Object::toString).collect(Collectors.joining(" | ", "| ", " |\n")));
    return this;
  }

  /** A number with so many decimals. */
  public static String number(double value, int decimals) {
    return String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }

  @Override
  public String toString() {
    return text + "\n";
  }
}
