package weka.classifiers.functions.backprop.fuzz;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import weka.classifiers.functions.backprop.Schemes;
import weka.core.Instances;

/** Training for n epochs and then for m more is training for n + m. */
@AddLifecycleHook(Seed.class)
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE)
class ResumeFuzzTest {

  /**
   * COSINE counts epochs to the end, and a training that stopped early is resumed for more than that. It is the
   * automatic schedule of several networks.
   */
  @Provide
  Arbitrary<FuzzCase> cases() {
    return FuzzCase.sane("-resume", "-E", "-K").filter(fuzz -> !fuzz.options().contains("COSINE"))
        .map(fuzz -> new FuzzCase(fuzz.classifier(), fuzz.options() + " -K 1 -resume -E 0", fuzz.data()));
  }

  @Property(tries = 300)
  void nEpochsAndThenMAreNPlusM(@ForAll("cases") FuzzCase fuzz, @ForAll @IntRange(min = 0, max = 6) int n,
      @ForAll @IntRange(min = 0, max = 6) int m) {
    FuzzCase.inTime(() -> {
      Instances data = fuzz.data().instances();
      Outcome whole = fuzz.outcome(data, scheme -> scheme.setEpochs(n + m));
      Outcome part = fuzz.outcome(data, scheme -> scheme.setEpochs(n));
      if (!diverges(whole) && !diverges(part)) {
        Outcome.assertSameBits(whole.bits(data), goneOn(part, m, data).bits(data));
      }
    });
  }

  /** Then it rolls back, for which the resumed one remembers fewer epochs. */
  private static boolean diverges(Outcome outcome) {
    return outcome.isRejected() || outcome.scheme().getMeasure("measureLearningRateReductions") > 0;
  }

  private static Outcome goneOn(Outcome part, int epochs, Instances data) throws Exception {
    part.scheme().setEpochs(epochs);
    Schemes.resume(part.scheme(), data);
    return part;
  }
}
