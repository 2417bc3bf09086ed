package weka.classifiers.functions.backprop.stream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.functions.backprop.DataSets;
import weka.classifiers.functions.backprop.encode.DataEncoding;
import weka.classifiers.functions.backprop.encode.RunningStatistics;
import weka.classifiers.functions.backprop.network.Activation;
import weka.classifiers.functions.backprop.network.Examples;
import weka.classifiers.functions.backprop.network.HiddenLayer;
import weka.classifiers.functions.backprop.network.InputRows;
import weka.classifiers.functions.backprop.network.Layer;
import weka.classifiers.functions.backprop.network.Loss;
import weka.classifiers.functions.backprop.network.Network;
import weka.classifiers.functions.backprop.train.BatchAveraging;
import weka.classifiers.functions.backprop.train.Hyperparameters;
import weka.classifiers.functions.backprop.train.LearningRate;
import weka.classifiers.functions.backprop.train.Optimizer;
import weka.classifiers.functions.backprop.train.Regularization;
import weka.classifiers.functions.backprop.train.StepTrainer;
import weka.classifiers.functions.backprop.train.Stopping;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Instances;

class StreamLearnerTest {

  private static final List<HiddenLayer> LAYERS = List.of(new HiddenLayer(5, Activation.TANH));
  private static final int WARM_UP = 16;
  private final Instances data = DataSets.mixed(60, Attribute.NOMINAL, 2);

  private static StreamSettings settings(int miniBatchSize, int replayBuffer, int replays) {
    return new StreamSettings(new Hyperparameters(LearningRate.constant(0.05), BatchAveraging.SUM, miniBatchSize,
        new Optimizer.Adam(), Regularization.NONE, Stopping.after(0), 3, 1), WARM_UP, replayBuffer, replays);
  }

  private StreamLearner learnt(StreamSettings settings) throws Exception {
    StreamLearner learner = new StreamLearner(data, LAYERS, Loss.CROSS_ENTROPY, settings);
    for (Instance instance : data) {
      learner.update(instance, settings);
    }
    return learner;
  }

  private static String parameters(Network network) {
    StringBuilder parameters = new StringBuilder();
    for (Layer layer : network.layers()) {
      parameters.append(Arrays.deepToString(layer.weights())).append(Arrays.toString(layer.biases()));
    }
    return parameters.toString();
  }

  private List<Instance> usable() {
    return data.stream().filter(instance -> !instance.classIsMissing()).toList();
  }

  /** What the learner does, written down without it. */
  private Network byHand(StreamSettings settings, int steps) throws InterruptedException {
    RunningStatistics statistics = new RunningStatistics(data, WARM_UP);
    DataEncoding encoding = statistics.encoding(data);
    Network network = Network.create(encoding.inputs().width(), LAYERS, 3, Loss.CROSS_ENTROPY, new SplittableRandom(3));
    StepTrainer trainer = new StepTrainer(network, settings.hyperparameters().optimizer());
    int size = settings.hyperparameters().miniBatchSize();
    for (int step = 0; step < steps; step++) {
      List<Instance> batch = usable().subList(step * size, (step + 1) * size);
      batch.forEach(statistics::add);
      encoding = statistics.encoding(data);
      trainer.train(new Examples(InputRows.dense(encoding.inputs().encode(batch)),
          encoding.classEncoder().targets(batch), batch.stream().mapToDouble(instance -> 1.0 / size).toArray()),
          settings.hyperparameters());
    }
    return trainer.average();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 7})
  void withoutReplayThereIsOneStepForEachMiniBatch(int miniBatchSize) throws Exception {
    StreamSettings settings = settings(miniBatchSize, 100, 0);
    StreamLearner learner = learnt(settings);
    int steps = usable().size() / miniBatchSize;
    assertEquals(steps, learner.steps());
    assertEquals(usable().size(), learner.instances());
    assertEquals(0, learner.replayable());
    assertEquals(parameters(byHand(settings, steps)), parameters(learner.model().heaviest().network()));
  }

  @Test
  void eachMiniBatchIsFollowedByReplayedOnes() throws Exception {
    StreamSettings settings = settings(4, 10, 3);
    StreamLearner learner = learnt(settings);
    assertEquals(usable().size() / 4 * 4, learner.steps());
    assertEquals(10, learner.replayable());
    assertEquals(0, learnt(settings(4, 0, 3)).replayable());
  }

  @Test
  void aFlushTrainsOnWhatWaits() throws Exception {
    StreamSettings settings = settings(32, 0, 0);
    StreamLearner learner = learnt(settings);
    assertEquals(1, learner.steps());
    learner.flush(settings);
    assertEquals(2, learner.steps());
    learner.flush(settings);
    assertEquals(2, learner.steps());
  }

  @Test
  void aSmallerMiniBatchSizeAppliesFromTheNextInstance() throws Exception {
    StreamLearner learner = new StreamLearner(data, LAYERS, Loss.CROSS_ENTROPY, settings(32, 0, 0));
    List<Instance> usable = new ArrayList<>(usable());
    for (Instance instance : usable.subList(0, 9)) {
      learner.update(instance, settings(32, 0, 0));
    }
    assertEquals(0, learner.steps());
    learner.update(usable.get(9), settings(4, 0, 0));
    assertEquals(2, learner.steps());
  }

  /** Of the flowers in a random order; the mean of the first ones is ln 3, as of a network that knows nothing. */
  @Test
  void theMeanLossFalls() throws Exception {
    Instances iris = DataSets.iris();
    iris.randomize(new java.util.Random(1));
    StreamSettings settings = settings(4, 100, 3);
    StreamLearner learner = new StreamLearner(iris, LAYERS, Loss.CROSS_ENTROPY, settings);
    assertEquals(Double.NaN, learner.meanLoss());
    for (int pass = 0; pass < 10; pass++) {
      for (Instance instance : iris) {
        learner.update(instance, settings);
      }
    }
    assertTrue(learner.meanLoss() < 0.15, "" + learner.meanLoss());
    double[] prediction = learner.model().predict(iris.instance(0));
    assertArrayEquals(prediction, learner.model().predict(iris.instance(0)));
  }
}
