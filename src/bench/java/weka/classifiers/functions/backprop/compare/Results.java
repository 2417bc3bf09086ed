package weka.classifiers.functions.backprop.compare;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.converters.ConverterUtils.DataSource;
import weka.experiment.CrossValidationResultProducer;
import weka.experiment.InstancesResultListener;

/**
 * Ten-fold cross-validations that have been run, each in an ARFF file of the Experimenter's: scheme/set.run.arff. A
 * file counts as long as the scheme's options are those it was run with; who changes a scheme's code or a data set
 * deletes the files.
 */
final class Results {

  /** What the corrected test wants to know. */
  private static final List<String> SIZES = List.of("Number_of_training_instances", "Number_of_testing_instances");
  private static final int FOLDS = 10;

  private final Task task;
  private final Path folder;

  /** Those of a task, below a folder. */
  Results(Task task, Path folder) {
    this.task = task;
    this.folder = folder;
  }

  private Path file(Scheme scheme, String set, int run) {
    return folder.resolve(scheme.name()).resolve(set + "." + run + ".arff");
  }

  /** Whether a run is there. */
  boolean has(Scheme scheme, String set, int run) throws Exception {
    Path file = file(scheme, set, run);
    if (Files.notExists(file)) {
      return false;
    }
    Instances result = DataSource.read(file.toString());
    return result.get(0).stringValue(result.attribute("Key_Scheme_options")).equals(scheme.allOptions());
  }

  /** Runs a scheme on a set; a run's number is the seed of its folds. */
  void add(Scheme scheme, Instances set, List<Integer> runs) throws Exception {
    CrossValidationResultProducer producer = new CrossValidationResultProducer();
    producer.setNumFolds(FOLDS);
    producer.setSplitEvaluator(task.evaluator(scheme.create()));
    producer.setInstances(set);
    for (int run : runs) {
      Path file = file(scheme, set.relationName(), run);
      Files.createDirectories(file.getParent());
      AtomicFile.write(file, part -> crossValidate(producer, run, part));
    }
  }

  private static void crossValidate(CrossValidationResultProducer producer, int run, Path file) throws Exception {
    InstancesResultListener listener = new InstancesResultListener();
    listener.setOutputFile(file.toFile());
    producer.setResultListener(listener);
    producer.preProcess();
    producer.doRun(run);
    producer.postProcess();
  }

  /** All folds, one a row: set, scheme, run, fold, the sizes and the measures. */
  Instances table(List<Scheme> schemes, List<Instances> sets, int runs) throws Exception {
    List<String> names = sets.stream().map(Instances::relationName).toList();
    Instances table = header(schemes, names);
    for (String set : names) {
      for (Scheme scheme : schemes) {
        for (int run = 1; run <= runs; run++) {
          for (Instance fold : DataSource.read(file(scheme, set, run).toString())) {
            table.add(row(table, set, scheme, run, fold));
          }
        }
      }
    }
    return table;
  }

  private Instances header(List<Scheme> schemes, List<String> sets) {
    ArrayList<Attribute> attributes = new ArrayList<>();
    attributes.add(new Attribute("set", new ArrayList<>(sets)));
    attributes.add(new Attribute("scheme", schemes.stream().map(Scheme::name).toList()));
    attributes.add(new Attribute("run"));
    attributes.add(new Attribute("fold"));
    SIZES.forEach(column -> attributes.add(new Attribute(column)));
    task.measures().forEach(measure -> attributes.add(new Attribute(measure.column())));
    return new Instances(task.name(), attributes, 0);
  }

  private static Instance row(Instances table, String set, Scheme scheme, int run, Instance fold) {
    Instance row = new DenseInstance(table.numAttributes());
    row.setDataset(table);
    row.setValue(0, set);
    row.setValue(1, scheme.name());
    row.setValue(2, run);
    row.setValue(3, Integer.parseInt(fold.stringValue(fold.dataset().attribute("Key_Fold"))));
    for (int j = 4; j < table.numAttributes(); j++) {
      row.setValue(j, fold.value(fold.dataset().attribute(table.attribute(j).name())));
    }
    return row;
  }
}
