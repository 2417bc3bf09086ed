package weka.classifiers.functions.backprop.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Data and a network for them, from which both the engine's objects and the oracle are made.
 *
 * @param activations one for each hidden layer, named as in the golden runs
 * @param loss crossentropy, squarederror, absoluteerror or huber
 * @param inputs X [n × inputs]
 * @param targets T [n × outputs]
 * @param weights instance weights [n]
 * @param initial the network's parameters
 */
public record Problem(List<String> activations, String loss, double[][] inputs, double[][] targets, double[] weights,
    Parameters initial) {

  /** Names of all activations and losses of the engine: the oracle rejects those that it doesn't know. */
  public static final List<String> ACTIVATIONS = names(Activation.values());
  public static final List<String> LOSSES = names(Loss.values());

  private static List<String> names(Enum<?>[] constants) {
    return Stream.of(constants).map(Problem::name).toList();
  }

  private static String name(Enum<?> constant) {
    return constant.name().replace("_", "").toLowerCase(Locale.ROOT);
  }

  /** 0 to 3 hidden layers, all layers of 1 to 9 units, and up to 30 instances. */
  public static Problem random(Random random, String loss) {
    int[] sizes = IntStream.range(0, 2 + random.nextInt(4)).map(l -> 1 + random.nextInt(9)).toArray();
    List<String> activations = new ArrayList<>();
    for (int l = 1; l < sizes.length - 1; l++) {
      activations.add(ACTIVATIONS.get(random.nextInt(ACTIVATIONS.size())));
    }
    return random(random, loss, activations, 1 + random.nextInt(30), sizes);
  }

  /** A given network with random parameters, and n instances of various weights with soft targets. */
  public static Problem random(Random random, String loss, List<String> activations, int n, int... sizes) {
    int outputs = sizes[sizes.length - 1];
    return new Problem(activations, loss, matrix(n, () -> randomInput(random, sizes[0])),
        matrix(n, () -> randomTarget(random, outputs, loss)),
        random.doubles(n, 0.25, 3).toArray(), Parameters.random(random, sizes));
  }

  private static double[][] matrix(int rows, Supplier<double[]> row) {
    return Stream.generate(row).limit(rows).toArray(double[][]::new);
  }

  private static double[] randomInput(Random random, int n) {
    return random.doubles(n, -2, 2).map(x -> (float) x).toArray();
  }

  /** Any real numbers for a linear output; for cross-entropy soft targets, of which a third don't sum to 1. */
  private static double[] randomTarget(Random random, int n, String loss) {
    if (!loss.equals("crossentropy")) {
      return randomInput(random, n);
    }
    double[] target = random.doubles(n, 0, 1).toArray();
    double total = random.nextInt(3) == 0 ? 1 : Arrays.stream(target).sum();
    return Arrays.stream(target).map(t -> (float) (t / total)).toArray();
  }

  /** The same, but four of five inputs are 0, with instances and inputs of which all are. */
  public Problem mostlyZero(Random random) {
    double[][] sparse = new double[size()][];
    for (int n = 0; n < size(); n++) {
      sparse[n] = inputs[n].clone();
      for (int i = 0; i < sparse[n].length; i++) {
        sparse[n][i] *= n % 5 == 1 || i % 7 == 3 || random.nextInt(5) > 0 ? 0 : 1;
      }
    }
    return new Problem(activations, loss, sparse, targets, weights, initial);
  }

  /** The same with targets that are learnable: the outputs of a random linear network, and a part of other targets. */
  public Problem taught(long seed, double part) {
    Problem teacher = random(new Random(seed), loss, List.of(), 1, inputs[0].length, targets[0].length);
    return withTargets(teacher.oracle(teacher.initial()), part);
  }

  /** The same with a network's outputs as targets, mixed with a part of the targets that there are. */
  public Problem withTargets(ScalarNetwork teacher, double part) {
    double[][] mixed = new double[size()][];
    for (int n = 0; n < size(); n++) {
      mixed[n] = teacher.outputs(inputs[n]).clone();
      for (int j = 0; j < mixed[n].length; j++) {
        mixed[n][j] = (float) ((1 - part) * mixed[n][j] + part * targets[n][j]);
      }
    }
    return new Problem(activations, loss, inputs, mixed, weights, initial);
  }

  /** Number of instances. */
  public int size() {
    return inputs.length;
  }

  /** The indices of all instances. */
  public int[] all() {
    return IntStream.range(0, size()).toArray();
  }

  /** Sum of the weights of some instances. */
  public double totalWeight(int... instances) {
    return Arrays.stream(instances).mapToDouble(n -> weights[n]).sum();
  }

  /** The oracle with the given parameters, which are not copied. */
  public ScalarNetwork oracle(Parameters parameters) {
    return new ScalarNetwork(parameters, activations, loss);
  }

  /** The gradient of Σ w E / divisor over all instances with the initial parameters, by the oracle. */
  Parameters gradient(double divisor) {
    Parameters gradient = initial.zerosLike();
    ScalarNetwork oracle = oracle(initial);
    for (int n = 0; n < size(); n++) {
      oracle.addGradient(inputs[n], targets[n], weights[n] / divisor, gradient);
    }
    return gradient;
  }

  /** A new network of the engine. */
  public Network network() {
    List<Activation> all = new ArrayList<>();
    activations.forEach(name -> all.add(constant(Activation.values(), name)));
    all.add(Activation.IDENTITY);
    return new Network(initial.layers(all), constant(Loss.values(), loss));
  }

  private static <E extends Enum<E>> E constant(E[] constants, String name) {
    return Stream.of(constants).filter(c -> name(c).equals(name)).findFirst()
        .orElseThrow(() -> new IllegalArgumentException("The engine has no " + name + "."));
  }

  /** The data, for the engine. */
  public Examples examples() {
    return new Examples(InputRows.dense(toFloats(inputs)), toFloats(targets), weights);
  }

  /** The data without the inputs that are 0, for the engine. */
  public Examples sparseExamples() {
    float[][] rows = toFloats(inputs);
    int[][] columns = new int[size()][];
    float[][] values = new float[size()][];
    for (int n = 0; n < size(); n++) {
      float[] row = rows[n];
      columns[n] = IntStream.range(0, row.length).filter(i -> row[i] != 0).toArray();
      values[n] = new float[columns[n].length];
      for (int k = 0; k < values[n].length; k++) {
        values[n][k] = row[columns[n][k]];
      }
    }
    return new Examples(new InputRows(columns, values), toFloats(targets), weights);
  }

  /** The same, but with every third column kept apart with its zeros. */
  Examples splitExamples() {
    int[] counts = new int[inputs[0].length];
    Arrays.setAll(counts, column -> column % 3 == 0 ? 1 : 0);
    DenseColumns dense = DenseColumns.select(counts, 1);
    InputRows sparse = (InputRows) sparseExamples().rows();
    int[][] columns = new int[size()][];
    float[][] values = new float[size()][];
    float[][] apart = new float[size()][dense.size()];
    for (int n = 0; n < size(); n++) {
      for (int k = 0; k < dense.size(); k++) {
        apart[n][k] = (float) inputs[n][dense.column(k)];
      }
      int[] all = sparse.columns()[n];
      float[] row = sparse.values()[n];
      int[] others = IntStream.range(0, all.length).filter(k -> all[k] % 3 != 0).toArray();
      columns[n] = IntStream.of(others).map(k -> all[k]).toArray();
      values[n] = new float[others.length];
      for (int k = 0; k < others.length; k++) {
        values[n][k] = row[others[k]];
      }
    }
    return new Examples(new InputRows(columns, values, dense, apart), toFloats(targets), weights);
  }

  /** How examples hold their rows. */
  public enum Storage {
    DENSE, SPARSE, SPLIT
  }

  /** The data, for the engine. */
  public Examples examples(Storage storage) {
    return switch (storage) {
      case DENSE -> examples();
      case SPARSE -> sparseExamples();
      case SPLIT -> splitExamples();
    };
  }

  /** Some instances as a mini-batch of the engine. */
  public MiniBatch miniBatch(int... instances) {
    return miniBatch(examples(), instances);
  }

  static MiniBatch miniBatch(Examples examples, int... instances) {
    MiniBatch batch = new MiniBatch(instances.length);
    examples.fill(batch, instances, 0, instances.length);
    return batch;
  }

  /** X as the engine takes it. */
  public static float[][] toFloats(double[][] matrix) {
    float[][] floats = new float[matrix.length][];
    for (int i = 0; i < matrix.length; i++) {
      floats[i] = new float[matrix[i].length];
      for (int j = 0; j < matrix[i].length; j++) {
        floats[i][j] = (float) matrix[i][j];
      }
    }
    return floats;
  }
}
