package weka.classifiers.functions.backprop.options;

import java.beans.PropertyEditorSupport;
import java.util.function.Function;

/** Edits an {@link Automatic} number in Weka's dialog, which shows auto rather than -1. */
public abstract class AutomaticEditor extends PropertyEditorSupport {

  private final Function<String, Number> parser;

  AutomaticEditor(Function<String, Number> parser) {
    this.parser = parser;
  }

  /** Of whole numbers. */
  public static final class Whole extends AutomaticEditor {

    /** For Weka's dialog, which creates it by reflection. */
    public Whole() {
      super(Integer::valueOf);
    }
  }

  /** Of other numbers. */
  public static final class Real extends AutomaticEditor {

    /** For Weka's dialog, which creates it by reflection. */
    public Real() {
      super(Double::valueOf);
    }
  }

  static String text(Object value) {
    return ((Number) value).doubleValue() == Automatic.NUMBER ? Automatic.TEXT : value.toString();
  }

  static String number(String text) {
    return text.trim().equalsIgnoreCase(Automatic.TEXT) ? "" + Automatic.NUMBER : text.trim();
  }

  @Override
  public String getAsText() {
    return text(getValue());
  }

  /** Sets the value; throws a NumberFormatException, which the dialog ignores, while a number is only half typed. */
  @Override
  public void setAsText(String text) {
    setValue(parser.apply(number(text)));
  }
}
