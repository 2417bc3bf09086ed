package weka.classifiers.functions.backprop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.functions.BackpropClassifier;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;

/** Weka's Stop: it interrupts the thread, and that is all that can end a run on a recent JDK. */
class StopTest {

  /** A second, and what a busy machine adds. */
  private static final double SECONDS = 2;

  private static void assertStops(BackpropScheme scheme, Instances data, long afterMillis) throws Exception {
    FutureTask<Throwable> build =
        new FutureTask<>(() -> assertThrows(InterruptedException.class, () -> scheme.buildClassifier(data)));
    Thread builder = new Thread(build);
    builder.start();
    TimeUnit.MILLISECONDS.sleep(afterMillis);
    long pressed = System.nanoTime();
    builder.interrupt();
    build.get();
    double seconds = (System.nanoTime() - pressed) / 1e9;
    assertTrue(seconds < SECONDS, seconds + " s");
    assertTrue(scheme.toString().contains("no model"), scheme.toString());
  }

  /** A single mini-batch of all data, through a network that takes seconds for it. */
  @ParameterizedTest
  @ValueSource(strings = {"-P 1", "-P 3"})
  @Tag("slow")
  void aStepThatTakesSecondsIsInterrupted(String threads) throws Exception {
    Instances data = DataSets.creditG();
    for (int k = 0; k < 4; k++) {
      data = DataSets.concatenated(data, data);
    }
    assertStops(Schemes.classifier("-B 0 -H 1000,1000 -N 1000000 " + threads), data, 1500);
  }

  /** An instance whose thread is interrupted when it is read for the n-th time. */
  private static final class InterruptingInstance extends DenseInstance {

    private static final long serialVersionUID = 1L;

    private int reads;

    InterruptingInstance(Instance instance, int reads) {
      super(instance);
      setDataset(instance.dataset());
      this.reads = reads;
    }

    @Override
    public double valueSparse(int index) {
      if (--reads == 0) {
        Thread.currentThread().interrupt();
      }
      return super.valueSparse(index);
    }

    @Override
    public Object copy() {
      return this;
    }
  }

  /** Read once in each pass for statistics, once to see how full rows are, and once to be encoded. */
  @ParameterizedTest
  @ValueSource(ints = {1, 10, 16})
  void readingTheDataIsInterrupted(int reads) throws Exception {
    Instances data = DataSets.iris();
    for (int k = 0; k < 3; k++) {
      data = DataSets.concatenated(data, data);
    }
    Instances interrupting = new Instances(data, data.numInstances());
    for (int i = 0; i < data.numInstances(); i++) {
      Instance instance = data.instance(i);
      interrupting.add(i == 1 ? new InterruptingInstance(instance, reads) : instance);
    }
    BackpropScheme scheme = new BackpropClassifier();
    InterruptedException e = assertThrows(InterruptedException.class, () -> scheme.buildClassifier(interrupting));
    assertEquals("Reading the training data was interrupted.", e.getMessage());
    assertFalse(Thread.interrupted());
    assertTrue(scheme.toString().contains("no model"), scheme.toString());
  }

  @Test
  void refittingIsInterruptedAndLeavesNoModel() throws Exception {
    BackpropScheme scheme = Schemes.classifier("-N 2 -V 20 -refit");
    scheme.initializeClassifier(DataSets.iris());
    while (scheme.next()) {
      // Another epoch.
    }
    Thread.currentThread().interrupt();
    assertThrows(InterruptedException.class, scheme::done);
    assertFalse(Thread.interrupted());
  }

  /** One block isn't worth it: a prediction or two may be made in an interrupted thread. */
  @Test
  void predictingManyInstancesIsInterruptedAndFewAreNot() throws Exception {
    Instances few = DataSets.iris();
    BackpropScheme scheme = Schemes.built(Schemes.classifier("-N 1"), few);
    Instances many = DataSets.concatenated(few, few);
    Thread.currentThread().interrupt();
    scheme.distributionsForInstances(few);
    scheme.distributionForInstance(few.firstInstance());
    assertThrows(InterruptedException.class, () -> scheme.distributionsForInstances(many));
    assertFalse(Thread.interrupted());
  }
}
