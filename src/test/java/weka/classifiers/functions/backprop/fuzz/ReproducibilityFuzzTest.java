package weka.classifiers.functions.backprop.fuzz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import weka.classifiers.functions.backprop.DataSets;
import weka.classifiers.functions.backprop.Schemes;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;

/** The same data, options and seed give the same bits, or the same rejection. */
@AddLifecycleHook(Seed.class)
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE)
class ReproducibilityFuzzTest {

  @Provide
  Arbitrary<FuzzCase> anyCases() {
    return FuzzCase.any();
  }

  /** Training steps large enough that threads are used. */
  @Provide
  Arbitrary<FuzzCase> largeCases() {
    return FuzzCase.sane("-H", "-B", "-P").map(
        fuzz -> new FuzzCase(fuzz.classifier(), fuzz.options() + " -H 250,150 -B 0", fuzz.data()));
  }

  @Property(tries = 300)
  void againGivesTheSameBits(@ForAll("anyCases") FuzzCase fuzz) {
    FuzzCase.inTime(() -> {
      Instances data = fuzz.data().instances();
      Outcome first = fuzz.outcome();
      String expected = first.bits(data);
      Outcome.assertSameBits(expected, fuzz.outcome().bits(data));
      if (!first.isRejected()) {
        first.scheme().buildClassifier(data);
        Outcome.assertSameBits(expected, first.bits(data));
      }
    });
  }

  /** Dense instances are made of the sparse ones, since these have no -0. */
  @Property(tries = 300)
  void denseAndSparseInstancesGiveTheSameBits(@ForAll("anyCases") FuzzCase fuzz) {
    FuzzCase.inTime(() -> {
      Instances sparse = DataSets.sparse(fuzz.data().instances());
      Instances dense = dense(sparse);
      Outcome.assertSameBits(fuzz.outcome(dense).bits(dense), fuzz.outcome(sparse).bits(sparse));
    });
  }

  private static Instances dense(Instances data) {
    Instances dense = new Instances(data, data.numInstances());
    for (Instance instance : data) {
      dense.add(new DenseInstance(instance.weight(), instance.toDoubleArray()));
    }
    return dense;
  }

  @Property(tries = 100)
  void anyNumberOfThreadsGivesTheSameBits(@ForAll("largeCases") FuzzCase fuzz) {
    FuzzCase.inTime(() -> {
      Instances data = fuzz.data().instances();
      String expected = fuzz.outcome().bits(data);
      for (int threads : new int[] {2, 7}) {
        Outcome.assertSameBits(expected, fuzz.outcome(data, scheme -> scheme.setNumThreads(threads)).bits(data));
      }
    });
  }

  @Property(tries = 300)
  void savedModelsAndManyInstancesAtOnceArePredictedAlike(@ForAll("anyCases") FuzzCase fuzz) {
    FuzzCase.inTime(() -> {
      Outcome outcome = fuzz.outcome();
      if (!outcome.isRejected()) {
        Instances data = fuzz.data().instances();
        double[][] expected = Schemes.predictions(outcome.scheme(), data);
        assertArrayEquals(expected, outcome.scheme().distributionsForInstances(data));
        Outcome.assertSameBits(outcome.bits(data), Outcome.bits(Schemes.loaded(Schemes.saved(outcome.scheme())), data));
      }
    });
  }
}
