package weka.classifiers.functions.backprop.compare;

import static weka.classifiers.functions.backprop.compare.Markdown.number;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import weka.core.Attribute;
import weka.core.Instances;

/** The tables of a task, as Markdown and as the Experimenter prints them. */
final class Report {

  private final Task task;
  private final List<Instances> sets;
  private final Instances folds;

  /** Of data sets and the table of {@link Results} on them. */
  Report(Task task, List<Instances> sets, Instances folds) {
    this.task = task;
    this.sets = sets;
    this.folds = folds;
  }

  /** Writes task.md and task.txt. */
  void write(Path folder) throws Exception {
    List<Comparison> comparisons = new ArrayList<>();
    for (Measure measure : task.measures()) {
      comparisons.add(new Comparison(measure, folds, Settings.base(task)));
    }
    Tables tables = new Tables(comparisons);
    Files.createDirectories(folder);
    String name = task.name().toLowerCase(Locale.ROOT);
    Files.writeString(folder.resolve(name + ".md"), tables.outcomes() + tables.ranks() + times()
        + tables.ratios(task.linear()) + tables.means() + dataSets());
    Files.writeString(folder.resolve(name + ".txt"),
        comparisons.stream().map(Comparison::toString).collect(Collectors.joining("\n\n")));
  }

  /** What all trainings took. */
  private String times() {
    Markdown table = new Markdown("Training time of all folds", List.of("", "s"));
    Attribute schemes = folds.attribute("scheme");
    Attribute time = folds.attribute(Measure.TRAINING_TIME.column());
    for (int scheme = 0; scheme < schemes.numValues(); scheme++) {
      int value = scheme;
      DoubleStream times = folds.stream().filter(fold -> fold.value(schemes) == value)
          .mapToDouble(fold -> fold.value(time));
      table.row(List.of(schemes.value(scheme), number(times.sum(), 1)));
    }
    return table.toString();
  }

  private String dataSets() {
    Markdown table = new Markdown("Data sets",
        List.of("", "instances", "numeric", "nominal", "classes", "rarest class, %", "missing, %"));
    sets.forEach(set -> table.row(describe(set)));
    return table.toString();
  }

  private static List<String> describe(Instances set) {
    int inputs = set.numAttributes() - 1;
    int numeric = 0;
    double missing = 0;
    for (int j = 0; j < inputs; j++) {
      numeric += set.attribute(j).isNumeric() ? 1 : 0;
      missing += set.attributeStats(j).missingCount;
    }
    int[] counts = set.attributeStats(inputs).nominalCounts;
    return List.of(set.relationName(), number(set.size(), 0), number(numeric, 0), number(inputs - numeric, 0),
        counts == null ? "–" : number(counts.length, 0),
        counts == null ? "–" : number(100.0 * Arrays.stream(counts).min().orElse(0) / set.size(), 1),
        number(100 * missing / inputs / set.size(), 1));
  }
}
