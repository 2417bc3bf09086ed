package weka.classifiers.functions.backprop.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class HistoryTest {

  @Test
  void holdsTheLossOfEveryEpoch() {
    History history = new History("a kernel");
    for (int epoch = 0; epoch < 100; epoch++) {
      assertEquals(epoch, history.epochs());
      history.add(1.0 / (epoch + 1));
    }
    for (int epoch = 0; epoch < 100; epoch++) {
      assertEquals(1.0 / (epoch + 1), history.loss(epoch));
    }
  }

  @Test
  void tellsTheKernelOfTheTraining() {
    assertEquals("a kernel", new History("a kernel").kernel());
  }

  @Test
  void anEpochThatDidNotRunHasNoLoss() {
    History history = new History("a kernel");
    history.add(1);
    assertThrows(IndexOutOfBoundsException.class, () -> history.loss(1));
    assertThrows(IndexOutOfBoundsException.class, () -> history.loss(-1));
  }
}
