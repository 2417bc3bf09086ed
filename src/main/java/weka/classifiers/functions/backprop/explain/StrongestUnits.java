package weka.classifiers.functions.backprop.explain;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import weka.classifiers.functions.backprop.network.Layer;
import weka.classifiers.functions.backprop.network.Network;

/**
 * The inputs and units of a network that count most for its outputs, by the magnitudes of the weights on all ways
 * there: an output's strength is 1, and that of what layer l reads is |W^l|·strength^l, divided by the greatest. Inputs
 * are comparable if they have the same scale.
 */
public final class StrongestUnits {

  /** Of the inputs, then of each layer's units. */
  private final double[][] strengths;

  /** The strengths in a network, which is not modified. */
  public StrongestUnits(Network network) {
    List<Layer> layers = network.layers();
    strengths = new double[layers.size() + 1][];
    strengths[layers.size()] = new double[network.outputLayer().units()];
    Arrays.fill(strengths[layers.size()], 1);
    for (int l = layers.size() - 1; l >= 0; l--) {
      strengths[l] = before(layers.get(l), strengths[l + 1]);
    }
  }

  private static double[] before(Layer layer, double[] after) {
    double[] before = new double[layer.inputs()];
    for (int i = 0; i < before.length; i++) {
      for (int j = 0; j < after.length; j++) {
        before[i] += Math.abs(layer.weight(i, j)) * after[j];
      }
    }
    double greatest = Arrays.stream(before).max().orElse(0);
    return greatest > 0 ? Arrays.stream(before).map(strength -> strength / greatest).toArray() : before;
  }

  /**
   * The strengths, from 0 to 1.
   *
   * @param stage 0 for the inputs, l for the units of the l-th layer; not a copy
   */
  public double[] of(int stage) {
    return strengths[stage];
  }

  /**
   * The strongest of a stage, in descending order of their strengths; those that are equal in their own order.
   *
   * @param most how many at most
   */
  public int[] strongest(int stage, int most) {
    return IntStream.range(0, strengths[stage].length).boxed()
        .sorted(Comparator.comparingDouble((Integer unit) -> -strengths[stage][unit])).limit(most)
        .mapToInt(Integer::intValue).toArray();
  }
}
