package weka.classifiers.functions.backprop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Utils;

/** What is held out is not lost to the model. */
class HoldingOutTest {

  private static final int SEEDS = 10;

  /** 198 instances of two classes that overlap, and one of a third, far from both. */
  private static Instances oneOfItsKind() {
    Instances data = DataSets.of("a numeric; b numeric; c {common, medium, rare}");
    Random random = new Random(7);
    for (int i = 0; i < 199; i++) {
      int label = i < 150 ? 0 : i < 198 ? 1 : 2;
      double center = label == 1 ? 2.2 : 0;
      double[] values = {center + random.nextGaussian(), center + random.nextGaussian(), label};
      data.add(new DenseInstance(1, values));
    }
    data.get(198).setValue(0, -8);
    data.get(198).setValue(1, 8);
    data.randomize(random);
    return data;
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-balance"})
  @Tag("slow")
  void aClassOfOneInstanceIsLearned(String options) throws Exception {
    Instances data = oneOfItsKind();
    Instance rare = data.stream().filter(instance -> instance.classValue() == 2).findFirst().orElseThrow();
    for (int seed = 1; seed <= SEEDS; seed++) {
      BackpropScheme scheme = Schemes.built(Schemes.classifier(options + " -S " + seed), data);
      double probability = scheme.distributionForInstance(rare)[2];
      assertTrue(probability > 0.5, "seed " + seed + ": " + probability);
    }
  }

  /** The last instances contradict the others, so that training makes their loss worse from the first epoch on. */
  @Test
  void theLastInstancesAreHeldOutOnRequest() throws Exception {
    Instances data = DataSets.of("x numeric; y {a, b}");
    for (int i = 0; i < 100; i++) {
      data.add(new DenseInstance(1, new double[] {i % 7, (i % 7 > 3) == (i < 80) ? 0 : 1}));
    }
    assertEquals(1, Schemes.built(Schemes.classifier("-holdout LAST"), data).getMeasure("measureBestEpoch"));
    assertTrue(Schemes.built(Schemes.classifier("-holdout RANDOM"), data).getMeasure("measureBestEpoch") > 1);
  }

  @Test
  void predictionsAreClippedOnRequest() throws Exception {
    Instances data = DataSets.of("x numeric; y numeric", "1,2", "2,4", "3,6", "4,8");
    Instance beyond = DataSets.of("x numeric; y numeric", "1000,?").firstInstance();
    String options = "-H 0 -L 0.1 -V 0";
    assertTrue(Schemes.built(Schemes.regressor(options), data).classifyInstance(beyond) > 100);
    assertEquals(8, Schemes.built(Schemes.regressor(options + " -clip"), data).classifyInstance(beyond));
  }

  /** Counts of passengers by class, sex and age; of each kind how many died and survived. */
  private static final String[] KINDS = {"1,m,a", "1,f,a", "1,m,c", "1,f,c", "2,m,a", "2,f,a", "2,m,c", "2,f,c",
      "3,m,a", "3,f,a", "3,m,c", "3,f,c", "crew,m,a", "crew,f,a"};
  private static final int[][] COUNTS = {{118, 57}, {4, 140}, {0, 5}, {0, 1}, {154, 14}, {13, 80}, {0, 11}, {0, 13},
      {387, 75}, {89, 76}, {35, 13}, {17, 14}, {670, 192}, {3, 20}};

  @ParameterizedTest
  @ValueSource(doubles = {1, 2})
  @Tag("slow")
  void aTableOfCountsIsLearnedLikeTheObservationsThatWereCounted(double scale) throws Exception {
    Instances data = DataSets.of("class {1, 2, 3, crew}; sex {m, f}; age {a, c}; survived {no, yes}");
    for (int kind = 0; kind < KINDS.length; kind++) {
      for (int label = 0; label < 2; label++) {
        if (COUNTS[kind][label] > 0) {
          data.add(DataSets.of("class {1, 2, 3, crew}; sex {m, f}; age {a, c}; survived {no, yes}", KINDS[kind] + ","
              + (label == 0 ? "no" : "yes") + ",{" + scale * COUNTS[kind][label] + "}").firstInstance());
        }
      }
    }
    for (int seed = 1; seed <= SEEDS; seed++) {
      BackpropScheme scheme = Schemes.built(Schemes.classifier("-N 1000 -L 0.01 -S " + seed), data);
      double right = 0;
      double all = 0;
      for (Instance instance : data) {
        int predicted = Utils.maxIndex(scheme.distributionForInstance(instance));
        right += predicted == instance.classValue() ? instance.weight() : 0;
        all += instance.weight();
      }
      // What the most frequent outcome of each kind gets.
      assertEquals(1740.0 / 2201, right / all, 0.01, "seed " + seed);
    }
  }
}
