package weka.backprop.spark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** The words of a command line: options with a value each, flags, and behind {@code --} those of the scheme. */
final class Arguments {

  private final TreeMap<String, String> values = new TreeMap<>();
  private final List<String> rest = new ArrayList<>();

  /**
   * Parses a command line.
   *
   * @param options that have a value
   * @param flags that have none
   * @throws UserException if there is another option, or one without its value
   */
  Arguments(List<String> words, Set<String> options, Set<String> flags) {
    int end = words.indexOf("--") < 0 ? words.size() : words.indexOf("--");
    rest.addAll(words.subList(Math.min(words.size(), end + 1), words.size()));
    for (int k = 0; k < end; k++) {
      String option = words.get(k);
      if (flags.contains(option)) {
        values.put(option, "");
      } else if (!options.contains(option)) {
        throw new UserException("There is no option " + option + " here. There are " + String.join(", ", options)
            + "; options of the network stand behind --.");
      } else if (k + 1 == end) {
        throw new UserException("Option " + option + " lacks its value.");
      } else {
        values.put(option, words.get(++k));
      }
    }
  }

  /** The words behind {@code --}. */
  List<String> rest() {
    return rest;
  }

  boolean has(String option) {
    return values.containsKey(option);
  }

  /** The value of an option; null if it isn't given. */
  String get(String option) {
    return values.get(option);
  }

  String get(String option, String otherwise) {
    return values.getOrDefault(option, otherwise);
  }

  /** The value of an option that must be given. */
  String require(String option, String meaning) {
    if (!has(option)) {
      throw new UserException("Option " + option + " is missing: " + meaning + ".");
    }
    return values.get(option);
  }

  /** The parts of a value that commas divide; none if the option isn't given. */
  Set<String> list(String option) {
    return has(option) ? new LinkedHashSet<>(Arrays.asList(get(option).split(","))) : Set.of();
  }

  /** A whole number of at least {@code least}. */
  int integer(String option, int otherwise, int least) {
    return (int) number(option, otherwise, least, Integer.MAX_VALUE, true);
  }

  /** A number from {@code least} to {@code most}. */
  double number(String option, double otherwise, double least, double most) {
    return number(option, otherwise, least, most, false);
  }

  private double number(String option, double otherwise, double least, double most, boolean whole) {
    if (!has(option)) {
      return otherwise;
    }
    String range = whole ? "a whole number of " + (int) least + " or more" : "a number from " + least + " to " + most;
    try {
      double value = whole ? Integer.parseInt(get(option)) : Double.parseDouble(get(option));
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw new UserException("Option " + option + " is " + get(option) + ", but must be " + range + ".");
  }
}
