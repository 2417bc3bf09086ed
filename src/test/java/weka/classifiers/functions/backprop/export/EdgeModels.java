package weka.classifiers.functions.backprop.export;

import java.util.List;
import java.util.stream.Stream;
import weka.classifiers.functions.backprop.BackpropScheme;
import weka.classifiers.functions.backprop.DataSets;
import weka.classifiers.functions.backprop.Schemes;
import weka.classifiers.functions.backprop.model.Member;
import weka.classifiers.functions.backprop.model.Model;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;

/** Models with little or something odd in them. */
record EdgeModels(String name, BackpropScheme scheme, Instances data) {

  private static EdgeModels of(String name, Instances data, String options) throws Exception {
    BackpropScheme scheme = Schemes.forClass(data.classAttribute().type(), options);
    return new EdgeModels(name, Schemes.built(scheme, data), data);
  }

  /** Models that always predict the same. */
  static Stream<EdgeModels> constant() throws Exception {
    return List.of(
        of("only a class, of which a label never occurs", DataSets.of("c {a, b, never}", "a", "a", "b"), ""),
        of("only a numeric class", DataSets.of("y numeric", "1", "2", "4"), ""),
        of("constants", DataSets.of("x numeric; s {u, v}; c {a, b, never}", "1,u,a", "1,u,b", "?,u,b"), ""),
        of("a class that never varies", DataSets.of("x numeric; s {u, v}; y numeric", "1,u,7", "2,v,7", "?,u,7"), ""),
        of("a date that never varies", DataSets.of("x numeric; y date yyyy-MM-dd", "1,2020-01-01", "2,2020-01-01"), ""))
        .stream();
  }

  /** A nominal attribute, with these labels, and a numeric one. */
  static EdgeModels labelled(String... labels) throws Exception {
    String set = "{" + String.join(",", labels) + "}";
    Instances data = DataSets.of("x numeric; s " + set + "; c " + set);
    for (int i = 0; i < 40; i++) {
      data.add(new DenseInstance(1,
          new double[] {i % 7, i % 5 == 0 ? Double.NaN : i % labels.length, i % 3 % labels.length}));
    }
    return of("labels " + String.join(" ", labels), data, "-N 5 -H 3");
  }

  /** Attributes that hold the largest numbers there are, and the smallest. */
  static EdgeModels extreme() throws Exception {
    Instances data = DataSets.of("x numeric; z numeric; w numeric; y numeric", "1e308,1e-307,0,1",
        "-1e308,2e-307,1e9,2", "0,?,-1e9,3", "?,1e-307,7,4");
    return of("extreme values", data, "-N 20 -H 3");
  }

  /** Values absurdly far from those seen in training. */
  static EdgeModels absurd() throws Exception {
    Instances data = DataSets.of("x numeric; y numeric", "1,1", "2,2", "3,3");
    EdgeModels model = of("absurd values", data, "-N 20 -H 3");
    Instances absurd = DataSets.of("x numeric; y numeric", "1e300,1", "-1e300,2", "4e11,3");
    return new EdgeModels(model.name, model.scheme, absurd);
  }

  /** A range as wide as the largest double, and values in the quarter of it that PMML can compute with. */
  static EdgeModels wide() throws Exception {
    Instances data = DataSets.of("x numeric; y numeric", "0,1", "-1.7e308,2", "-1e308,3");
    EdgeModels model = of("wide range", data, "-N 20 -H 3 -I UNIT_RANGE");
    return new EdgeModels(model.name, model.scheme, DataSets.of("x numeric; y numeric", "0,1", "-4e307,2", "4e307,3"));
  }

  /** A class that would be predicted beyond the largest double. */
  static EdgeModels overflowing() throws Exception {
    Instances data = DataSets.of("x numeric; y numeric", "1,-1.7e308", "2,1.7e308", "3,1.7e308");
    EdgeModels model = of("overflowing values", data, "-N 20 -H 0");
    return new EdgeModels(model.name, model.scheme, DataSets.of("x numeric; y numeric", "1e300,1", "-1e300,2", "2,3"));
  }

  /** Values that would be predicted beyond the range of the training data, below and above it. */
  static EdgeModels clipped() throws Exception {
    Instances data = DataSets.of("x numeric; y date yyyy", "1,2001", "2,2003", "3,2006", "4,2010", "?,2005");
    EdgeModels model = of("clipped predictions", data, "-N 300 -L 0.1 -H 0 -V 0 -clip");
    return new EdgeModels(model.name, model.scheme,
        DataSets.of("x numeric; y date yyyy", "-100,2001", "100,2002", "2.5,2003", "1e300,2004"));
  }

  /** Ramps between values at the ends of the range of double, and between neighbours. */
  static EdgeModels ramps() throws Exception {
    Instances data = DataSets.of("x numeric; z numeric; y numeric", "1e308,1,1", "-1e308,1.0000000000000002,2",
        "0,1.0000000000000004,3", "?,2,4", "1e-300,?,5");
    return of("ramps", data, "-N 20 -H 3 -pieces 8 -steps 11");
  }

  /** Mostly zeros, which the scheme leaves out. */
  static EdgeModels sparse() throws Exception {
    return of("sparse", DataSets.mostlyZero(60, Attribute.NOMINAL), "-N 2 -H 7");
  }

  /** Three networks that leave out zeros. */
  static EdgeModels sparseCommittee() throws Exception {
    return of("sparse committee", DataSets.mostlyZero(60, Attribute.NOMINAL), "-N 2 -H 7 -K 4");
  }

  /** Three networks, of which the second counts for nothing. */
  static EdgeModels weightless() throws Exception {
    EdgeModels model = of("a network of weight 0", DataSets.mixed(60, Attribute.NOMINAL, 5), "-N 2 -H 7 -K 4");
    List<Member> members = model.scheme.model().members();
    model.scheme.setTrainedModel(Model.of(List.of(members.get(0).withWeight(0.7), members.get(1).withWeight(0),
        members.get(3).withWeight(0.3))));
    return model;
  }

  void assertAgrees(Consumer consumer) throws Exception {
    Agreement.assertAgrees(name, scheme, data, consumer);
  }

  @Override
  public String toString() {
    return name;
  }
}
