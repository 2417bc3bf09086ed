package weka.classifiers.functions.backprop.session;

import java.util.ArrayList;
import java.util.List;
import weka.classifiers.functions.backprop.encode.ClassEncoder;
import weka.classifiers.functions.backprop.encode.DataEncoding;
import weka.classifiers.functions.backprop.encode.Holdout;
import weka.classifiers.functions.backprop.encode.InputEncoder;
import weka.classifiers.functions.backprop.encode.InputEncoding;
import weka.classifiers.functions.backprop.encode.StatisticsScan;
import weka.core.Instance;
import weka.core.Instances;

/**
 * Fits the encodings of several networks. They share the statistics of all instances, and networks whose inputs are
 * the same share an encoding. What is fitted to class values is fitted without those that the network holds out: they
 * would look better predicted than others.
 */
final class Encodings {

  /** An encoding, and all that it depends on. */
  private record Fitted(InputEncoding inputs, int group, DataEncoding encoding) {
  }

  private final Instances header;
  private final ClassEncoder classEncoder;
  private final StatisticsScan scan;
  private final List<Instance> instances;
  private final List<Fitted> fitted = new ArrayList<>();
  /** The encoding that was fitted first; null before. */
  private DataEncoding first;
  /** The encoding without ramps, which is the same for all; null before. */
  private DataEncoding withoutRamps;

  /**
   * Encodings by statistics.
   *
   * @param header of the data
   * @param scan of all instances that can be trained with
   * @param instances that ramps are fitted to: those, or a sample of them
   */
  Encodings(Instances header, ClassEncoder classEncoder, StatisticsScan scan, List<Instance> instances) {
    this.header = header;
    this.classEncoder = classEncoder;
    this.scan = scan;
    this.instances = instances;
  }

  /** The encoding of each network, by what it trains with and holds out. */
  List<DataEncoding> fit(List<NetworkPlan> plans, List<Holdout> holdouts) {
    List<DataEncoding> encodings = new ArrayList<>();
    for (int k = 0; k < plans.size(); k++) {
      encodings.add(fit(plans.get(k), holdouts.get(k)));
    }
    return encodings;
  }

  private DataEncoding fit(NetworkPlan plan, Holdout holdout) {
    InputEncoding encoding = plan.inputEncoding();
    boolean supervised = encoding.isSupervised() && !holdout.training().isEmpty();
    List<Instance> sample = supervised ? holdout.training() : instances;
    int group = supervised ? plan.group() : 0;
    for (Fitted earlier : fitted) {
      if (earlier.group == group && earlier.inputs.isSameAs(encoding)) {
        return earlier.encoding;
      }
    }
    DataEncoding shared = share(InputEncoder.fit(scan, sample, encoding));
    fitted.add(new Fitted(encoding, group, shared));
    return shared;
  }

  /** Encodings of the same data share all but the encoder of inputs, and where there are no ramps that, too. */
  private DataEncoding share(InputEncoder inputs) {
    if (withoutRamps != null && !inputs.hasRamps()) {
      return withoutRamps;
    }
    first = first == null ? new DataEncoding(header, inputs, classEncoder) : first.with(inputs, classEncoder);
    withoutRamps = inputs.hasRamps() ? withoutRamps : first;
    return first;
  }
}
