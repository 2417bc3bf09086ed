package weka.classifiers.functions.backprop.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class MultiplyAddTest {

  /** Start the tests with -XX:-UseFMA for the other answer. */
  @Test
  void theProbeFindsWhatTheJvmSays() {
    String option = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).getVMOption("UseFMA").getValue();
    assertEquals(Boolean.parseBoolean(option), MultiplyAdd.FUSED);
  }

  /** (1 + ε)² - (1 + 2ε) is ε², which is lost where the product is rounded. */
  @Test
  void theProductIsRoundedOnceOrTwice() {
    float epsilon = 0x1p-12f;
    assertEquals(MultiplyAdd.FUSED ? epsilon * epsilon : 0,
        MultiplyAdd.madd(1 + epsilon, 1 + epsilon, -(1 + 2 * epsilon)));
  }
}
