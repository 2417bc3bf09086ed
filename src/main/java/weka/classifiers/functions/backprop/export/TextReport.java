package weka.classifiers.functions.backprop.export;

import java.util.List;
import java.util.Locale;
import weka.classifiers.functions.backprop.encode.InputEncoder;
import weka.classifiers.functions.backprop.network.Layer;
import weka.classifiers.functions.backprop.network.Loss;
import weka.classifiers.functions.backprop.network.Network;
import weka.classifiers.functions.backprop.train.History;
import weka.core.Utils;

/** A trained model as text for a person. */
public final class TextReport {

  private final StringBuilder text = new StringBuilder();

  private TextReport() {
  }

  /**
   * Describes a model.
   *
   * @param history of training; null if there was nothing to train
   * @param options of the scheme
   * @param weights whether all weights and biases are listed
   */
  public static String of(InputEncoder inputs, Network network, History history, String[] options, boolean weights) {
    TextReport report = new TextReport();
    report.text.append("Backpropagation network\n\n");
    if (history == null) {
      report.constant(inputs, network);
    } else {
      report.network(inputs, network);
      report.training(history);
    }
    report.text.append("Options:   ").append(Utils.joinOptions(options)).append('\n');
    if (weights) {
      report.weights(network);
    }
    return report.text.toString();
  }

  private void constant(InputEncoder inputs, Network network) {
    String prediction = network.loss() == Loss.CROSS_ENTROPY ? "the prior distribution of the class"
        : "the mean of the class";
    String reason = inputs.width() == 0 ? "no attribute beside the class varies in the training data"
        : "the class never varies in the training data";
    text.append("Always predicts ").append(prediction).append(", since ").append(reason).append(".\n\n");
  }

  private void network(InputEncoder inputs, Network network) {
    text.append(String.format(Locale.ROOT, "%-10s %8s %-12s %12s%n", "Layer", "Units", "Activation", "Parameters"));
    text.append(String.format(Locale.ROOT, "%-10s %8d%n", "input", inputs.width()));
    List<Layer> layers = network.layers();
    for (int l = 0; l < layers.size(); l++) {
      Layer layer = layers.get(l);
      boolean output = l == layers.size() - 1;
      String activation = output ? outputName(network.loss()) : layer.activation().name().toLowerCase(Locale.ROOT);
      text.append(String.format(Locale.ROOT, "%-10s %8d %-12s %12d%n", output ? "output" : "hidden " + (l + 1),
          layer.units(), activation, layer.parameters()));
    }
    text.append(String.format(Locale.ROOT, "%-10s %8s %-12s %12d%n%n", "total", "", "", network.parameters()));
  }

  private static String outputName(Loss loss) {
    return loss == Loss.CROSS_ENTROPY ? "softmax" : "linear";
  }

  private void training(History history) {
    text.append("Epochs:    ").append(history.epochs()).append('\n');
    text.append("Computed:  ").append(history.kernel()).append('\n');
    if (history.epochs() > 0) {
      text.append(String.format(Locale.ROOT, "Loss:      %.6g in the first epoch, %.6g in the last%n", history.loss(0),
          history.loss(history.epochs() - 1)));
    }
  }

  private void weights(Network network) {
    List<Layer> layers = network.layers();
    for (int l = 0; l < layers.size(); l++) {
      Layer layer = layers.get(l);
      text.append(String.format("%nLayer %d: a row for the biases, then one for each input%n", l + 1));
      row(layer.biases(), layer.units());
      for (float[] row : layer.weights()) {
        row(row, layer.units());
      }
    }
  }

  private void row(float[] values, int n) {
    for (int j = 0; j < n; j++) {
      text.append(j == 0 ? "" : " ").append(values[j]);
    }
    text.append('\n');
  }
}
