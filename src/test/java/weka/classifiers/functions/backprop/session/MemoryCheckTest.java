package weka.classifiers.functions.backprop.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weka.classifiers.functions.backprop.BackpropScheme;
import weka.classifiers.functions.backprop.DataSets;
import weka.classifiers.functions.backprop.Schemes;
import weka.classifiers.functions.backprop.model.MemberKind;
import weka.classifiers.functions.backprop.network.Activation;
import weka.classifiers.functions.backprop.network.HiddenLayer;
import weka.classifiers.functions.backprop.network.Loss;
import weka.core.Attribute;
import weka.core.Instances;
import weka.core.WekaException;

/** A training that can't fit into memory says so before it begins. */
class MemoryCheckTest {

  private static String rejection(String options, Instances data) throws Exception {
    BackpropScheme scheme = Schemes.forClass(data.classAttribute().type(), options);
    WekaException e = assertThrows(WekaException.class, () -> scheme.buildClassifier(data));
    assertThrows(WekaException.class, () -> scheme.distributionForInstance(data.firstInstance()));
    return e.getMessage();
  }

  @ParameterizedTest
  @CsvSource({"1, 1000000000", "0, 2147483647", "1, '500000,500000'", "0, '64,1000000,1000000'"})
  void absurdlyManyUnitsAreRejected(int classType, String hiddenLayers) throws Exception {
    String message = rejection("-H " + hiddenLayers, DataSets.mixed(30, classType, 2));
    assertTrue(message.matches("Training needs [\\d,]+ [MG]B of memory, but only [\\d,]+ of Java's [\\d,]+ MB are "
        + "available\\. Use smaller or fewer hidden layers \\(option -H, hiddenLayers: " + hiddenLayers + "\\), .*"
        + "the optimizer SGD \\(option -O, optimizer: ADAM\\), or give Java more memory \\(java -Xmx\\)\\."), message);
  }

  @Test
  void whatWouldTakeLessIsNamed() throws Exception {
    String sparing = rejection("-O SGD -H 10000000,10000000", DataSets.mixed(30, Attribute.NOMINAL, 2));
    assertTrue(sparing.endsWith("hiddenLayers: 10000000,10000000), or give Java more memory (java -Xmx)."), sparing);
    String refit = rejection("-refit -H 10000000,10000000", DataSets.mixed(30, Attribute.NOMINAL, 2));
    assertTrue(refit.contains("no second training (option -refit)"), refit);
    Instances many = DataSets.mixed(5000, Attribute.NUMERIC, 2);
    String batch = rejection("-O SGD -B 0 -H 1000000", many);
    assertTrue(batch.contains("smaller mini-batches (option -B, miniBatchSize: 0)"), batch);
  }

  /** Of three instances one is held out, though a fifth of them is less than one. */
  @Test
  void aSecondTrainingOnFewInstancesCounts() throws Exception {
    Instances few = DataSets.mixed(3, Attribute.NUMERIC, 2);
    String once = rejection("-V 20 -H 1000000,1000000", few);
    String twice = rejection("-V 20 -refit -H 1000000,1000000", few);
    assertTrue(twice.contains("no second training (option -refit)"), twice);
    // The first has the best network beside what the second has too.
    assertEquals((12 + 11) / 12.0, megabytes(twice) / megabytes(once), 0.01);
  }

  /** Adam keeps two numbers for each parameter, of which two copies are kept in turn; so it needs the most. */
  @Test
  void anOptimizerThatKeepsLessNeedsLess() throws Exception {
    Instances data = DataSets.mixed(30, Attribute.NUMERIC, 2);
    String layers = " -V 0 -H 1000000,1000000";
    double sgd = megabytes(rejection("-O SGD" + layers, data));
    double momentum = megabytes(rejection("-O MOMENTUM" + layers, data));
    double adam = megabytes(rejection("-O ADAM" + layers, data));
    // Parameters, gradients, transposed weights and three copies, and three times what the optimizer keeps.
    assertEquals((6 + 3) / 6.0, momentum / sgd, 0.01);
    assertEquals((6 + 6) / 6.0, adam / sgd, 0.01);
  }

  private static double megabytes(String message) {
    double amount = Double.parseDouble(message.replaceAll("Training needs ([\\d,]+) .*", "$1").replace(",", ""));
    return message.startsWith(" GB", message.indexOf(" of memory") - 3) ? 1024 * amount : amount;
  }

  @Test
  void muchMemoryIsGivenInGigabytes() {
    double gigabyte = 1L << 30;
    assertEquals("10,239 MB", MemoryCheck.amount(9.999 * gigabyte));
    assertEquals("448 GB", MemoryCheck.amount(447.6 * gigabyte));
  }

  /** Its layers, inputs and optimizer are there already. */
  @Test
  void aResumedTrainingCanChangeLittle() throws Exception {
    assertTrue(rejectionOfResumption("-B 32").endsWith("are available. Give Java more memory (java -Xmx)."));
    assertTrue(rejectionOfResumption("-B 0").endsWith("available. Use smaller mini-batches (option -B, miniBatchSize: "
        + "0), or give Java more memory (java -Xmx)."));
    double all = megabytes(rejection("-V 0 -H 1000000,1000000", DataSets.mixed(30, Attribute.NUMERIC, 2)));
    // Of 12 times the parameters, three are those of the state: themselves, and two numbers of Adam's for each.
    assertEquals((12 - 3) / 12.0, megabytes(rejectionOfResumption("-V 0")) / all, 0.01);
  }

  private static String rejectionOfResumption(String options) throws Exception {
    BackpropScheme scheme = Schemes.regressor(options);
    int instances = options.equals("-B 0") ? 1_000_000 : 30;
    HiddenLayer layer = new HiddenLayer(1_000_000, Activation.TANH);
    NetworkPlan plan = new NetworkPlan(MemberKind.SMOOTH, 0, 0, null, List.of(layer, layer),
        scheme.hyperparameters());
    Specification specification = new Specification(size -> List.of(plan), Loss.SQUARED_ERROR, null, null,
        ValidationSplit.NONE, 1, 1, false, new File(""), Map.of());
    MemoryCheck check = new MemoryCheck(specification, plan, 1, 9, 1, instances, 0, true);
    return assertThrows(WekaException.class, check::run).getMessage();
  }
}
