package weka.classifiers.functions.backprop.fuzz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import weka.classifiers.AbstractClassifier;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Utils;

/** With and without the Vector API the schemes predict the same, but for rounding. */
@AddLifecycleHook(Seed.class)
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE)
class KernelsFuzzTest {

  /** Of a probability, or in standard deviations of a numeric class. */
  private static final double ROUNDING = 1e-4;

  /**
   * A few steps of moderate size, and no choice that the last bit of a loss could turn: what has been rounded otherwise
   * must not have time to grow.
   */
  @Provide
  Arbitrary<FuzzCase> cases() {
    return Combinators.combine(
        FuzzCase.sane("-H", "-K", "-F", "-L", "-A", "-O", "-M", "-R", "-I", "-V", "-E", "-tolerance", "-D",
            "-input-dropout", "-schedule"),
        Arbitraries.of("a", "0", "17:tanh,33:sigmoid", "5:identity,16", "t,i"),
        Arbitraries.of("SGD", "MOMENTUM", "NESTEROV"), Arbitraries.of("STANDARDIZE", "UNIT_RANGE", "SYMMETRIC_RANGE"))
        .as((fuzz, layers, optimizer, scaling) -> new FuzzCase(fuzz.classifier(),
            fuzz.options().replaceFirst("-N \\d+", "-N 3") + " -L 0.01 -V 0 -E 0 -H " + layers + " -O " + optimizer
                + " -I " + scaling, fuzz.data()));
  }

  @Property(tries = 300)
  void bothKernelsPredictTheSameButForRounding(@ForAll("cases") FuzzCase fuzz) {
    FuzzCase.inTime(() -> {
      Instances data = fuzz.data().instances();
      Outcome outcome = fuzz.outcome();
      assertNull(outcome.rejection());
      AbstractClassifier plain = PlainKernel.scheme(outcome.scheme());
      plain.setOptions(Utils.splitOptions(fuzz.options()));
      plain.buildClassifier(data);
      assertEquals(-1, plain.toString().indexOf("Vector API"), plain.toString());
      double unit = fuzz.classifier() ? 1 : Math.sqrt(data.variance(data.classIndex()));
      for (Instance instance : data) {
        assertArrayEquals(outcome.scheme().distributionForInstance(instance), plain.distributionForInstance(instance),
            ROUNDING * Math.max(unit, 1e-9));
      }
    });
  }
}
