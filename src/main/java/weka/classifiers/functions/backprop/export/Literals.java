package weka.classifiers.functions.backprop.export;

import java.util.List;
import java.util.Locale;

/**
 * Numbers and texts as string literals of a Java method. A class file allows a method 64 KB of code, a literal 64 KB
 * and a class 65,535 constants, so a network's weights can't be array initializers; as a few long literals of digits
 * they can.
 */
final class Literals {

  /** Ends every text of a table of texts. */
  static final char END = '\0';

  /** Most literals of a table that has a line for each row; more rows share lines. */
  private static final int LINES = 1000;
  /** Most characters of a literal: none takes more than three bytes in a class file. */
  private static final int LENGTH = 20_000;

  private Literals() {
  }

  /**
   * A method that returns rows one behind the other.
   *
   * @param name of the method
   * @param rows texts of the rows, each with a separator at its end
   * @param comments what to say of each row, as many
   */
  static String method(String name, List<String> rows, String[] comments) {
    StringBuilder source = new StringBuilder();
    source.append("  private static String ").append(name).append("() {\n    return String.join(\"\"");
    int together = (rows.size() + LINES - 1) / LINES;
    for (int from = 0; from < rows.size(); from += together) {
      int to = Math.min(rows.size(), from + together);
      append(source, String.join("", rows.subList(from, to)), comments[from] + (to - from > 1 ? " ..." : ""));
    }
    return source.append(");\n  }\n").toString();
  }

  private static void append(StringBuilder source, String text, String comment) {
    for (int from = 0; from < text.length(); from += LENGTH) {
      source.append(",\n        ").append(quoted(text.substring(from, Math.min(text.length(), from + LENGTH))));
    }
    // A comment runs to the end of its line, so the comma of the next literal stands below it.
    source.append(" /* ").append(commented(comment)).append(" */");
  }

  /** A string literal in ASCII. */
  static String quoted(String text) {
    StringBuilder literal = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') {
        literal.append('\\').append(c);
      } else if (c < ' ') {
        // Three digits, so that a digit behind it isn't taken for part of it.
        literal.append(String.format(Locale.ROOT, "\\%03o", (int) c));
      } else if (c > '~') {
        literal.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        literal.append(c);
      }
    }
    return literal.append('"').toString();
  }

  /** Text for a comment, without what would end it or be taken for an escape. */
  static String commented(String text) {
    return text.replaceAll("[^ -~]", "?").replace('\\', '/').replace("*/", "* /");
  }
}
