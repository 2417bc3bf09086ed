package weka.backprop.spark;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.Serializable;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/** Files of whatever file system Spark knows, and objects in them. */
final class Files {

  private final Configuration configuration;

  Files(SparkSession session) {
    configuration = session.sparkContext().hadoopConfiguration();
  }

  private FileSystem system(Path path) throws IOException {
    return path.getFileSystem(configuration);
  }

  /**
   * Makes sure that data are there.
   *
   * @param path a file, a folder or a pattern
   * @throws UserException if there are none
   */
  void requireData(String path, String option) {
    try {
      Path pattern = new Path(path);
      FileStatus[] found = system(pattern).globStatus(pattern);
      if (found == null || found.length == 0) {
        throw new UserException("There is no " + path + " (option " + option + ").");
      }
    } catch (IOException | IllegalArgumentException e) {
      throw e instanceof UserException user ? user : new UserException("Can't look for " + path + " (option " + option
          + "): " + Failures.firstLine(e) + ".", e);
    }
  }

  /**
   * Makes sure that a file can be written there, before hours of training rather than after: creates another one in its
   * folder and deletes it.
   *
   * @throws UserException if it can't
   */
  void requireWritable(String path, String option) {
    Path file = new Path(path);
    Path trial = new Path(file.getParent(), "." + file.getName() + ".trial");
    try {
      if (system(file).exists(file) && system(file).getFileStatus(file).isDirectory()) {
        throw new UserException(path + " is a folder (option " + option + "). Name a file in it.");
      }
      system(file).create(trial, true).close();
      system(file).delete(trial, false);
    } catch (IOException e) {
      throw notWritten(path, option, e);
    }
  }

  private static UserException notWritten(String path, String option, IOException e) {
    return new UserException("Can't write " + path + " (option " + option + "): " + Failures.firstLine(e) + ".", e);
  }

  boolean exists(String path) {
    try {
      return system(new Path(path)).exists(new Path(path));
    } catch (IOException e) {
      throw new UserException("Can't look for " + path + ": " + Failures.firstLine(e) + ".", e);
    }
  }

  void delete(String path) {
    try {
      system(new Path(path)).delete(new Path(path), false);
    } catch (IOException e) {
      throw new UserException("Can't delete " + path + ": " + Failures.firstLine(e) + ".", e);
    }
  }

  /**
   * Writes objects one after the other, as Weka does in its model files; an older file is there until the new one is
   * complete.
   *
   * @throws UserException if the file can't be written
   */
  void write(String path, String option, Serializable... objects) {
    Path file = new Path(path);
    Path part = new Path(file.getParent(), "." + file.getName() + ".part");
    try {
      try (ObjectOutputStream out = new ObjectOutputStream(system(file).create(part, true))) {
        for (Serializable object : objects) {
          out.writeObject(object);
        }
      }
      system(file).delete(file, false);
      if (!system(file).rename(part, file)) {
        throw new IOException("the complete file " + part + " can't be renamed");
      }
    } catch (IOException e) {
      throw notWritten(path, option, e);
    }
  }

  /**
   * Reads objects that were written one after the other.
   *
   * @param count how many
   * @throws UserException if there is no such file, or something else in it
   */
  Object[] read(String path, String option, int count) {
    Path file = new Path(path);
    try (InputStream bytes = system(file).open(file); ObjectInputStream in = new Stream(bytes)) {
      Object[] objects = new Object[count];
      for (int k = 0; k < count; k++) {
        objects[k] = in.readObject();
      }
      return objects;
    } catch (IOException | ClassNotFoundException e) {
      throw new UserException("Can't read " + path + " (option " + option + "): " + Failures.firstLine(e) + ".", e);
    }
  }

  /** Finds classes where these are: Spark's class loader knows the jar, Java's doesn't. */
  static final class Stream extends ObjectInputStream {

    Stream(InputStream in) throws IOException {
      super(in);
    }

    @Override
    protected Class<?> resolveClass(ObjectStreamClass description) throws IOException, ClassNotFoundException {
      try {
        return Class.forName(description.getName(), false, Files.class.getClassLoader());
      } catch (ClassNotFoundException e) {
        return super.resolveClass(description);
      }
    }
  }
}
