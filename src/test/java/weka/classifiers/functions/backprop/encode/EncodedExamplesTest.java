package weka.classifiers.functions.backprop.encode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.functions.backprop.DataSets;
import weka.classifiers.functions.backprop.network.Activation;
import weka.classifiers.functions.backprop.network.Examples;
import weka.classifiers.functions.backprop.network.HiddenLayer;
import weka.classifiers.functions.backprop.network.Loss;
import weka.classifiers.functions.backprop.network.Network;
import weka.classifiers.functions.backprop.train.BatchAveraging;
import weka.classifiers.functions.backprop.train.Optimizer;
import weka.classifiers.functions.backprop.train.Regularization;
import weka.classifiers.functions.backprop.train.Schedule;
import weka.classifiers.functions.backprop.train.Stopping;
import weka.classifiers.functions.backprop.train.Trainer;
import weka.classifiers.functions.backprop.train.TrainingSettings;
import weka.classifiers.functions.backprop.train.TrainingState;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Instances;

/** Encoded training data give the same training whether they are kept in memory or encoded again and again. */
class EncodedExamplesTest {

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
    new Trainer(new TrainingState(network, new Optimizer.Sgd()), examples,
        new TrainingSettings(0.1, new Schedule.Constant(), BatchAveraging.MEAN, 10, new Optimizer.Sgd(),
            Regularization.NONE, Stopping.after(3), 1, 1)).train();
    return network;
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whereRowsAreKeptDoesntChangeTraining(boolean mostlyZero) throws Exception {
    Instances data = data(mostlyZero);
    InputEncoder inputs = Rows.fit(data, InputScaling.STANDARDIZE);
    assertEquals(mostlyZero, inputs.isSparse());
    Network inMemory =
        trained(data, inputs, EncodedExamples.of(data, Instance::weight, inputs, new NominalClass(3), true));
    Network streamed =
        trained(data, inputs, EncodedExamples.of(data, Instance::weight, inputs, new NominalClass(3), false));
    float[][] rows = Rows.of(inputs, data);
    assertArrayEquals(inMemory.predict(rows), streamed.predict(rows));
  }

  @Test
  void smallDataAreKeptInMemory() throws Exception {
    Instances data = data(false);
    InputEncoder inputs = Rows.fit(data, InputScaling.STANDARDIZE);
    assertEquals(EncodedExamples.of(data, Instance::weight, inputs, new NominalClass(3), true).getClass(),
        EncodedExamples.of(data, Instance::weight, inputs, new NominalClass(3)).getClass());
  }
}
