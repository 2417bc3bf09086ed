package weka.classifiers.functions.backprop.compare;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that is there as a whole or not at all, for other processes and after a crash. */
final class AtomicFile {

  private AtomicFile() {
  }

  /** Fills a file of another name, and renames it. */
  static void write(Path file, Filling filling) throws Exception {
    Path part = file.resolveSibling(file.getFileName() + ".part" + ProcessHandle.current().pid());
    try {
      filling.fill(part);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** Writes the file. */
  interface Filling {
    /** Writes it. */
    void fill(Path file) throws Exception;
  }
}
