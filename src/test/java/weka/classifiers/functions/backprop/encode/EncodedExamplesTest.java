package weka.classifiers.functions.backprop.encode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.functions.backprop.DataSets;
import weka.classifiers.functions.backprop.network.Activation;
import weka.classifiers.functions.backprop.network.Examples;
import weka.classifiers.functions.backprop.network.HiddenLayer;
import weka.classifiers.functions.backprop.network.InputRows;
import weka.classifiers.functions.backprop.network.KeptApart;
import weka.classifiers.functions.backprop.network.Loss;
import weka.classifiers.functions.backprop.network.Network;
import weka.classifiers.functions.backprop.network.RowSource;
import weka.classifiers.functions.backprop.train.BatchAveraging;
import weka.classifiers.functions.backprop.train.Hyperparameters;
import weka.classifiers.functions.backprop.train.LearningRate;
import weka.classifiers.functions.backprop.train.Optimizer;
import weka.classifiers.functions.backprop.train.Regularization;
import weka.classifiers.functions.backprop.train.Stopping;
import weka.classifiers.functions.backprop.train.Training;
import weka.classifiers.functions.backprop.train.TrainingState;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Instances;

/** Encoded training data give the same training whether they are kept in memory or encoded again and again. */
class EncodedExamplesTest {

  /** Bytes that rows may take. */
  private static final double IN_MEMORY = 1e6;
  private static final double STREAMED = 0;

  /** Data with weights, dense or mostly zero. */
  private static Instances data(boolean mostlyZero) {
    Instances data = mostlyZero ? DataSets.mostlyZero(55, Attribute.NOMINAL) : DataSets.mixed(55, Attribute.NOMINAL, 2);
    for (int i = 0; i < data.numInstances(); i++) {
      data.instance(i).setWeight(0.5 + i % 3);
    }
    return data;
  }

  private static Network trained(Instances data, InputEncoder inputs, Examples examples) throws Exception {
    Network network = Network.create(inputs.width(), List.of(new HiddenLayer(4, Activation.TANH)), 3,
        Loss.CROSS_ENTROPY, new SplittableRandom(1));
    assertEquals(data.numInstances(), examples.size());
    Training.train(new TrainingState(network, new Optimizer.Sgd()), examples, null,
        new Hyperparameters(LearningRate.constant(0.1), BatchAveraging.MEAN, 10, new Optimizer.Sgd(),
            Regularization.NONE, Stopping.after(3), 1, 1));
    return network;
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whereRowsAreKeptDoesntChangeTraining(boolean mostlyZero) throws Exception {
    Instances data = data(mostlyZero);
    InputEncoder inputs = Rows.fit(data, InputScaling.STANDARDIZE);
    assertEquals(mostlyZero, inputs.isSparse());
    Network inMemory = trained(data, inputs,
        EncodedExamples.encode(data, Instance::weight, inputs, new NominalClass(3), IN_MEMORY, 1));
    Network streamed = trained(data, inputs,
        EncodedExamples.encode(data, Instance::weight, inputs, new NominalClass(3), STREAMED, 1));
    float[][] rows = Rows.of(inputs, data);
    assertArrayEquals(inMemory.predict(InputRows.dense(rows)), streamed.predict(InputRows.dense(rows)));
  }

  /** Both parts are read in turn, each into rows of its own, and inputs are dropped from copies. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void norDoesItWithValidationAndDropout(boolean mostlyZero) throws Exception {
    Instances data = data(mostlyZero);
    Holdout holdout = Holdout.of(data, 30, HoldoutStrategy.RANDOM, 1);
    InputEncoder inputs = Rows.fit(data, InputScaling.STANDARDIZE);
    NominalClass labels = new NominalClass(3);
    Hyperparameters settings = new Hyperparameters(LearningRate.constant(0.1), BatchAveraging.MEAN, 10,
        new Optimizer.Sgd(), new Regularization(0, 0.3, 0.3, 1), Stopping.after(3), 1, 1);
    List<double[]> losses = new ArrayList<>();
    for (double room : new double[] {IN_MEMORY, STREAMED}) {
      TrainingState state = new TrainingState(Network.create(inputs.width(),
          List.of(new HiddenLayer(4, Activation.TANH)), 3, Loss.CROSS_ENTROPY, new SplittableRandom(1)),
          settings.optimizer());
      Training.train(state, EncodedExamples.encode(holdout.training(), Instance::weight, inputs, labels, room, 1),
          EncodedExamples.encode(holdout.validation(), Instance::weight, inputs, labels, room, 1), settings);
      losses.add(state.history().epochs().stream().flatMapToDouble(
          epoch -> DoubleStream.of(epoch.loss(), epoch.validationLoss())).toArray());
    }
    assertArrayEquals(losses.get(0), losses.get(1));
  }

  /** An attribute that is never 0 among labels that mostly are, so that it is kept apart. */
  @Test
  void columnsThatAreKeptApartHoldTheSameValues() throws Exception {
    Instances data = DataSets.of("x numeric; y numeric; n {a, b, c, d, e, f, g, h, i, j, k}; c {a, b}", "1,2,a,a",
        "2,0,b,b", "4,5,c,a", "8,1,d,b", "3,1,e,a", "5,2,f,b", "7,3,g,a", "6,3,h,b", "9,1,i,b", "2,2,j,a", "1,3,k,b");
    InputEncoder inputs = Rows.fit(data, InputScaling.STANDARDIZE);
    for (double room : new double[] {IN_MEMORY, STREAMED}) {
      RowSource rows = EncodedExamples.encode(data, Instance::weight, inputs, new NominalClass(2), room, 1).rows();
      for (int i = 0; i < data.numInstances(); i++) {
        assertArrayEquals(inputs.encode(data.get(i)), KeptApart.row(rows, i, inputs.width(), 2));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void targetsAndWeightsAreThoseOfTheInstances(boolean mostlyZero) throws Exception {
    Instances data = data(mostlyZero);
    InputEncoder inputs = Rows.fit(data, InputScaling.STANDARDIZE);
    for (double room : new double[] {IN_MEMORY, STREAMED}) {
      Examples examples = EncodedExamples.encode(data, i -> 2 * i.weight(), inputs, new NominalClass(3), room, 1);
      for (int i = 0; i < data.numInstances(); i++) {
        assertEquals(1, examples.target(i)[(int) data.get(i).classValue()]);
        assertEquals(2 * data.get(i).weight(), examples.weight(i));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void rowsAreKeptIfThereIsRoom(boolean mostlyZero) throws Exception {
    Instances data = data(mostlyZero);
    InputEncoder inputs = Rows.fit(data, InputScaling.STANDARDIZE);
    double room = (inputs.isSparse() ? 8 * inputs.nonZeros() + 48 : 4.0 * inputs.width() + 24) * data.numInstances();
    assertEquals(InputRows.class, source(data, inputs, room));
    assertNotEquals(InputRows.class, source(data, inputs, room - 1));
  }

  private static Class<?> source(Instances data, InputEncoder inputs, double room) throws InterruptedException {
    return EncodedExamples.encode(data, Instance::weight, inputs, new NominalClass(3), room, 1).rows().getClass();
  }
}
