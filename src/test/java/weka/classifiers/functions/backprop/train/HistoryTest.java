package weka.classifiers.functions.backprop.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryTest {

  private static History.Epoch epoch(double loss) {
    return new History.Epoch(loss, Double.NaN, Double.NaN, 0.1, 0.25);
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

  private static History of(int epochs, int best) {
    History history = new History("a kernel");
    for (int epoch = 1; epoch <= epochs; epoch++) {
      history.add(epoch(1.0 / epoch), epoch == best);
    }
    return history;
  }

  /** The epochs of its lines. */
  private static List<String> epochs(String csv) {
    return csv.lines().skip(1).map(line -> line.substring(0, line.indexOf(','))).toList();
  }

  @Test
  void aCsvHasALineForEachEpoch() {
    assertEquals("epoch,training loss,validation loss,learning rate,seconds\n1,1.0,,0.1,0.250000\n"
        + "2,0.5,,0.1,0.250000\n", of(2, 1).toCsv());
    History validated = new History("a kernel");
    validated.add(new History.Epoch(3, 2, 0.5, 0.1, 0), true);
    assertEquals("1,3.0,2.0,0.1,0.000000", validated.toCsv().lines().toList().get(1));
  }

  @Test
  void scoresThatHaveANameAreInItsUnitAndTheLastColumn() {
    History history = new History("a kernel");
    history.nameScores("accuracy (%)", 100);
    assertNull(history.scoreName());
    history.add(new History.Epoch(3, 2, 0.5, 0.1, 0), true);
    assertEquals(50, history.score(history.last()));
    assertEquals("epoch,training loss,validation loss,learning rate,seconds,validation accuracy (%)\n"
        + "1,3.0,2.0,0.1,0.000000,50.0\n", history.toCsv());
    History mean = History.mean("a kernel", List.of(history.epochs(), history.epochs()), List.of());
    assertEquals(50, mean.withScoresOf(history).score(mean.last()));
  }

  @Test
  void aShortCsvHasEvenlySpacedEpochsAndTheBestAndTheLast() {
    assertEquals(List.of("1", "4", "5", "7", "10", "11"), epochs(of(11, 5).toCsv(4)));
    assertEquals(List.of("1", "4", "7", "10"), epochs(of(10, 7).toCsv(4)));
  }

  @Test
  void withoutTheLastEpochTheBestIsAmongTheOthers() {
    History history = of(3, 3);
    history.removeAfter(2);
    assertEquals(2, history.size());
    assertEquals(2, history.bestEpoch());
    assertEquals(0.5, history.last().loss());
  }
}
