package weka.classifiers.functions.backprop.fuzz;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import weka.classifiers.functions.backprop.encode.HoldoutStrategy;
import weka.classifiers.functions.backprop.encode.InputScaling;
import weka.classifiers.functions.backprop.network.Activation;
import weka.classifiers.functions.backprop.options.LossChoice;
import weka.classifiers.functions.backprop.options.OptimizerChoice;
import weka.classifiers.functions.backprop.train.BatchAveraging;
import weka.classifiers.functions.backprop.train.Schedule;

/** Draws command lines of all options. What comes first in a list is the simplest, to which jqwik shrinks. */
final class RandomOptions {

  /** Emptied at the end, since each training leaves a file of its own. */
  private static final Path FOLDER = temporaryFolder();

  /**
   * An option and some of its arguments; a flag has none.
   *
   * @param illegal those that are rejected, whatever the data
   */
  private record Choice(String flag, List<String> legal, List<String> illegal) {

    static Choice of(String flag, String legal, String illegal) {
      return new Choice(flag, List.of(legal.split(" ")), List.of(illegal.split(" ")));
    }

    static Choice of(String flag, Enum<?>[] constants) {
      return new Choice(flag, Stream.of(constants).map(Enum::name).toList(), List.of("foo"));
    }

    static Choice of(String flag) {
      return new Choice(flag, List.of(""), List.of(""));
    }

    Arbitrary<String> option(boolean legalOnly) {
      Arbitrary<String> argument = Arbitraries.of(legal);
      return (legalOnly ? argument : Arbitraries.frequencyOf(Tuple.of(40, argument),
          Tuple.of(1, Arbitraries.of(illegal)))).map(text -> (flag + " " + text).trim());
    }
  }

  /** Always given, since the default would take a while. */
  private static final Choice EPOCHS = Choice.of("-N", "3 1 0 2 5 3 1 2 5 40", "-1 2.5 99999999999");
  private static final List<Choice> BOTH = List.of(
      Choice.of("-H", "1 0 a i o t 3,2 64:relu,32:tanh 2:identity,9:sigmoid,t:relu 17 a,a,a,a,a,a 130,70",
          "-1 x 3,,2 3:foo \"\""),
      Choice.of("-F", Activation.values()),
      Choice.of("-L", "0.001 0.1 1 0.0000001 1e-44 1000 1e30", "0 -1 NaN 1e300 abc"),
      Choice.of("-B", "0 1 7 32 2147483647", "-1 x"),
      Choice.of("-A", BatchAveraging.values()),
      Choice.of("-O", OptimizerChoice.values()),
      Choice.of("-M", "0.9 0 0.999999", "1 -0.1 NaN"),
      Choice.of("-R", "0 0.01 1 1e10 1e38", "-1 NaN 1e39"),
      Choice.of("-I", InputScaling.values()),
      Choice.of("-S", "1 0 -7 2147483647 -2147483648", "x 1.5"),
      Choice.of("-K", "1 2 5 9 -1", "0 -2 x"),
      Choice.of("-G"),
      Choice.of("-P", "1 2 7 0", "-1 x"),
      Choice.of("-V", "0 -1 20 90 0.001 50", "-2 91 NaN"),
      Choice.of("-E", "0 1 2 20", "-1 x"),
      Choice.of("-tolerance", "0 0.00001 1 1e300", "-1 NaN Infinity"),
      Choice.of("-pieces", "0 1 2 8 100", "-1 101 x"),
      Choice.of("-steps", "0 1 2 11 100", "-1 101 x"),
      Choice.of("-holdout", HoldoutStrategy.values()),
      Choice.of("-refit"),
      Choice.of("-D", "0 0.2 0.5 0.999", "1 -0.1 NaN"),
      Choice.of("-input-dropout", "0 0.2 0.5 0.999", "1 -0.1 NaN"),
      Choice.of("-schedule", Schedule.values()),
      Choice.of("-decay", "0.5 0.1 0.999 1e-300", "0 1 NaN"),
      Choice.of("-decay-epochs", "1 2 10 2147483647", "0 -1 x"),
      Choice.of("-max-gradient-norm", "0 1 0.001 1e-300 1e300", "-1 NaN Infinity"),
      Choice.of("-resume"),
      Choice.of("-history", FOLDER.resolve("history.csv").toString(), "no-such-folder/history.csv target"),
      Choice.of("-output-debug-info"),
      Choice.of("-do-not-check-capabilities"),
      Choice.of("-batch-size", "100 1", "100"),
      Choice.of("-num-decimal-places", "auto 0 9 20", "-2 21 x"));
  private static final List<Choice> CLASSIFIER = List.of(Choice.of("-balance"));
  private static final List<Choice> REGRESSOR = List.of(Choice.of("-loss", LossChoice.values()), Choice.of("-clip"));

  private RandomOptions() {
  }

  private static Path temporaryFolder() {
    try {
      Path folder = Files.createTempDirectory("fuzz");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> {
        for (File file : folder.toFile().listFiles()) {
          file.delete();
        }
        folder.toFile().delete();
      }));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The flags of all options that are drawn for a scheme. */
  static Set<String> flags(boolean classifier) {
    return Stream.concat(Stream.of(EPOCHS), choices(classifier).stream()).map(Choice::flag).collect(Collectors.toSet());
  }

  /** Any options of a scheme; seldom with an argument that is to be rejected. */
  static Arbitrary<String> any(boolean classifier) {
    return lines(choices(classifier), false, 9);
  }

  /** Options with legal arguments, of all but those named. */
  static Arbitrary<String> legal(boolean classifier, String... without) {
    return lines(choices(classifier).stream().filter(c -> !Arrays.asList(without).contains(c.flag)).toList(), true, 9);
  }

  private static List<Choice> choices(boolean classifier) {
    List<Choice> choices = new ArrayList<>(BOTH);
    choices.addAll(classifier ? CLASSIFIER : REGRESSOR);
    return choices;
  }

  /** Each option is there or not, so that a case that fails shrinks to the options that matter. */
  private static Arbitrary<String> lines(List<Choice> choices, boolean legalOnly, int most) {
    List<Arbitrary<String>> options = choices.stream().map(choice -> choice.option(legalOnly)).toList();
    return Arbitraries.of(choices.stream().map(choices::indexOf).toList()).set().ofMaxSize(most)
        .flatMap(chosen -> Combinators.combine(
            Stream.concat(Stream.of(EPOCHS.option(legalOnly)), chosen.stream().sorted().map(options::get)).toList())
            .as(texts -> String.join(" ", texts)));
  }
}
