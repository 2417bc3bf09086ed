package weka.classifiers.functions.backprop.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RandomFoldsTest {

  @Test
  void eachFoldGetsItsPartOfTheRows() {
    RandomFolds folds = new RandomFolds(3, 0.1);
    SplittableRandom random = new SplittableRandom(1);
    int[] rows = new int[4];
    for (int k = 0; k < 100_000; k++) {
      rows[folds.of(random.nextDouble())]++;
    }
    for (int fold = 0; fold < 3; fold++) {
      assertEquals(10_000, rows[fold], 300);
    }
  }

  @Test
  void foldsMayTakeAllRowsOrNone() {
    assertEquals(2, new RandomFolds(3, 1.0 / 3).of(Math.nextDown(1.0)));
    assertEquals(0, new RandomFolds(1, 1).of(0));
    assertEquals(1, new RandomFolds(1, 0).of(0));
  }
}
