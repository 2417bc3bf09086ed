package weka.classifiers.functions.backprop.compare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import weka.core.Instances;

/** Runs what {@link Settings} ask for and hasn't been run yet, one scheme at a time, and writes the tables. */
public final class Compare {

  private final Task task;
  private final Collection<Instances> sets;
  private final List<Scheme> schemes;
  private final Results results;

  private Compare(Task task, Collection<Instances> sets) {
    this.task = task;
    this.sets = sets;
    schemes = Settings.schemes(task);
    results = new Results(task, Settings.folder().resolve("results"));
  }

  /** Both tasks. */
  public static void main(String[] args) throws Exception {
    DataFolder.make(Settings.madeData(), NominalSets.all());
    DataFolder.make(Settings.madeData(), NumericSets.all());
    DataFolder.make(Settings.madeData(), SmallSets.all());
    DataFolder.make(Settings.madeData(), ThresholdSets.all());
    Map<String, Instances> sets = DataFolder.read(Settings.data());
    sets.keySet().removeIf(name -> !Settings.wantsSet(name));
    for (Task task : Task.values()) {
      Compare compare = new Compare(task, sets.values().stream().filter(task::suits).toList());
      if (!Settings.tablesOnly()) {
        compare.run();
      }
      compare.report();
    }
  }

  private void run() {
    for (Instances set : sets) {
      for (Scheme scheme : schemes) {
        try {
          run(scheme, set);
        } catch (Exception e) { // the others' results are worth having
          System.out.println(set.relationName() + ", " + scheme.name() + ": " + e);
        }
      }
    }
  }

  private void run(Scheme scheme, Instances set) throws Exception {
    List<Integer> missing = missingRuns(scheme, set);
    if (!missing.isEmpty()) {
      scheme.create().buildClassifier(set); // untimed, while HotSpot compiles
      long start = System.nanoTime();
      results.add(scheme, set, missing);
      System.out.printf(Locale.ROOT, "%s, %s: %.1f s a run%n", set.relationName(), scheme.name(),
          (System.nanoTime() - start) / 1e9 / missing.size());
    }
  }

  private List<Integer> missingRuns(Scheme scheme, Instances set) throws Exception {
    List<Integer> missing = new ArrayList<>();
    for (int run = 1; run <= Settings.runs(); run++) {
      if (!results.has(scheme, set.relationName(), run)) {
        missing.add(run);
      }
    }
    return missing;
  }

  /** Tables of the sets that all schemes have been run on. */
  private void report() throws Exception {
    List<Instances> complete = new ArrayList<>();
    for (Instances set : sets) {
      if (isComplete(set)) {
        complete.add(set);
      } else {
        System.out.println(set.relationName() + " is not in the tables: not all schemes have been run on it");
      }
    }
    if (!complete.isEmpty() && schemes.stream().anyMatch(scheme -> scheme.name().equals(Settings.base(task)))) {
      Path folder = Settings.folder().resolve("tables");
      new Report(task, complete, results.table(schemes, complete, Settings.runs())).write(folder);
      System.out.println("Tables are in " + folder);
    }
  }

  private boolean isComplete(Instances set) throws Exception {
    for (Scheme scheme : schemes) {
      if (!missingRuns(scheme, set).isEmpty()) {
        return false;
      }
    }
    return true;
  }
}
