package weka.classifiers.functions.backprop.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import weka.core.Instances;
import weka.core.converters.ConverterUtils.DataSource;

/** ARFF files in folders. */
final class DataFolder {

  private DataFolder() {
  }

  /** Writes the sets that the folder lacks. */
  static void make(Path folder, Map<String, Recipe> sets) throws Exception {
    Files.createDirectories(folder);
    for (Map.Entry<String, Recipe> set : sets.entrySet()) {
      Path file = folder.resolve(set.getKey() + ".arff");
      if (Files.notExists(file)) {
        Instances data = set.getValue().make();
        data.setRelationName(set.getKey());
        AtomicFile.write(file, part -> Files.writeString(part, data.toString()));
      }
    }
  }

  /** The data sets of folders, by the names of their files; the class is the last attribute. */
  static Map<String, Instances> read(List<Path> folders) throws Exception {
    Map<String, Instances> sets = new TreeMap<>();
    for (Path folder : folders) {
      for (Path file : arffFiles(folder)) {
        String name = file.getFileName().toString().replaceFirst("\\.arff$", "");
        Instances data = DataSource.read(file.toString());
        data.setClassIndex(data.numAttributes() - 1);
        data.setRelationName(name); // part of a result's key
        if (sets.put(name, data) != null) {
          throw new IOException("Two data sets are called " + name + ", the second is " + file);
        }
      }
    }
    return sets;
  }

  private static List<Path> arffFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".arff")).collect(Collectors.toList());
    }
  }
}
