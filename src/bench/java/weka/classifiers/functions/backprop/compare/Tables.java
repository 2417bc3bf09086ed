package weka.classifiers.functions.backprop.compare;

import static weka.classifiers.functions.backprop.compare.Markdown.number;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Comparisons by all measures of a task, as Markdown. */
final class Tables {

  private final List<Comparison> comparisons;
  private final List<String> schemes;
  private final List<String> sets;
  private final String base;

  /** The tables of comparisons of the same schemes on the same sets; the most important first. */
  Tables(List<Comparison> comparisons) {
    this.comparisons = comparisons;
    schemes = comparisons.get(0).schemes();
    sets = comparisons.get(0).sets();
    base = comparisons.get(0).base();
  }

  /** Wins of the base, ties and losses against each other scheme. */
  String outcomes() {
    return byScheme("Significant wins/ties/losses of " + base + " against", (comparison, scheme) ->
        schemes.get(scheme).equals(base) ? "–" : comparison.outcomes(scheme, -1) + "/"
            + comparison.outcomes(scheme, 0) + "/" + comparison.outcomes(scheme, 1));
  }

  /** Average ranks, 1 for the best. */
  String ranks() {
    return byScheme("Average ranks over " + sets.size() + " sets", (comparison, scheme) ->
        number(comparison.averageRank(scheme), 2));
  }

  private String byScheme(String title, BiFunction<Comparison, Integer, String> cell) {
    Markdown table = new Markdown(title, columns("", comparisons.stream().map(c -> c.measure().title())));
    for (int scheme = 0; scheme < schemes.size(); scheme++) {
      int row = scheme;
      table.row(columns(schemes.get(scheme), comparisons.stream().map(comparison -> cell.apply(comparison, row))));
    }
    return table.toString();
  }

  /** The most important measure's ratio of the base to another scheme, or nothing if that wasn't run. */
  String ratios(String other) {
    if (!schemes.contains(other)) {
      return "";
    }
    Comparison comparison = comparisons.get(0);
    Markdown table = new Markdown(comparison.measure().title() + ", " + base + " / " + other,
        List.of("", base, other, "ratio"));
    for (int set = 0; set < sets.size(); set++) {
      double ours = comparison.mean(schemes.indexOf(base), set);
      double theirs = comparison.mean(schemes.indexOf(other), set);
      table.row(List.of(sets.get(set), number(ours, comparison.measure().decimals()),
          number(theirs, comparison.measure().decimals()), number(ours / theirs, 2)));
    }
    return table.toString();
  }

  /** A table of means for each measure. */
  String means() {
    StringBuilder text = new StringBuilder();
    comparisons.forEach(comparison -> text.append(means(comparison)));
    return text.toString();
  }

  private String means(Comparison comparison) {
    String title = comparison.measure().title() + " (+ significantly better than " + base + ", − worse)";
    Markdown table = new Markdown(title, columns("", schemes.stream()));
    for (int set = 0; set < sets.size(); set++) {
      int row = set;
      table.row(columns(sets.get(set), IntStream.range(0, schemes.size()).mapToObj(scheme ->
          number(comparison.mean(scheme, row), comparison.measure().decimals())
              + List.of(" −", "", " +").get(comparison.outcome(scheme, row) + 1))));
    }
    return table.toString();
  }

  private static List<String> columns(String first, Stream<String> others) {
    List<String> columns = new ArrayList<>(List.of(first));
    others.forEach(columns::add);
    return columns;
  }
}
