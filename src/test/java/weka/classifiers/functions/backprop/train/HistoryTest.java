package weka.classifiers.functions.backprop.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class HistoryTest {

  private static History.Epoch epoch(double loss) {
    return new History.Epoch(loss, Double.NaN, 0.1, 0.25);
  }

  @Test
  void holdsTheLossOfEveryEpoch() {
    History history = new History("a kernel");
    for (int epoch = 0; epoch < 100; epoch++) {
      assertEquals(epoch, history.size());
      history.add(epoch(1.0 / (epoch + 1)), true);
    }
    for (int epoch = 0; epoch < 100; epoch++) {
      assertEquals(1.0 / (epoch + 1), history.epochs().get(epoch).loss());
    }
  }

  @Test
  void tellsTheKernelOfTheTraining() {
    assertEquals("a kernel", new History("a kernel").kernel());
  }

  @Test
  void anEpochThatDidNotRunHasNoLoss() {
    History history = new History("a kernel");
    history.add(epoch(1), true);
    assertThrows(IndexOutOfBoundsException.class, () -> history.epochs().get(1));
    assertThrows(IndexOutOfBoundsException.class, () -> history.epochs().get(-1));
  }
}
