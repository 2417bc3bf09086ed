package weka.classifiers.functions.backprop.session;

import static weka.classifiers.functions.backprop.train.InvalidSettingException.require;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import weka.classifiers.functions.backprop.encode.DataEncoding;
import weka.core.Instances;
import weka.core.WekaException;

/** What is kept of a training to resume it: its state and the options that can't change; no training data. */
public final class Checkpoint implements Serializable {

  private static final long serialVersionUID = 1L;

  private final TreeMap<String, String> fixedOptions;
  private final ArrayList<MemberState> members;

  Checkpoint(Map<String, String> fixedOptions, List<MemberState> members) {
    this.fixedOptions = new TreeMap<>(fixedOptions);
    this.members = new ArrayList<>(members);
  }

  /** The state of each network. */
  List<MemberState> members() {
    return members;
  }

  /**
   * The encoding of each network.
   *
   * @param networks that would be trained
   * @throws WekaException if there were others before; their number was chosen by the size of the data
   */
  List<DataEncoding> encodings(int networks) throws WekaException {
    if (networks != members.size()) {
      throw new WekaException("Option -K (networks) chooses " + networks + " for so many training instances, but "
          + "training began with " + members.size() + ". Resume it with as many instances as before.");
    }
    return members.stream().map(MemberState::encoding).toList();
  }

  /**
   * Checks that training can be resumed.
   *
   * @param options values, by property, of the options that can't change
   * @param data to train with
   * @throws WekaException if the data have other attributes than those that training began with
   */
  void requireSame(Map<String, String> options, Instances data) throws WekaException {
    options.forEach((property, value) -> require(value.equals(fixedOptions.get(property)), property, value,
        fixedOptions.get(property) + " when training is resumed; build a new model to change it"));
    String difference = members.get(0).encoding().header().equalHeadersMsg(data);
    if (difference != null) {
      throw new WekaException("Cannot resume training with these data, since their attributes differ from those that "
          + "training began with: " + difference.trim().replaceAll("\\s+", " "));
    }
  }
}
