package weka.classifiers.functions.backprop.export;

import java.util.ArrayList;
import java.util.List;
import weka.classifiers.functions.backprop.encode.AttributeEncoder;
import weka.classifiers.functions.backprop.encode.Scaling;
import weka.classifiers.functions.backprop.model.Member;

/** The tables of an exported Java class that say how attributes become inputs. */
final class JavaAttributes implements AttributeEncoder.Visitor {

  private final Member member;
  private final int offset;
  private final Table numeric;
  private final Table ramps;
  private final Table nominal;

  /** Rows, and the attributes that they are of. */
  private record Table(List<String> rows, List<String> names) {

    Table() {
      this(new ArrayList<>(), new ArrayList<>());
    }

    void add(String row, String name) {
      rows.add(row);
      names.add(name);
    }

    String method(String name) {
      return Literals.method(name, rows, names.toArray(String[]::new)) + "\n";
    }
  }

  private JavaAttributes(Member member, int offset, Table numeric, Table ramps, Table nominal) {
    this.member = member;
    this.offset = offset;
    this.numeric = numeric;
    this.ramps = ramps;
    this.nominal = nominal;
  }

  /** The methods that return the tables. */
  static String render(JointNetwork joint) {
    Table numeric = new Table();
    Table ramps = new Table();
    Table nominal = new Table();
    for (Member member : joint.encoded()) {
      member.accept(new JavaAttributes(member, joint.offset(member), numeric, ramps, nominal));
    }
    return "  /** For each numeric attribute: its index, its input, offset, factor, and the input of a missing value. "
        + "*/\n" + numeric.method("numeric")
        + "  /** For each ramp: its attribute's index, its input, where it begins and ends, mean, a missing value. */\n"
        + ramps.method("ramps")
        + "  /** For each nominal attribute: its index, a missing value's input, "
        + "how many labels, these, their inputs. */\n" + nominal.method("nominal");
  }

  @Override
  public void numeric(int attribute, AttributeEncoder.Numeric encoder) {
    Scaling scaling = encoder.scaling();
    numeric.add(attribute + " " + column(encoder.column()) + " " + scaling.offset() + " " + scaling.factor() + " "
        + encoder.missing() + " ", member.attribute(attribute).name());
  }

  @Override
  public void ramps(int attribute, AttributeEncoder.Ramps encoder) {
    for (AttributeEncoder.Ramps.Ramp ramp : encoder.ramps()) {
      ramps.add(attribute + " " + column(ramp.column()) + " " + ramp.from() + " " + ramp.to() + " " + ramp.mean() + " "
          + encoder.imputed() + " ", member.attribute(attribute).name());
    }
  }

  @Override
  public void nominal(int attribute, AttributeEncoder.Nominal encoder) {
    StringBuilder row = new StringBuilder();
    int seen = 0;
    for (int label = 0; label < encoder.columns().length; label++) {
      int column = column(encoder.columns()[label]);
      if (column != AttributeEncoder.NONE) {
        row.append(member.attribute(attribute).value(label)).append(Literals.END).append(column).append(Literals.END);
        seen++;
      }
    }
    nominal.add("" + attribute + Literals.END + column(encoder.columns()[encoder.mode()]) + Literals.END + seen
        + Literals.END + row, member.attribute(attribute).name());
  }

  /** Among all inputs. */
  private int column(int column) {
    return column == AttributeEncoder.NONE ? column : offset + column;
  }
}
