package weka.classifiers.functions.backprop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import weka.classifiers.functions.BackpropClassifier;
import weka.classifiers.functions.backprop.encode.DataEncoding;
import weka.classifiers.functions.backprop.encode.EncodedExamples;
import weka.classifiers.functions.backprop.encode.Holdout;
import weka.classifiers.functions.backprop.encode.HoldoutStrategy;
import weka.classifiers.functions.backprop.encode.NominalClass;
import weka.classifiers.functions.backprop.encode.StatisticsScan;
import weka.classifiers.functions.backprop.network.Examples;
import weka.classifiers.functions.backprop.session.DistributedBuild;
import weka.classifiers.functions.backprop.train.Training;
import weka.classifiers.functions.backprop.train.TrainingState;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.WekaException;

/** A model that others train by a scheme's options is the one that the scheme would have trained. */
class DistributedBuildTest {

  private static BackpropClassifier scheme(String... options) throws Exception {
    BackpropClassifier scheme = new BackpropClassifier();
    // Weka's options are erased from the array as they are read.
    scheme.setOptions(options.clone());
    return scheme;
  }

  private static List<DataEncoding> encodings(DistributedBuild build, Instances data, List<List<Instance>> sample)
      throws InterruptedException {
    return build.encodings(data, StatisticsScan.of(data, data, 1), new NominalClass(data.numClasses()), sample);
  }

  private static Examples examples(List<Instance> instances, DataEncoding encoding) throws InterruptedException {
    return EncodedExamples.encode(instances, Instance::weight, encoding.inputs(), encoding.classEncoder(),
        Double.POSITIVE_INFINITY, 1);
  }

  @Test
  void aModelTrainedElsewhereIsTheSchemesOwn() throws Exception {
    Instances iris = DataSets.iris();
    String[] options = {"-N", "5", "-V", "0", "-H", "4", "-B", "16", "-K", "1"};
    BackpropClassifier expected = scheme(options);
    expected.buildClassifier(iris);

    BackpropClassifier scheme = scheme(options);
    DistributedBuild build = scheme.distributedBuild(new Instances(iris, 0), iris.size());
    assertEquals(0, build.folds().size());
    List<List<Instance>> sample = List.of(List.of(), iris);
    List<DataEncoding> encodings = encodings(build, iris, sample);
    TrainingState state = build.begin(0, encodings.get(0));
    Training.train(state, examples(iris, encodings.get(0)), null, build.plans().get(0).hyperparameters());
    scheme.setTrainedModel(build.finish(encodings, List.of(state), sample, Instance::weight));

    assertEquals(5, scheme.model().history().size());
    assertNull(scheme.model().estimate());
    assertTrue(Arrays.deepEquals(expected.distributionsForInstances(iris), scheme.distributionsForInstances(iris)));

    scheme.setTrainedModel(build.constant(encodings.get(0), new float[] {0, 0, 0}));
    assertArrayEquals(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, scheme.distributionForInstance(iris.get(0)), 1e-7);
  }

  /** Given what the scheme's own folds hold out, the committee is the scheme's own, weights and estimate as well. */
  @Test
  void aCommitteeTrainedElsewhereIsTheSchemesOwn() throws Exception {
    Instances data = DataSets.creditG();
    String[] options = {"-N", "4", "-H", "3", "-K", "8", "-B", "50"};
    BackpropClassifier expected = scheme(options);
    expected.buildClassifier(data);

    BackpropClassifier scheme = scheme(options);
    DistributedBuild build = scheme.distributedBuild(new Instances(data, 0), data.size());
    assertEquals(8, build.plans().size());
    assertEquals(2, build.folds().count());
    assertEquals(0.2, build.folds().size());
    List<Holdout> holdouts = Holdout.folds(data, 5, 2, HoldoutStrategy.RANDOM, 1);
    List<Instance> first = holdouts.get(0).validation();
    List<Instance> second = holdouts.get(1).validation();
    List<List<Instance>> sample = List.of(first, second,
        data.stream().filter(instance -> !first.contains(instance) && !second.contains(instance)).toList());
    List<DataEncoding> encodings = encodings(build, data, sample);
    assertEquals(4, new HashSet<>(encodings).size(), "steps are fitted without what is held out");
    List<TrainingState> states = new ArrayList<>();
    for (int k = 0; k < 8; k++) {
      DataEncoding encoding = encodings.get(k);
      Holdout holdout = holdouts.get(build.plans().get(k).group());
      TrainingState state = build.begin(k, encoding);
      Training.train(state, examples(holdout.training(), encoding), examples(holdout.validation(), encoding),
          build.plans().get(k).hyperparameters());
      states.add(state);
    }
    scheme.setTrainedModel(build.finish(encodings, states, sample, Instance::weight));

    assertTrue(scheme.model().members().stream().anyMatch(member -> member.weight() != 0.125));
    assertEquals(expected.model().estimate().logLoss(), scheme.model().estimate().logLoss());
    assertTrue(Arrays.deepEquals(expected.distributionsForInstances(data), scheme.distributionsForInstances(data)));
  }

  @Test
  void theAutomaticNumberOfNetworksIsOne() throws Exception {
    assertEquals(1, scheme().distributedBuild(DataSets.creditG(), 1_000_000_000_000L).plans().size());
    assertEquals(0.2, scheme().distributedBuild(DataSets.creditG(), 1_000_000_000_000L).folds().size(), 0.15);
  }

  @Test
  void invalidOptionsAreRejectedBeforehand() throws Exception {
    BackpropClassifier scheme = scheme("-L", "-2");
    assertThrows(WekaException.class, () -> scheme.distributedBuild(DataSets.iris(), 150));
  }
}
