package weka.classifiers.functions.backprop.session;

import static weka.classifiers.functions.backprop.train.InvalidSettingException.require;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import weka.classifiers.functions.backprop.model.Member;
import weka.classifiers.functions.backprop.model.Model;
import weka.classifiers.functions.backprop.view.LearningCurve;
import weka.core.WekaException;

/**
 * The file with the history of a training: the learning curve if its name ends in .png, otherwise CSV. Each training
 * has a file of its own, since Weka trains one model for itself and one for each fold of a cross-validation, and
 * nothing in a scheme tells them apart. Weka trains the model that it shows first, so its file is the one that the user
 * named.
 */
public final class HistoryFile {

  private HistoryFile() {
  }

  /**
   * Checks that the file can be written, before training rather than after it.
   *
   * @param file an empty path: none is to be written
   */
  public static void check(File file) {
    if (file.getPath().isEmpty()) {
      return;
    }
    File folder = file.getAbsoluteFile().getParentFile();
    require(!file.isDirectory() && (folder == null || folder.isDirectory()), "historyFile", file,
        "a file in a folder that exists");
    require(!isPicture(file) || hasXChart(), "historyFile", file,
        "a name that doesn't end in .png, since the plotting library XChart is not on the class path");
  }

  private static boolean isPicture(File file) {
    return file.getName().toLowerCase(Locale.ROOT).endsWith(".png");
  }

  private static boolean hasXChart() {
    try {
      Class.forName("org.knowm.xchart.XYChart", false, HistoryFile.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  /** The history of the only network, or of each of several, with its number as another column. */
  private static String csv(Model model) {
    List<Member> members = model.members();
    if (members.size() == 1) {
      return members.get(0).history().toCsv();
    }
    StringBuilder csv = new StringBuilder("network,").append(members.get(0).history().csvHeader()).append('\n');
    for (int k = 0; k < members.size(); k++) {
      String number = k + 1 + ",";
      members.get(k).history().toCsv().lines().skip(1).forEach(line -> csv.append(number).append(line).append('\n'));
    }
    return csv.toString();
  }

  /**
   * Writes the file. One that exists is kept, and the name gets the next free number: curve.csv, curve-2.csv and so on.
   *
   * @param file an empty path: none is written
   * @return the file that was written; null if there is none
   * @throws WekaException if it can't be written
   */
  static File write(Model model, File file) throws WekaException {
    if (file.getPath().isEmpty()) {
      return null;
    }
    try {
      byte[] bytes = isPicture(file) ? LearningCurve.of(model.history()).toPng()
          : csv(model).getBytes(StandardCharsets.UTF_8);
      int number = 1;
      while (!create(numbered(file, number).toPath(), bytes)) {
        number++;
      }
      return numbered(file, number);
    } catch (IOException | InvalidPathException e) {
      throw new WekaException("The history can't be written to " + file + " (option -history, historyFile): " + e + ".",
          e);
    }
  }

  private static File numbered(File file, int number) {
    String name = file.getName();
    int dot = name.lastIndexOf('.') > 0 ? name.lastIndexOf('.') : name.length();
    return number == 1 ? file
        : new File(file.getParentFile(), name.substring(0, dot) + "-" + number + name.substring(dot));
  }

  /** Writes a new file; returns false if there is one of that name, perhaps of a training on another thread. */
  private static boolean create(Path path, byte[] bytes) throws IOException {
    try {
      Files.write(path, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    }
  }
}
