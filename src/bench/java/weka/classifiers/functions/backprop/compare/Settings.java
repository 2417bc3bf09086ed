package weka.classifiers.functions.backprop.compare;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What the system properties comparison.* ask for. */
final class Settings {

  private Settings() {
  }

  /** Where results and tables go, and made data. */
  static Path folder() {
    return Path.of(text("folder", "target/comparison"));
  }

  /** The folder of the made data sets. */
  static Path madeData() {
    return folder().resolve("data");
  }

  /** Folders of ARFF files, by default the made ones. */
  static List<Path> data() {
    List<String> folders = list("data");
    return folders.isEmpty() ? List.of(madeData()) : folders.stream().map(Path::of).toList();
  }

  /** Ten-fold cross-validations of each scheme on each set. */
  static int runs() {
    return Integer.parseInt(text("runs", "10"));
  }

  /** Whether a data set takes part. */
  static boolean wantsSet(String name) {
    return list("sets").isEmpty() || list("sets").contains(name);
  }

  /** A task's schemes, or those of them that are named, and variants of ours: "name=options;name=options". */
  static List<Scheme> schemes(Task task) {
    List<String> names = list("schemes");
    String variants = text(task.name().toLowerCase(Locale.ROOT), "");
    return Stream.concat(task.schemes().stream().filter(scheme -> names.isEmpty() || names.contains(scheme.name())),
        Scheme.variants(task.ours(), variants).stream()).toList();
  }

  /** The name of the scheme that all others are compared with. */
  static String base(Task task) {
    return text("base", task.ours().name());
  }

  /** Whether to leave out what hasn't been run, rather than to run it. */
  static boolean tablesOnly() {
    return Boolean.parseBoolean(text("tablesOnly", "false"));
  }

  private static List<String> list(String key) {
    return Stream.of(text(key, "").split(",")).map(String::trim).filter(word -> !word.isEmpty()).toList();
  }

  private static String text(String key, String standard) {
    String value = System.getProperty("comparison." + key, "");
    return value.isBlank() ? standard : value;
  }
}
