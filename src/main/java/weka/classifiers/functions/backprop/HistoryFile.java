package weka.classifiers.functions.backprop;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.util.Locale;
import weka.classifiers.functions.backprop.train.History;
import weka.classifiers.functions.backprop.view.LearningCurve;

/** A file that shows the course of a training: a picture if its name ends in .png, or else a table as CSV. */
final class HistoryFile {

  private HistoryFile() {
  }

  /** Writes the file; one that exists is replaced. */
  static void write(History history, File file) throws IOException {
    try {
      if (file.getName().toLowerCase(Locale.ROOT).endsWith(".png")) {
        Files.write(file.toPath(), LearningCurve.of(history).toPng());
      } else {
        Files.writeString(file.toPath(), history.toCsv());
      }
    } catch (InvalidPathException e) {
      throw new IOException(e);
    }
  }
}
