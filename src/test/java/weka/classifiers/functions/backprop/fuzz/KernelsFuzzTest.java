package weka.classifiers.functions.backprop.fuzz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.BeforeProperty;
import weka.classifiers.AbstractClassifier;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Utils;

/** With and without the Vector API the schemes predict the same, to the bit. */
@AddLifecycleHook(Seed.class)
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE)
class KernelsFuzzTest {

  @Provide
  Arbitrary<FuzzCase> cases() {
    return FuzzCase.sane();
  }

  @BeforeProperty
  void onlyWherePlainJavaFusesMultiplyAndAdd() {
    String fused = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).getVMOption("UseFMA").getValue();
    Assume.that(Boolean.parseBoolean(fused));
  }

  @Property(tries = 300)
  void bothKernelsPredictTheSame(@ForAll("cases") FuzzCase fuzz) {
    FuzzCase.inTime(() -> {
      Instances data = fuzz.data().instances();
      Outcome outcome = fuzz.outcome();
      AbstractClassifier plain = PlainKernel.scheme(outcome.scheme());
      plain.setOptions(Utils.splitOptions(fuzz.options()));
      if (outcome.isRejected()) {
        Exception rejection = assertThrows(Exception.class, () -> plain.buildClassifier(data));
        assertEquals(outcome.rejection(), rejection.getMessage());
        return;
      }
      plain.buildClassifier(data);
      assertEquals(-1, plain.toString().indexOf("Vector API"), plain.toString());
      for (Instance instance : data) {
        assertArrayEquals(outcome.scheme().distributionForInstance(instance), plain.distributionForInstance(instance));
      }
    });
  }
}
