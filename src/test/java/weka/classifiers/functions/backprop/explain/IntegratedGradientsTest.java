package weka.classifiers.functions.backprop.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.functions.backprop.DataSets;
import weka.classifiers.functions.backprop.Schemes;
import weka.classifiers.functions.backprop.encode.ClassEncoder;
import weka.classifiers.functions.backprop.encode.DataEncoding;
import weka.classifiers.functions.backprop.encode.InputEncoder;
import weka.classifiers.functions.backprop.encode.InputEncoding;
import weka.classifiers.functions.backprop.encode.InputScaling;
import weka.classifiers.functions.backprop.encode.NominalClass;
import weka.classifiers.functions.backprop.encode.NumericClass;
import weka.classifiers.functions.backprop.encode.StatisticsScan;
import weka.classifiers.functions.backprop.model.Member;
import weka.classifiers.functions.backprop.model.MemberKind;
import weka.classifiers.functions.backprop.model.Model;
import weka.classifiers.functions.backprop.network.Activation;
import weka.classifiers.functions.backprop.network.HiddenLayer;
import weka.classifiers.functions.backprop.network.InputRows;
import weka.classifiers.functions.backprop.network.Layer;
import weka.classifiers.functions.backprop.network.Loss;
import weka.classifiers.functions.backprop.network.Network;
import weka.classifiers.functions.backprop.network.Output;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Instances;

class IntegratedGradientsTest {

  /** The mean of a is 2 and its deviation 1; the most frequent label is q; those of y are 20 and 10. */
  private final Instances numbers = DataSets.of("a numeric; n {p,q,r}; y numeric",
      "1,p,10", "3,q,30", "1,q,10", "3,r,30");

  private static DataEncoding encoding(Instances data, ClassEncoder classEncoder) throws Exception {
    InputEncoder inputs = InputEncoder.fit(StatisticsScan.of(data, data, 1), data,
        InputEncoding.of(InputScaling.STANDARDIZE));
    return new DataEncoding(data, inputs, classEncoder);
  }

  private static Model model(DataEncoding encoding, Network network) {
    return Model.of(new Member(MemberKind.SMOOTH, encoding, network, null, false));
  }

  @Test
  void withoutHiddenLayersEachAttributeContributesItsWeightsInUnitsOfTheClass() throws Exception {
    Layer layer = new Layer(4, 1, Activation.IDENTITY);
    float[] weights = {0.5f, 1, 2, 4, 8};
    for (int i = 0; i < weights.length; i++) {
      layer.parameters()[i][0] = weights[i];
    }
    Contributions contributions = new IntegratedGradients(model(encoding(numbers, NumericClass.fit(numbers)),
        new Network(List.of(layer), Loss.SQUARED_ERROR)), 0).of(numbers.get(3));
    // 3 is a deviation above the mean; r instead of q is 4 - 2; the unit of y is 10.
    assertEquals(10 * 0.5, contributions.values()[0], 1e-4);
    assertEquals(10 * (4 - 2), contributions.values()[1], 1e-4);
    assertEquals(0, contributions.values()[2]);
    assertEquals(20 + 10 * (2 + 8), contributions.base(), 1e-4);
    assertEquals(contributions.base() + 25, contributions.prediction(), 1e-4);
  }

  @Test
  void contributionsOfADeepNetworkAddUpToTheDifferenceFromTheBaseline() throws Exception {
    Instances iris = DataSets.iris();
    DataEncoding encoding = encoding(iris, new NominalClass(3));
    Network network = Network.create(4, List.of(new HiddenLayer(8, Activation.TANH),
        new HiddenLayer(5, Activation.SIGMOID)), 3, Loss.CROSS_ENTROPY, new SplittableRandom(1));
    for (int label = 0; label < 3; label++) {
      Contributions contributions = new IntegratedGradients(model(encoding, network), label).of(iris.get(120));
      assertEquals(contributions.prediction() - contributions.base(), Arrays.stream(contributions.values()).sum(),
          1e-5);
      assertEquals(network.predict(InputRows.dense(
          new float[][] {encoding.inputs().encode(iris.get(120))}))[0][label], contributions.prediction(), 1e-6);
    }
  }

  /** Softmax is taken of the mean, so networks can't be explained one by one. */
  @ParameterizedTest
  @ValueSource(ints = {Attribute.NOMINAL, Attribute.NUMERIC})
  void contributionsOfACommitteeAddUpToTheDifferenceFromTheBaseline(int classType) throws Exception {
    Instances data = DataSets.mixed(80, classType, 5);
    Model model = Schemes.built(Schemes.forClass(classType, "-K 4 -N 20 -H 6"), data).model();
    double range = classType == Attribute.NOMINAL ? 1 : Math.sqrt(data.variance(data.classIndex()));
    for (Instance instance : new Instances(data, 0, 10)) {
      Contributions contributions = new IntegratedGradients(model, 0).of(instance);
      assertEquals(model.predict(instance)[0], contributions.prediction(), 1e-5 * range);
      assertEquals(contributions.prediction() - contributions.base(), Arrays.stream(contributions.values()).sum(),
          0.02 * range);
      assertEquals(0, contributions.values()[data.classIndex()]);
    }
  }

  @Test
  void gradientIsThatOfSmallDifferences() {
    Network network = Network.create(3, List.of(new HiddenLayer(6, Activation.TANH)), 2, Loss.CROSS_ENTROPY,
        new SplittableRandom(2));
    float[] x = {0.3f, -0.7f, 1.1f};
    InputGradient pass = new InputGradient(network, x);
    double[] gradient = pass.of(InputGradient.outputDelta(Output.SOFTMAX, pass.sums(), 1));
    for (int i = 0; i < x.length; i++) {
      double h = 1e-2;
      float[] up = x.clone();
      float[] down = x.clone();
      up[i] += (float) h;
      down[i] -= (float) h;
      double difference = (output(network, up) - output(network, down)) / (2 * h);
      assertEquals(difference, gradient[i], 1e-4);
    }
  }

  private static double output(Network network, float[] x) {
    return network.loss().output().apply(new InputGradient(network, x).sums(), 2)[1];
  }
}
