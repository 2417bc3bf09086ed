package weka.classifiers.functions.backprop.fuzz;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.function.ThrowingSupplier;
import weka.classifiers.functions.BackpropClassifier;
import weka.classifiers.functions.BackpropRegressor;
import weka.classifiers.functions.backprop.BackpropScheme;
import weka.core.Instances;
import weka.core.UnassignedClassException;
import weka.core.Utils;
import weka.core.WekaException;

/** A scheme with its options and its training data. */
record FuzzCase(boolean classifier, String options, DataSet data) {

  /** A case takes milliseconds; the machine may have much else to do. */
  private static final Duration HANGS = Duration.ofSeconds(60);

  /** Any data and any options. */
  static Arbitrary<FuzzCase> any() {
    return Arbitraries.of(true, false).flatMap(
        classifier -> of(classifier, RandomOptions.any(classifier), RandomData.any(classifier)));
  }

  /** Data that can be learnt from, with options that are legal. */
  static Arbitrary<FuzzCase> sane(String... withoutOptions) {
    return Arbitraries.of(true, false).flatMap(classifier -> of(classifier,
        RandomOptions.legal(classifier, withoutOptions), RandomData.sane(classifier)));
  }

  private static Arbitrary<FuzzCase> of(boolean classifier, Arbitrary<String> options, Arbitrary<DataSet> data) {
    return Combinators.combine(options, data).as((o, d) -> new FuzzCase(classifier, o, d));
  }

  /** A scheme without options. */
  BackpropScheme scheme() {
    return classifier ? new BackpropClassifier() : new BackpropRegressor();
  }

  /** What becomes of the case. */
  Outcome outcome() throws Exception {
    return outcome(data.instances());
  }

  /** What becomes of the case with other training data. */
  Outcome outcome(Instances training) throws Exception {
    return outcome(training, scheme -> {
    });
  }

  /** What becomes of the case with other training data, and with changes to the options. */
  Outcome outcome(Instances training, Consumer<BackpropScheme> changes) throws Exception {
    BackpropScheme scheme = scheme();
    try {
      scheme.setOptions(Utils.splitOptions(options));
      changes.accept(scheme);
      scheme.buildClassifier(training);
      return new Outcome(scheme, null);
    } catch (WekaException | UnassignedClassException e) {
      // Weka's own exceptions and ours are documented; whatever else is thrown makes a test fail.
      return new Outcome(scheme, e.getMessage());
    }
  }

  /** Runs a test, which fails if it hangs. */
  static void inTime(Executable test) {
    assertTimeoutPreemptively(HANGS, test);
  }

  /** The same for a test that tells something. */
  static <T> T inTime(ThrowingSupplier<T> test) {
    return assertTimeoutPreemptively(HANGS, test);
  }

  @Override
  public String toString() {
    return scheme().getClass().getSimpleName() + " " + options + ", " + data;
  }
}
