package weka.classifiers.functions;

import static weka.classifiers.functions.backprop.train.InvalidSettingException.require;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.util.Collections;
import java.util.Enumeration;
import weka.classifiers.SingleClassifierEnhancer;
import weka.classifiers.functions.backprop.CommandLine;
import weka.classifiers.functions.backprop.DescribedModel;
import weka.classifiers.functions.backprop.export.ExportFormat;
import weka.classifiers.functions.backprop.options.OptionReader;
import weka.classifiers.functions.backprop.train.InvalidSettingException;
import weka.core.CommandlineRunnable;
import weka.core.Option;
import weka.core.OptionHandler;
import weka.core.OptionMetadata;
import weka.core.SerializationHelper;
import weka.core.Utils;
import weka.core.WekaException;

/**
 * Writes a saved model in another format:
 * {@code java weka.Run .BackpropExport -model net.model -format onnx -out net.onnx}.
 */
public class BackpropExport implements CommandlineRunnable, OptionHandler {

  private static final String FORMATS = "one of JAVA, PMML, ONNX, CSV";
  private static final String MODEL = "a file with the saved model of a BackpropClassifier or BackpropRegressor";
  /** Name of a Java class that is printed rather than written to a file. */
  private static final String CLASS_NAME = "BackpropModel";

  private File modelFile = new File("");
  private ExportFormat format;
  private File outputFile = new File("");

  @OptionMetadata(displayName = "modelFile",
      description = "File in which a BackpropClassifier or BackpropRegressor was saved (option -d of the scheme).",
      commandLineParamName = "model", commandLineParamSynopsis = "-model <file>", displayOrder = 1)
  public File getModelFile() {
    return modelFile;
  }

  public void setModelFile(File modelFile) {
    this.modelFile = modelFile;
  }

  @OptionMetadata(displayName = "format", description = "Format: JAVA, PMML, ONNX, or CSV for the history of training.",
      commandLineParamName = "format", commandLineParamSynopsis = "-format <JAVA|PMML|ONNX|CSV>", displayOrder = 2)
  public ExportFormat getFormat() {
    return format;
  }

  public void setFormat(ExportFormat format) {
    this.format = format;
  }

  @OptionMetadata(displayName = "outputFile",
      description = "File to write; a Java class is named after it. Without it, text is printed.",
      commandLineParamName = "out", commandLineParamSynopsis = "-out <file>", displayOrder = 3)
  public File getOutputFile() {
    return outputFile;
  }

  public void setOutputFile(File outputFile) {
    this.outputFile = outputFile;
  }

  @Override
  public Enumeration<Option> listOptions() {
    return OptionReader.describe(this, Option.listOptionsForClass(getClass()).elements());
  }

  @Override
  public String[] getOptions() {
    return Option.getOptions(this, getClass());
  }

  @Override
  public void setOptions(String[] options) throws Exception {
    OptionReader.setOptions(this, options, false);
  }

  @Override
  public void preExecution() {
    // Nothing to prepare.
  }

  @Override
  public void run(Object toRun, String[] options) throws Exception {
    CommandLine.run(this, () -> {
      if (Utils.getFlag('h', options) || Utils.getFlag("help", options)) {
        return help();
      }
      setOptions(options);
      export();
      return null;
    });
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

  /**
   * Writes the file, or prints its text.
   *
   * @throws WekaException if an option is invalid, or the model can't be read or the file not be written
   */
  public void export() throws WekaException {
    try {
      boolean printed = outputFile.getPath().isEmpty();
      require(format != null, "format", "missing", FORMATS);
      require(!printed || format != ExportFormat.ONNX, "outputFile", "missing",
          "the file to write, since the format ONNX is not text");
      String className = format == ExportFormat.JAVA && !printed ? className() : CLASS_NAME;
      byte[] bytes = format.write(load().model(), className);
      if (printed) {
        System.out.writeBytes(bytes);
        System.out.flush();
      } else {
        write(bytes);
      }
    } catch (InvalidSettingException e) {
      throw OptionReader.rejection(this, e);
    }
  }

  private String className() {
    String name = outputFile.getName();
    require(name.matches("[A-Za-z_$][\\w$]*\\.java"), "outputFile", outputFile,
        "named after a Java class, such as Net.java, since the format is JAVA");
    return name.replaceFirst("\\.java$", "");
  }

  private DescribedModel load() {
    require(!modelFile.getPath().isEmpty(), "modelFile", "missing", MODEL);
    Object saved;
    try {
      saved = SerializationHelper.read(modelFile.getPath());
    } catch (Exception e) {
      throw new InvalidSettingException("modelFile", modelFile, MODEL + " (" + e + ")");
    }
    require(!wrapsScheme(saved), "modelFile", modelFile, MODEL + " rather than a " + saved.getClass().getName()
        + " that wraps one; an export has no room for filters or several models, so train the scheme by itself on data "
        + "that have been filtered, and save it");
    if (saved instanceof DescribedModel scheme) {
      return scheme;
    }
    throw new InvalidSettingException("modelFile", modelFile, MODEL + ", not of a " + saved.getClass().getName());
  }

  private static boolean wrapsScheme(Object saved) {
    return saved instanceof SingleClassifierEnhancer meta && meta.getClassifier() instanceof DescribedModel;
  }

  private void write(byte[] bytes) {
    try {
      Files.write(outputFile.toPath(), bytes);
    } catch (IOException | InvalidPathException e) {
      throw new InvalidSettingException("outputFile", outputFile, "a file that can be written (" + e + ")");
    }
  }

  /** Runs with the command-line options. */
  public static void main(String[] options) throws Exception {
    BackpropExport export = new BackpropExport();
    export.run(export, options);
  }
}
