package weka.classifiers.functions.backprop.compare;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Utils;
import weka.datagenerators.DataGenerator;
import weka.filters.Filter;

/** How a data set comes about, the same on every machine. The class is the last attribute. */
interface Recipe {

  /** The data. */
  Instances make() throws Exception;

  /** An ARFF file in one of Weka's jars. */
  static Recipe resource(String path) {
    return () -> {
      InputStream stream = Recipe.class.getClassLoader().getResourceAsStream(path);
      if (stream == null) {
        throw new IOException(path + " is not in the class path");
      }
      try (Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
        return classLast(new Instances(reader));
      }
    };
  }

  /** What one of Weka's generators gives: its class, below weka.datagenerators.classifiers, and options. */
  static Recipe generated(String specification) {
    return () -> {
      String[] words = Utils.splitOptions(specification);
      DataGenerator generator = (DataGenerator) Class.forName("weka.datagenerators.classifiers." + words[0])
          .getDeclaredConstructor().newInstance();
      generator.setOutput(new PrintWriter(Writer.nullWriter())); // it refuses its options without one
      generator.setOptions(Arrays.copyOfRange(words, 1, words.length));
      generator.setDatasetFormat(generator.defineDataFormat());
      return classLast(generator.generateExamples());
    };
  }

  /** Rows drawn from random numbers of the seed. */
  static Recipe drawn(int rows, int seed, List<Attribute> attributes, Function<Random, double[]> row) {
    return () -> {
      Instances data = new Instances("drawn", new ArrayList<>(attributes), rows);
      Random random = new Random(seed);
      for (int i = 0; i < rows; i++) {
        data.add(new DenseInstance(1, row.apply(random)));
      }
      return classLast(data);
    };
  }

  /** This data through one of Weka's filters: its class, below weka.filters, and options. */
  default Recipe through(String specification) {
    return () -> {
      Instances data = make();
      String[] words = Utils.splitOptions(specification);
      Filter filter = (Filter) Class.forName("weka.filters." + words[0]).getDeclaredConstructor().newInstance();
      filter.setOptions(Arrays.copyOfRange(words, 1, words.length));
      filter.setInputFormat(data);
      return Filter.useFilter(data, filter);
    };
  }

  /** This data with all of the first class, and of the second only so many. */
  default Recipe thinned(int rare) {
    return () -> {
      Instances all = make();
      Instances kept = new Instances(all, 0);
      int seen = 0;
      for (Instance instance : all) {
        if (instance.classValue() == 0 || seen++ < rare) {
          kept.add(instance);
        }
      }
      return kept;
    };
  }

  private static Instances classLast(Instances data) {
    data.setClassIndex(data.numAttributes() - 1);
    return data;
  }
}
