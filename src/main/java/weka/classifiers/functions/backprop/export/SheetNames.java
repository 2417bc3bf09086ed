package weka.classifiers.functions.backprop.export;

import java.util.regex.Pattern;
import java.util.stream.IntStream;
import weka.classifiers.functions.backprop.encode.AttributeEncoder;
import weka.classifiers.functions.backprop.model.Member;
import weka.core.Instances;
import weka.core.Utils;

/**
 * Names of a network's variables that none of the data's attributes has, so that each name in a formula has one
 * meaning: input_1, h1_1 and s_1, or with more underscores; of the second of several networks n2_h1_1 and n2_s_1.
 * Attributes and labels are in quotation marks.
 */
final class SheetNames {

  private final String input;
  private final int offset;
  private final String hidden;
  private final String sum;
  private final String mean;
  private final String[] meanings;

  /** The names of one of a model's networks. */
  SheetNames(JointNetwork joint, Member member) {
    Instances header = member.encoding().header();
    String network = joint.isSingle() ? "" : "n" + joint.number(member) + "_";
    input = free(header, "input_", "(\\d+|i)");
    offset = joint.offset(member);
    hidden = free(header, network + "h", "\\d+_(\\d+|i|j)");
    sum = free(header, network + "s_", "(\\d+|j)");
    mean = free(header, "s_", "(\\d+|j)");
    meanings = meanings(member);
  }

  /** The prefix, with as many underscores as it takes to be none of an attribute's name. */
  private static String free(Instances header, String prefix, String rest) {
    Pattern pattern = Pattern.compile(prefix + rest);
    boolean taken = IntStream.range(0, header.numAttributes())
        .anyMatch(attribute -> pattern.matcher(header.attribute(attribute).name()).matches());
    return taken ? free(header, prefix + "_", rest) : prefix;
  }

  private static String[] meanings(Member member) {
    String[] meanings = new String[member.encoding().inputs().width()];
    member.accept(new AttributeEncoder.Visitor() {
      @Override
      public void numeric(int attribute, AttributeEncoder.Numeric encoder) {
        meanings[encoder.column()] = quoted(member.attribute(attribute).name());
      }

      @Override
      public void ramps(int attribute, AttributeEncoder.Ramps encoder) {
        for (AttributeEncoder.Ramps.Ramp ramp : encoder.ramps()) {
          meanings[ramp.column()] = quoted(member.attribute(attribute).name()) + " from " + ramp.from() + " to "
              + ramp.to();
        }
      }

      @Override
      public void nominal(int attribute, AttributeEncoder.Nominal encoder) {
        for (int label = 0; label < encoder.columns().length; label++) {
          if (encoder.columns()[label] != AttributeEncoder.NONE) {
            meanings[encoder.columns()[label]] = quoted(member.attribute(attribute).name()) + " = "
                + quoted(member.attribute(attribute).value(label));
          }
        }
      }
    });
    return meanings;
  }

  /** A name of the data. */
  static String quoted(String name) {
    return "'" + Utils.backQuoteChars(name) + "'";
  }

  /** What an input stands for, counted from 0: an attribute, or its label at which the input is 1. */
  String meaning(int column) {
    return meanings[column];
  }

  /** One of the network's inputs, counted from 0; all of a model's are numbered together. */
  String input(int column) {
    return input + (offset + column + 1);
  }

  /** The i-th input or unit below a layer, which is counted from 0. */
  String below(int layer) {
    return layer == 0 ? input + "i" : hidden + layer + "_i";
  }

  /** The j-th unit of a hidden layer, which is counted from 0. */
  String hidden(int layer) {
    return hidden + (layer + 1) + "_j";
  }

  /** A unit of a hidden layer, both counted from 0. */
  String hidden(int layer, int unit) {
    return hidden + (layer + 1) + "_" + (unit + 1);
  }

  /** The network's weighted sum of the j-th output. */
  String sum() {
    return sum + "j";
  }

  /** The network's weighted sum of an output, counted from 0. */
  String sum(int output) {
    return sum + (output + 1);
  }

  /** The mean of all networks' weighted sums of the j-th output. */
  String mean() {
    return mean + "j";
  }

  /** The mean of all networks' weighted sums of an output, counted from 0. */
  String mean(int output) {
    return mean + (output + 1);
  }
}
