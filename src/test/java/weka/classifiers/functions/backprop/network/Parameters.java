package weka.classifiers.functions.backprop.network;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * The parameters of a network in double precision, or a gradient with respect to them.
 *
 * @param weights W of each layer [layers][inputs][units]
 * @param biases b of each layer [layers][units]
 */
public record Parameters(double[][][] weights, double[][] biases) {

  /** Zeros, for layers of the given numbers of units, the first being the number of inputs. */
  public static Parameters zeros(int... sizes) {
    int layers = sizes.length - 1;
    return new Parameters(
        IntStream.range(0, layers).mapToObj(l -> new double[sizes[l]][sizes[l + 1]]).toArray(double[][][]::new),
        IntStream.range(0, layers).mapToObj(l -> new double[sizes[l + 1]]).toArray(double[][]::new));
  }

  /**
   * Random numbers that a float holds exactly, so that the engine and the oracle start from the same point. The more
   * inputs a layer has the smaller its weights, so that deep networks are not saturated from the start.
   */
  static Parameters random(Random random, int... sizes) {
    Parameters parameters = zeros(sizes);
    for (int l = 0; l < sizes.length - 1; l++) {
      for (double[] row : parameters.weights[l]) {
        fill(row, random, 1 / Math.sqrt(sizes[l]));
      }
      fill(parameters.biases[l], random, 1);
    }
    return parameters;
  }

  private static void fill(double[] row, Random random, double scale) {
    for (int j = 0; j < row.length; j++) {
      row[j] = (float) (scale * random.nextGaussian());
    }
  }

  /** What the engine's layers hold. */
  public static Parameters of(List<Layer> layers) {
    return of(layers, layers.stream().map(Layer::parameters).toArray(float[][][]::new));
  }

  /** What matrices of the shapes of the engine's layers hold. */
  static Parameters of(List<Layer> layers, float[][][] matrices) {
    Parameters parameters = new Parameters(new double[layers.size()][][], new double[layers.size()][]);
    for (int l = 0; l < layers.size(); l++) {
      Layer layer = layers.get(l);
      parameters.weights[l] = new double[layer.inputs()][];
      for (int i = 0; i < layer.inputs(); i++) {
        parameters.weights[l][i] = toDoubles(matrices[l][i], layer.units());
      }
      parameters.biases[l] = toDoubles(matrices[l][layer.inputs()], layer.units());
    }
    return parameters;
  }

  private static double[] toDoubles(float[] row, int n) {
    return IntStream.range(0, n).mapToDouble(j -> row[j]).toArray();
  }

  /** The engine's layers, with these parameters rounded to floats. */
  List<Layer> layers(List<Activation> activations) {
    return IntStream.range(0, biases.length).mapToObj(l -> {
      Layer layer = new Layer(weights[l].length, biases[l].length, activations.get(l));
      for (int i = 0; i < weights[l].length; i++) {
        copy(weights[l][i], layer.parameters()[i]);
      }
      copy(biases[l], layer.parameters()[layer.inputs()]);
      return layer;
    }).toList();
  }

  private static void copy(double[] from, float[] to) {
    for (int j = 0; j < from.length; j++) {
      to[j] = (float) from[j];
    }
  }

  /** Zeros in the same shape. */
  public Parameters zerosLike() {
    int[] sizes = IntStream.rangeClosed(0, biases.length)
        .map(l -> l == 0 ? weights[0].length : biases[l - 1].length).toArray();
    return zeros(sizes);
  }

  public Parameters copy() {
    Parameters copy = zerosLike();
    Map<String, double[]> rows = copy.rows();
    rows().forEach((name, row) -> System.arraycopy(row, 0, rows.get(name), 0, row.length));
    return copy;
  }

  /** All rows by name, for walking and comparing; not copies. */
  public Map<String, double[]> rows() {
    Map<String, double[]> rows = new LinkedHashMap<>();
    for (int l = 0; l < biases.length; l++) {
      for (int i = 0; i < weights[l].length; i++) {
        rows.put("layer " + l + ", weights of input " + i, weights[l][i]);
      }
      rows.put("layer " + l + ", biases", biases[l]);
    }
    return rows;
  }
}
