package weka.classifiers.functions.backprop.export;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Texts as JSON. */
final class Json {

  private Json() {
  }

  /** An array of strings. */
  static String array(List<String> texts) {
    return texts.stream().map(Json::string).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String string(String text) {
    StringBuilder json = new StringBuilder("\"");
    text.chars().forEach(c -> {
      if (c == '"' || c == '\\') {
        json.append('\\').append((char) c);
      } else if (c < ' ') {
        json.append(String.format(Locale.ROOT, "\\u%04x", c));
      } else {
        json.append((char) c);
      }
    });
    return json.append('"').toString();
  }
}
