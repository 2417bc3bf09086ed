package weka.classifiers.functions.backprop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.io.File;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.objenesis.strategy.StdInstantiatorStrategy;
import weka.classifiers.Classifier;
import weka.core.Attribute;
import weka.core.Instances;

/** Schemes that pass through Kryo, as Spark sends them to its workers if it is set up to use Kryo. */
class KryoTest {

  /** As Spark 3.5 sets it up. */
  private static Kryo kryo() {
    Kryo kryo = new Kryo();
    kryo.setRegistrationRequired(false);
    kryo.setReferences(true);
    kryo.setInstantiatorStrategy(new Kryo.DefaultInstantiatorStrategy(new StdInstantiatorStrategy()));
    return kryo;
  }

  /** What Kryo makes of a scheme that it writes and reads. */
  @SuppressWarnings("unchecked")
  static <T extends Classifier> T copy(T scheme) {
    Output output = new Output(1024, -1);
    kryo().writeClassAndObject(output, scheme);
    return (T) kryo().readClassAndObject(new Input(output.toBytes()));
  }

  @ParameterizedTest
  @ValueSource(ints = {Attribute.NOMINAL, Attribute.NUMERIC})
  void aSchemeThatWasNotBuiltKeepsItsOptions(int classType) throws Exception {
    BackpropScheme scheme = Schemes.forClass(classType, "-H 3,2:relu -O NESTEROV -V 30 -history h.csv -resume -L 0.5");
    BackpropScheme copy = copy(scheme);
    assertArrayEquals(scheme.getOptions(), copy.getOptions());
    Instances data = DataSets.mixed(60, classType, 5);
    scheme.setHistoryFile(new File(""));
    copy.setHistoryFile(new File(""));
    assertEquals(Schemes.parameters(Schemes.built(scheme, data)), Schemes.parameters(Schemes.built(copy, data)));
  }

  @ParameterizedTest
  @CsvSource({"1, -H 5", "0, -H 5:relu,3 -loss HUBER", "3, -H 4 -O SGD", "1, -V 30 -refit -balance", "0, -H 0 -resume",
      "1, -resume -V 30 -schedule PLATEAU"})
  void aBuiltSchemePredictsTheSameBits(int classType, String options) throws Exception {
    Instances data = DataSets.mixed(60, classType, 5);
    BackpropScheme scheme = Schemes.built(Schemes.forClass(classType, "-N 5 " + options), data);
    BackpropScheme copy = copy(scheme);
    assertArrayEquals(Schemes.predictions(scheme, data), Schemes.predictions(copy, data));
    assertArrayEquals(scheme.distributionsForInstances(data), copy.distributionsForInstances(data));
    assertEquals(scheme.toString(), copy.toString());
    assertEquals(scheme.graph(), copy.graph());
  }

  @Test
  void sparseDataAndConstantModelsPassToo() throws Exception {
    Instances sparse = DataSets.sparse(DataSets.mostlyZero(60, Attribute.NOMINAL));
    BackpropScheme scheme = Schemes.built(Schemes.classifier("-N 5"), sparse);
    assertArrayEquals(Schemes.predictions(scheme, sparse), Schemes.predictions(copy(scheme), sparse));
    Instances constant = DataSets.of("x numeric; y numeric", "1,2.5", "1,3.5");
    BackpropScheme mean = Schemes.built(Schemes.regressor(""), constant);
    assertArrayEquals(Schemes.predictions(mean, constant), Schemes.predictions(copy(mean), constant));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-O ADAM -V 30 -D 0.3", "-O NESTEROV -L 0.1 -schedule PLATEAU -decay-epochs 2"})
  void aTrainingIsResumedAsIfItHadNeverStopped(String options) throws Exception {
    Instances data = DataSets.mixed(60, Attribute.NOMINAL, 5);
    BackpropScheme copy = copy(Schemes.built(Schemes.classifier("-H 5 -N 5 -resume " + options), data));
    copy.setEpochs(4);
    Schemes.resume(copy, data);
    BackpropScheme whole = Schemes.built(Schemes.classifier("-H 5 -N 9 -resume " + options), data);
    assertEquals(Schemes.parameters(whole), Schemes.parameters(copy));
  }

  @ParameterizedTest
  @ValueSource(ints = {Attribute.NOMINAL, Attribute.NUMERIC})
  void aCommitteePassesAndIsResumed(int classType) throws Exception {
    Instances data = DataSets.mixed(60, classType, 5);
    BackpropScheme scheme = Schemes.built(Schemes.forClass(classType, "-K 4 -H 5 -N 5 -resume"), data);
    BackpropScheme copy = copy(scheme);
    assertArrayEquals(scheme.distributionsForInstances(data), copy.distributionsForInstances(data));
    assertEquals(scheme.toString(), copy.toString());
    Schemes.resume(scheme, data);
    Schemes.resume(copy, data);
    assertArrayEquals(scheme.distributionsForInstances(data), copy.distributionsForInstances(data));
  }
}
