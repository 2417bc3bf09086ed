package weka.classifiers.functions.backprop;

import java.beans.IntrospectionException;
import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.Vector;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.functions.backprop.train.InvalidSettingException;
import weka.core.Option;
import weka.core.OptionMetadata;
import weka.core.Utils;

/**
 * Reads command-line options into the properties that carry Weka's {@link OptionMetadata}. Weka's own reader prints a
 * stack trace at a value it can't parse and goes on with the old one; this one refuses it.
 */
final class AnnotatedOptions {

  /** Characters of a line of help, after its tabulator. */
  private static final int HELP_WIDTH = 70;

  private AnnotatedOptions() {
  }

  /**
   * The values of all annotated properties of a scheme: what the options say, or else the defaults. Nothing is set.
   *
   * @param options what is consumed becomes empty, as Weka does it
   * @param keep whether properties that are not named have the scheme's values instead
   * @throws InvalidSettingException if a value can't be parsed; it names the property
   */
  static Map<PropertyDescriptor, Object> read(AbstractClassifier scheme, String[] options, boolean keep)
      throws Exception {
    AbstractClassifier others = keep ? scheme : newInstance(scheme.getClass());
    Map<PropertyDescriptor, Object> values = new LinkedHashMap<>();
    for (PropertyDescriptor property : properties(scheme.getClass())) {
      Object value = value(property, others);
      String flag = metadata(property).commandLineParamName();
      if (metadata(property).commandLineParamIsFlag()) {
        value = Utils.getFlag(flag, options) || keep && (boolean) value;
      } else if (Utils.getOptionPos(flag, options) >= 0) {
        value = parse(property.getName(), value, Utils.getOption(flag, options));
      }
      InvalidSettingException.require(Utils.getOptionPos(flag, options) < 0, property.getName(), "given twice",
          "given once");
      values.put(property, value);
    }
    return values;
  }

  /** Sets properties of a scheme. */
  static void set(AbstractClassifier scheme, Map<PropertyDescriptor, Object> values) throws Exception {
    for (Map.Entry<PropertyDescriptor, Object> entry : values.entrySet()) {
      entry.getKey().getWriteMethod().invoke(scheme, entry.getValue());
    }
  }

  /** The values of all annotated properties, by name. */
  static Map<String, String> values(AbstractClassifier scheme) {
    Map<String, String> values = new TreeMap<>();
    for (PropertyDescriptor property : properties(scheme.getClass())) {
      values.put(property.getName(), String.valueOf(value(property, scheme)));
    }
    return values;
  }

  /**
   * Checks that every annotated property has a value.
   *
   * @throws InvalidSettingException if one is null
   */
  static void requireAll(AbstractClassifier scheme) {
    for (PropertyDescriptor property : properties(scheme.getClass())) {
      InvalidSettingException.require(value(property, scheme) != null, property.getName(), null, "set");
    }
  }

  /**
   * The annotated options for Weka's command-line help, with their defaults, in lines of readable length.
   *
   * @param listed all options as Weka lists them; those without an annotation are left as they are
   */
  static Vector<Option> describe(Class<? extends AbstractClassifier> scheme, Enumeration<Option> listed) {
    AbstractClassifier defaults = newInstance(scheme);
    Map<String, PropertyDescriptor> byFlag = new HashMap<>();
    properties(scheme).forEach(property -> byFlag.put(metadata(property).commandLineParamName(), property));
    Vector<Option> described = new Vector<>();
    for (Option option : Collections.list(listed)) {
      PropertyDescriptor property = byFlag.get(option.name());
      String description = property == null ? option.description()
          : wrap(option.description().trim() + defaultText(property, defaults));
      described.add(new Option(description, option.name(), option.numArguments(), option.synopsis()));
    }
    return described;
  }

  private static String defaultText(PropertyDescriptor property, AbstractClassifier defaults) {
    String value = value(property, defaults).toString();
    return metadata(property).commandLineParamIsFlag() || value.isEmpty() ? "" : " (default " + value + ")";
  }

  private static String wrap(String text) {
    StringBuilder lines = new StringBuilder();
    int length = HELP_WIDTH;
    for (String word : text.split(" ")) {
      boolean fits = length + 1 + word.length() <= HELP_WIDTH;
      lines.append(fits ? " " : lines.length() == 0 ? "\t" : "\n\t").append(word);
      length = (fits ? length + 1 : 0) + word.length();
    }
    return lines.toString();
  }

  /** A sentence for the user, such as: Option -L (learningRate) is 0.0, but must be a number greater than 0. */
  static String explain(Class<?> scheme, InvalidSettingException e) {
    for (PropertyDescriptor property : properties(scheme)) {
      if (property.getName().equals(e.setting())) {
        return "Option -" + metadata(property).commandLineParamName() + " ("
            + e.getMessage().replaceFirst(" is ", ") is ");
      }
    }
    return e.getMessage();
  }

  private static List<PropertyDescriptor> properties(Class<?> scheme) {
    try {
      List<PropertyDescriptor> annotated = new ArrayList<>();
      for (PropertyDescriptor property : Introspector.getBeanInfo(scheme, AbstractClassifier.class)
          .getPropertyDescriptors()) {
        if (property.getReadMethod() != null && property.getWriteMethod() != null && metadata(property) != null) {
          annotated.add(property);
        }
      }
      return annotated;
    } catch (IntrospectionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static AbstractClassifier newInstance(Class<? extends AbstractClassifier> scheme) {
    try {
      return scheme.getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object value(PropertyDescriptor property, AbstractClassifier scheme) {
    try {
      return property.getReadMethod().invoke(scheme);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static OptionMetadata metadata(PropertyDescriptor property) {
    return property.getReadMethod().getAnnotation(OptionMetadata.class);
  }

  private static Object parse(String property, Object like, String text) {
    String trimmed = text.trim();
    try {
      if (like instanceof Integer) {
        return Integer.valueOf(trimmed);
      }
      if (like instanceof Double) {
        return Double.valueOf(trimmed);
      }
    } catch (NumberFormatException e) {
      throw new InvalidSettingException(property, text, like instanceof Integer
          ? "a whole number from " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE : "a number");
    }
    if (like instanceof File) {
      return new File(text);
    }
    if (like instanceof Enum<?> constant) {
      for (Object candidate : constant.getDeclaringClass().getEnumConstants()) {
        if (candidate.toString().equals(trimmed.toUpperCase(Locale.ROOT))) {
          return candidate;
        }
      }
      throw new InvalidSettingException(property, text,
          "one of " + Arrays.toString(constant.getDeclaringClass().getEnumConstants()).replaceAll("[\\[\\]]", ""));
    }
    return text;
  }
}
