package weka.classifiers.functions.backprop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import weka.classifiers.functions.BackpropClassifier;
import weka.classifiers.functions.backprop.encode.DataEncoding;
import weka.classifiers.functions.backprop.encode.EncodedExamples;
import weka.classifiers.functions.backprop.encode.InputEncoder;
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

  @Test
  void aModelTrainedElsewhereIsTheSchemesOwn() throws Exception {
    Instances iris = DataSets.iris();
    String[] options = {"-N", "5", "-V", "0", "-H", "4", "-B", "16"};
    BackpropClassifier expected = scheme(options);
    expected.buildClassifier(iris);

    BackpropClassifier scheme = scheme(options);
    DistributedBuild build = scheme.distributedBuild(new Instances(iris, 0));
    assertEquals(0, build.percentHeldOut(iris.size()));
    DataEncoding encoding =
        new DataEncoding(iris, InputEncoder.fit(StatisticsScan.of(iris, iris), iris,
            build.inputEncoding()), new NominalClass(3));
    TrainingState state = build.begin(encoding);
    Examples examples = EncodedExamples.encode(iris, Instance::weight, encoding.inputs(), encoding.classEncoder(),
        Double.POSITIVE_INFINITY);
    Training.train(state, examples, null, build.hyperparameters());
    scheme.setTrainedModel(build.finish(encoding, state));

    assertEquals(5, scheme.model().history().size());
    assertTrue(Arrays.deepEquals(expected.distributionsForInstances(iris), scheme.distributionsForInstances(iris)));

    scheme.setTrainedModel(build.constant(encoding, new float[] {0, 0, 0}));
    assertArrayEquals(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, scheme.distributionForInstance(iris.get(0)), 1e-7);
  }

  @Test
  void invalidOptionsAreRejectedBeforehand() throws Exception {
    BackpropClassifier scheme = scheme("-L", "-2");
    assertThrows(WekaException.class, () -> scheme.distributedBuild(DataSets.iris()));
    BackpropClassifier several = scheme("-K", "3");
    assertEquals("Option -K (networks) is 3, but must be 1 where others train the model, or auto.",
        assertThrows(WekaException.class, () -> several.distributedBuild(DataSets.iris())).getMessage());
  }
}
