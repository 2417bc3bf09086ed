package weka.it;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What Weka's evaluation prints, read back. */
final class Report {

  private Report() {
  }

  /** The percentage of correctly classified instances in the last evaluation of a report. */
  static double percentCorrect(String report) {
    return last("Correctly Classified Instances +\\d+ +([0-9.]+) +%", report);
  }

  /** The correlation coefficient in the last evaluation of a report. */
  static double correlation(String report) {
    return last("Correlation coefficient +(-?[0-9.]+)", report);
  }

  /** The number of instances in each evaluation of a report. */
  static List<String> totals(String report) {
    return all("Total Number of Instances +(\\d+)", report);
  }

  /** The units of each hidden layer of the model that a report describes. */
  static List<String> hiddenUnits(String report) {
    return all("(?m)^hidden \\d+ +(\\d+) ", report);
  }

  /** A report without the times that it took. */
  static String untimed(String report) {
    return report.replaceAll("(Time taken .*:) .* seconds", "$1");
  }

  /** A report without its numbers; a question mark stands for one that is not defined. */
  static String skeleton(String report) {
    return report.replaceAll("(?<=\\s)(-?\\d+(\\.\\d+)?|\\?)(?=\\s)", "#").replaceAll(" +", " ")
        .replaceAll("(?m) $", "");
  }

  /** The columns inst# and actual of a table of predictions. */
  static List<String> instances(String report) {
    return all("(?m)^ +(\\d+ +\\S+) +\\S+ ", report);
  }

  private static double last(String pattern, String report) {
    List<String> matches = all(pattern, report);
    if (matches.isEmpty()) {
      throw new AssertionError("Nothing matches " + pattern + " in:\n" + report);
    }
    return Double.parseDouble(matches.get(matches.size() - 1));
  }

  private static List<String> all(String pattern, String report) {
    Matcher matcher = Pattern.compile(pattern).matcher(report);
    return matcher.results().map((MatchResult match) -> match.group(1)).collect(Collectors.toList());
  }
}
