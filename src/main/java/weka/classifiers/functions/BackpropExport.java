package weka.classifiers.functions;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import weka.classifiers.functions.backprop.ExportFormat;
import weka.classifiers.functions.backprop.PortableScheme;
import weka.core.CommandlineRunnable;
import weka.core.Option;
import weka.core.SerializationHelper;
import weka.core.Utils;
import weka.core.WekaException;

/**
 * Writes a saved model in another format:
 * {@code java weka.Run .BackpropExport -model net.model -format onnx -out net.onnx}.
 */
public class BackpropExport implements CommandlineRunnable {

  private static final String FORMATS = Arrays.stream(ExportFormat.values())
      .map(format -> format.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(", "));
  /** Name of a Java class that is printed rather than written to a file. */
  private static final String CLASS_NAME = "BackpropModel";

  /** The options, for help. */
  public Enumeration<Option> listOptions() {
    return Collections.enumeration(List.of(
        new Option("\tFile that a BackpropClassifier or BackpropRegressor was saved in (option -d).", "model", 1,
            "-model <file>"),
        new Option("\tFormat: " + FORMATS + " (csv holds the history of training).", "format", 1, "-format <format>"),
        new Option("\tFile to write; a Java class is named after it. Without it, text is printed.", "out", 1,
            "-out <file>")));
  }

  @Override
  public void preExecution() {
    // Nothing to prepare.
  }

  @Override
  public void run(Object toRun, String[] options) {
    try {
      if (Utils.getFlag('h', options) || Utils.getFlag("help", options)) {
        System.err.println(help());
      } else {
        export(options);
      }
    } catch (Exception e) {
      System.err.println("Weka exception: " + e.getMessage());
    }
  }

  @Override
  public void postExecution() {
    // Nothing to tidy up.
  }

  private String help() {
    StringBuilder help = new StringBuilder("Writes a saved model in another format. Options:\n\n");
    for (Option option : Collections.list(listOptions())) {
      help.append(option.synopsis()).append('\n').append(option.description()).append('\n');
    }
    return help.toString();
  }

  private static void export(String[] options) throws Exception {
    String model = Utils.getOption("model", options);
    String formatName = Utils.getOption("format", options);
    String out = Utils.getOption("out", options);
    Utils.checkForRemainingOptions(options);
    ExportFormat format = format(formatName);
    String className = format == ExportFormat.JAVA && !out.isEmpty() ? className(out) : CLASS_NAME;
    if (out.isEmpty() && format == ExportFormat.ONNX) {
      throw refusal("out", out, "the file to write, since the format onnx is no text");
    }
    byte[] bytes = format.write(load(model), className);
    if (out.isEmpty()) {
      System.out.write(bytes);
      System.out.flush();
    } else {
      write(bytes, out);
    }
  }

  private static ExportFormat format(String name) throws WekaException {
    for (ExportFormat format : ExportFormat.values()) {
      if (format.name().equalsIgnoreCase(name.trim())) {
        return format;
      }
    }
    throw refusal("format", name, "one of " + FORMATS);
  }

  private static String className(String file) throws WekaException {
    String name = new File(file).getName();
    if (!name.matches("[A-Za-z_$][\\w$]*\\.java")) {
      throw refusal("out", file, "named after a Java class, such as Net.java, since the format is java");
    }
    return name.replaceFirst("\\.java$", "");
  }

  private static PortableScheme load(String file) throws WekaException {
    Object model;
    try {
      model = SerializationHelper.read(file);
    } catch (Exception e) {
      throw new WekaException(refusal("model", file, "a file with a model that Weka saved").getMessage() + " " + e, e);
    }
    if (model instanceof PortableScheme scheme) {
      return scheme;
    }
    throw refusal("model", file, "a file with a BackpropClassifier or BackpropRegressor, and not a "
        + model.getClass().getName());
  }

  private static void write(byte[] bytes, String file) throws WekaException {
    try {
      Files.write(Path.of(file), bytes);
    } catch (IOException | InvalidPathException e) {
      throw new WekaException(refusal("out", file, "a file that can be written").getMessage() + " " + e, e);
    }
  }

  private static WekaException refusal(String option, String value, String allowed) {
    return new WekaException("Option -" + option + " is " + (value.isEmpty() ? "missing" : value) + ", but must be "
        + allowed + ".");
  }

  /** Runs with the command-line options. */
  public static void main(String[] options) {
    new BackpropExport().run(null, options);
  }
}
