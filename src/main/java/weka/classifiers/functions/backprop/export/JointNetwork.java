package weka.classifiers.functions.backprop.export;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import weka.classifiers.functions.backprop.encode.InputEncoder;
import weka.classifiers.functions.backprop.model.Member;
import weka.classifiers.functions.backprop.model.Model;
import weka.classifiers.functions.backprop.network.Activation;
import weka.classifiers.functions.backprop.network.Layer;

/**
 * A model as the one network that it is: the inputs of its members one behind the other, those of each encoder once,
 * their hidden layers side by side, and one output layer, whose weighted sums are Σ w_m (O_m·W_m + b_m). Members of
 * weight 0 are left out.
 */
final class JointNetwork {

  private final Model model;
  private final List<Member> members;
  /** The first column of each encoder among all inputs. */
  private final Map<InputEncoder, Integer> offsets = new IdentityHashMap<>();
  private int width;

  JointNetwork(Model model) {
    this.model = model;
    members = model.predicting();
    for (Member member : members) {
      InputEncoder inputs = member.encoding().inputs();
      if (offsets.putIfAbsent(inputs, width) == null) {
        width += inputs.width();
      }
    }
  }

  /** The members, one or more. */
  List<Member> members() {
    return members;
  }

  /** One of the members, for what all have in common: the attributes, the class and the form of the output. */
  Member first() {
    return members.get(0);
  }

  /** Whether there is one member alone. */
  boolean isSingle() {
    return members.size() == 1;
  }

  /** A member's number in the model, from 1. */
  int number(Member member) {
    return model.members().indexOf(member) + 1;
  }

  /** The first member of each encoder. */
  List<Member> encoded() {
    Map<InputEncoder, Member> firsts = new IdentityHashMap<>();
    return members.stream().filter(member -> firsts.putIfAbsent(member.encoding().inputs(), member) == null).toList();
  }

  /** The column of a member's first input among all inputs. */
  int offset(Member member) {
    return offsets.get(member.encoding().inputs());
  }

  /** Number of all inputs. */
  int width() {
    return width;
  }

  /** Whether all predictions are alike. */
  boolean isConstant() {
    return members.stream().allMatch(Member::isConstant);
  }

  /** The output layer; it reads what the last layers before it give, member by member. */
  Layer output() {
    Layer first = first().network().outputLayer();
    if (isSingle()) {
      return first;
    }
    Layer joint = new Layer(members.stream().mapToInt(member -> member.network().outputLayer().inputs()).sum(),
        first.units(), Activation.IDENTITY);
    int row = 0;
    for (Member member : members) {
      Layer layer = member.network().outputLayer();
      for (int i = 0; i < layer.inputs(); i++) {
        add(member, layer.parameters()[i], joint.parameters()[row++]);
      }
      add(member, layer.parameters()[layer.inputs()], joint.parameters()[joint.inputs()]);
    }
    return joint;
  }

  private static void add(Member member, float[] row, float[] sum) {
    for (int j = 0; j < row.length; j++) {
      sum[j] += (float) (member.weight() * row[j]);
    }
  }
}
