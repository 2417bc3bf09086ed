package weka.classifiers.functions.backprop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import weka.classifiers.functions.backprop.encode.InputEncoder;
import weka.classifiers.functions.backprop.encode.InputEncoding;
import weka.classifiers.functions.backprop.encode.InputScaling;
import weka.classifiers.functions.backprop.encode.NominalClass;
import weka.classifiers.functions.backprop.encode.StatisticsScan;
import weka.classifiers.functions.backprop.network.Activation;
import weka.classifiers.functions.backprop.network.Examples;
import weka.classifiers.functions.backprop.network.HiddenLayer;
import weka.classifiers.functions.backprop.network.InputRows;
import weka.classifiers.functions.backprop.network.Loss;
import weka.classifiers.functions.backprop.network.Network;
import weka.classifiers.functions.backprop.train.BatchAveraging;
import weka.classifiers.functions.backprop.train.Hyperparameters;
import weka.classifiers.functions.backprop.train.LearningRate;
import weka.classifiers.functions.backprop.train.Optimizer;
import weka.classifiers.functions.backprop.train.Regularization;
import weka.classifiers.functions.backprop.train.Stopping;
import weka.classifiers.functions.backprop.train.Training;
import weka.classifiers.functions.backprop.train.TrainingState;
import weka.core.Instances;

/** The scheme adds nothing of its own to training: with the plain rule's options it trains by the plain rule. */
class PlainRuleTest {

  @Test
  void theSchemeTrainsAsTheTrainerDoesOnTheEncodedData() throws Exception {
    Instances data = DataSets.iris();
    BackpropScheme scheme =
        Schemes.built(Schemes.classifier("-O SGD -F SIGMOID -L 0.1 -A MEAN -B 32 -H 5 -N 10 -S 7"), data);

    InputEncoder inputs = InputEncoder.fit(StatisticsScan.of(data, data, 1), data,
        InputEncoding.of(InputScaling.STANDARDIZE));
    float[][] rows = data.stream().map(inputs::encode).toArray(float[][]::new);
    double[] weights = new double[rows.length];
    Arrays.fill(weights, 1);
    Network network = Network.create(4, List.of(new HiddenLayer(5, Activation.SIGMOID)), 3, Loss.CROSS_ENTROPY,
        new SplittableRandom(7));
    Examples examples = new Examples(InputRows.dense(rows), new NominalClass(3).targets(data), weights);
    Training.train(new TrainingState(network, new Optimizer.Sgd()), examples, null,
        new Hyperparameters(LearningRate.constant(0.1), BatchAveraging.MEAN, 32, new Optimizer.Sgd(),
            Regularization.NONE, Stopping.after(10), 7, 1));

    assertArrayEquals(network.predict(InputRows.dense(rows)), Schemes.predictions(scheme, data));
  }
}
