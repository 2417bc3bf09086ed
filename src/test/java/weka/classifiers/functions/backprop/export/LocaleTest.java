package weka.classifiers.functions.backprop.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.functions.backprop.BackpropScheme;
import weka.classifiers.functions.backprop.DataSets;
import weka.classifiers.functions.backprop.Schemes;
import weka.core.Attribute;
import weka.core.Instances;

/** What is written of a model is the same wherever the user lives. */
class LocaleTest {

  private final Locale users = Locale.getDefault();

  @AfterEach
  void restoreLocale() {
    Locale.setDefault(users);
  }

  /** With other digits, with a comma for the decimal point, and with an i of its own. */
  @ParameterizedTest
  @ValueSource(strings = {"ar-EG", "fa-IR", "bn-BD", "de-DE", "tr-TR"})
  void exportsAndReportsAreTheSame(String language) throws Exception {
    for (int classType : List.of(Attribute.NOMINAL, Attribute.NUMERIC, Attribute.DATE)) {
      Instances data = DataSets.mixed(60, classType, 2);
      Locale.setDefault(Locale.ROOT);
      BackpropScheme scheme = Schemes.built(
          Schemes.forClass(classType, "-H 5:sigmoid,3:identity -N 5 -V 20 -output-debug-info"), data);
      List<String> expected = written(scheme);
      byte[] onnx = Onnx.write(scheme.model());
      Locale.setDefault(Locale.forLanguageTag(language));
      assertNotEquals(String.format(Locale.ROOT, "%,.1f%S", 1234567.8, "i"), String.format("%,.1f%S", 1234567.8, "i"));
      assertEquals(expected, written(scheme));
      assertArrayEquals(onnx, Onnx.write(scheme.model()));
    }
  }

  private static List<String> written(BackpropScheme scheme) throws Exception {
    return List.of(scheme.toSource("Net"), scheme.toPMML(null), scheme.graph(), scheme.model().history().toCsv(),
        scheme.toString());
  }
}
