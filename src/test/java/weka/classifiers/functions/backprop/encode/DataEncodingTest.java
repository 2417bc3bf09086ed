package weka.classifiers.functions.backprop.encode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weka.classifiers.functions.backprop.DataSets;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.SerializedObject;

/** What a model keeps of its training data: their attributes, and how they were encoded. */
class DataEncodingTest {

  private static DataEncoding fit(Instances data) {
    ClassEncoder classEncoder = data.classAttribute().isNominal() ? new NominalClass(data.numClasses())
        : NumericClass.fit(data);
    return new DataEncoding(data, Rows.fit(data, InputScaling.STANDARDIZE), classEncoder);
  }

  @ParameterizedTest
  @CsvSource({Attribute.NOMINAL + ", 2", Attribute.NUMERIC + ", 0", Attribute.DATE + ", 5"})
  void isTheSameAfterSavingAndLoading(int classType, int classIndex) throws Exception {
    Instances data = DataSets.mixed(60, classType, classIndex);
    DataEncoding loaded = (DataEncoding) new SerializedObject(fit(data)).getObject();
    assertNull(loaded.header().equalHeadersMsg(data));
    assertEquals(data.relationName(), loaded.header().relationName());
    assertEquals(data.stringFreeStructure().toString(), loaded.header().toString());
    assertEquals(classIndex, loaded.header().classIndex());
    assertArrayEquals(fit(data).inputNames(), loaded.inputNames());
    for (Instance instance : data) {
      assertArrayEquals(fit(data).inputs().encode(instance), loaded.inputs().encode(instance));
    }
  }

  @Test
  void theAttributesAreThoseOfTheDataButNotTheInstances() {
    Instances data = DataSets.mixed(10, Attribute.NUMERIC, 3);
    DataEncoding encoding = fit(data);
    assertEquals(0, encoding.header().numInstances());
    assertEquals(data.attribute(1), encoding.attribute(1));
    assertEquals(data.classAttribute(), encoding.classAttribute());
  }

  /** No model is built of them, and a header must not lose them silently. */
  @Test
  void attributesOfOtherTypesAreRejected() {
    Instances data = DataSets.of("text string; c {a, b}", "x,a");
    assertThrows(IllegalArgumentException.class, () -> new DataEncoding(data, null, null));
  }

  @Test
  void bothInputsAndClassMustVaryIfThereIsSomethingToLearn() {
    assertTrue(fit(DataSets.of("x numeric; y numeric", "1,1", "2,2")).varies());
    assertFalse(fit(DataSets.of("x numeric; y numeric", "1,1", "1,2")).varies());
    assertFalse(fit(DataSets.of("x numeric; y numeric", "1,1", "2,1")).varies());
  }
}
