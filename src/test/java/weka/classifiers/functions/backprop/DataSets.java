package weka.classifiers.functions.backprop;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.SparseInstance;
import weka.core.TestInstances;
import weka.datagenerators.DataGenerator;

/** Data that several tests use. Every call gives data of its own, which the test may change. */
public final class DataSets {

  private DataSets() {
  }

  /** 150 flowers of three kinds, from Weka's jar. */
  public static Instances iris() {
    return ofWeka("iris.arff");
  }

  /** 1000 credit applications, good or bad, with 7 numeric and 13 nominal attributes, from Weka's jar. */
  public static Instances creditG() {
    return ofWeka("credit-g.arff");
  }

  private static Instances ofWeka(String name) {
    try (InputStream in = DataSets.class.getResourceAsStream("/weka/gui/knowledgeflow/templates/" + name)) {
      return classLast(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * A small data set.
   *
   * @param attributes as in an ARFF file, separated by semicolons; the last is the class
   * @param rows as in an ARFF file: dense, sparse in braces, a weight other than 1 as {weight} at the end
   */
  public static Instances of(String attributes, String... rows) {
    StringBuilder arff = new StringBuilder("@relation test\n");
    for (String attribute : attributes.split(";")) {
      arff.append("@attribute ").append(attribute.trim()).append('\n');
    }
    arff.append("@data\n");
    for (String row : rows) {
      arff.append(row).append('\n');
    }
    try {
      return classLast(new StringReader(arff.toString()));
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Instances classLast(Reader arff) throws IOException {
    Instances data = new Instances(arff);
    data.setClassIndex(data.numAttributes() - 1);
    return data;
  }

  /**
   * Random data with the attributes Nominal1, Nominal2, Numeric1, Numeric2 and Date1, in which every second instance
   * lacks a value.
   *
   * @param classType {@link Attribute#NOMINAL} (three labels), {@link Attribute#NUMERIC} or {@link Attribute#DATE}
   * @param classIndex from 0
   */
  public static Instances mixed(int size, int classType, int classIndex) {
    TestInstances random = new TestInstances();
    random.setSeed(42);
    random.setNumInstances(size);
    random.setNumNumeric(2);
    random.setNumNominal(2);
    random.setNumDate(1);
    random.setNumNominalValues(3);
    random.setNumClasses(3);
    random.setClassType(classType);
    random.setClassIndex(classIndex);
    try {
      Instances data = random.generate();
      for (int i = 0; i < size; i += 2) {
        data.instance(i).setMissing((classIndex + 1 + i % 5) % 6);
      }
      return data;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Random data of which nine values in ten are zero: 40 numeric attributes and two nominal ones, with a nominal or a
   * numeric class.
   */
  public static Instances mostlyZero(int size, int classType) {
    StringBuilder attributes = new StringBuilder("yes {no, yes}; colour {none, r, g}; ");
    for (int a = 0; a < 40; a++) {
      attributes.append("a").append(a).append(" numeric; ");
    }
    Instances data = of(attributes + (classType == Attribute.NOMINAL ? "c {a, b, c}" : "c numeric"));
    Random random = new Random(1);
    for (int i = 0; i < size; i++) {
      double[] values = new double[data.numAttributes()];
      for (int a = 0; a < values.length; a++) {
        if (random.nextInt(10) == 0) {
          double number = random.nextInt(20) == 0 ? Double.NaN : a + random.nextGaussian();
          values[a] = a < 2 ? a + random.nextInt(2) : number;
        }
      }
      values[data.classIndex()] = random.nextInt(3);
      data.add(new DenseInstance(1, values));
    }
    return data;
  }

  /** Data of one of Weka's generators, seeded with 1; the last attribute is the class. */
  public static Instances generated(DataGenerator generator) {
    try {
      generator.setSeed(1);
      generator.setDatasetFormat(generator.defineDataFormat());
      Instances data = generator.generateExamples();
      data.setClassIndex(data.numAttributes() - 1);
      return data;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same data, each instance storing only what isn't 0. */
  public static Instances sparse(Instances data) {
    Instances sparse = new Instances(data, data.numInstances());
    for (Instance instance : data) {
      sparse.add(new SparseInstance(instance));
    }
    return sparse;
  }

  /** The same data with the class moved to another place; the other attributes keep their order. */
  public static Instances withClassAt(int index, Instances data) {
    ArrayList<Attribute> attributes = new ArrayList<>();
    List<Integer> from = new ArrayList<>();
    for (int a = 0; a < data.numAttributes(); a++) {
      if (a != data.classIndex()) {
        attributes.add(data.attribute(a));
        from.add(a);
      }
    }
    attributes.add(index, data.classAttribute());
    from.add(index, data.classIndex());
    Instances moved = new Instances("moved", attributes, data.numInstances());
    for (Instance instance : data) {
      moved.add(new DenseInstance(instance.weight(), from.stream().mapToDouble(instance::value).toArray()));
    }
    moved.setClassIndex(index);
    return moved;
  }

  /** The instances of one set of data, followed by those of another with the same header. */
  public static Instances concatenated(Instances first, Instances second) {
    Instances all = new Instances(first);
    all.addAll(second);
    return all;
  }
}
