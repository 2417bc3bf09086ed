package weka.classifiers.functions.backprop.options;

import java.beans.PropertyDescriptor;
import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.Vector;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import weka.classifiers.functions.backprop.train.InvalidSettingException;
import weka.core.Option;
import weka.core.OptionHandler;
import weka.core.OptionMetadata;
import weka.core.Utils;
import weka.core.WekaException;
import weka.core.WekaPackageClassLoaderManager;

/**
 * Reads command-line options into the properties of any {@link OptionHandler} that carry Weka's {@link OptionMetadata}.
 * Weka's own reader prints a stack trace at a value that it can't parse, and keeps the old one; this one rejects it.
 */
public final class OptionReader {

  /** Characters of a line of help, after its tabulator. */
  private static final int HELP_WIDTH = 70;

  /** Completes what is allowed of a number that may be chosen automatically. */
  private static final String OR_AUTO = ", or " + Automatic.TEXT;

  private OptionReader() {
  }

  /**
   * Sets all options. If one is rejected, all stay as they were. Intervals are not checked here, since Weka's dialog
   * copies a scheme through its options at every keystroke.
   *
   * @param options what is consumed becomes empty, as Weka does it
   * @param keep whether options that are not given keep their values; otherwise they get their defaults
   * @throws WekaException if an option is unknown or its value can't be parsed; it names the option
   */
  public static void setOptions(OptionHandler handler, String[] options, boolean keep) throws Exception {
    Map<PropertyDescriptor, Object> values = parse(handler, options, keep);
    rejectOthers(options);
    set(handler, values);
  }

  /**
   * Sets those options that the handler has, among others such as Weka's general ones; those not given get their
   * defaults.
   *
   * @param options not modified
   * @throws WekaException if a value can't be parsed; it names the option
   */
  public static void setKnownOptions(OptionHandler handler, String[] options) throws Exception {
    set(handler, parse(handler, options.clone(), false));
  }

  private static Map<PropertyDescriptor, Object> parse(OptionHandler handler, String[] options, boolean keep)
      throws Exception {
    OptionHandler others = keep ? handler : newInstance(handler.getClass());
    Map<PropertyDescriptor, Object> values = new LinkedHashMap<>();
    try {
      for (PropertyDescriptor property : AnnotatedProperties.list(handler.getClass())) {
        values.put(property, parse(property, options, AnnotatedProperties.value(property, others), keep));
      }
    } catch (InvalidSettingException e) {
      throw rejection(handler, e);
    }
    return values;
  }

  private static Object parse(PropertyDescriptor property, String[] options, Object otherwise, boolean keep)
      throws Exception {
    String flag = AnnotatedProperties.flag(property);
    if (position(flag, options) < 0) {
      return AnnotatedProperties.isFlag(property) ? keep && (boolean) otherwise : otherwise;
    }
    Object value = AnnotatedProperties.isFlag(property) ? Utils.getFlag(flag, options)
        : parse(property, valueOf(flag, options));
    if (position(flag, options) >= 0) {
      throw new InvalidSettingException(property.getName(), "given twice", "given once");
    }
    return value;
  }

  /**
   * Where a flag stands, before any that begins with two hyphens; -1: nowhere. Weka's own search throws and catches an
   * exception for each string that begins with a hyphen and isn't a number, which takes longer than all the rest.
   */
  private static int position(String flag, String[] options) {
    for (int i = 0; i < options.length && !options[i].startsWith("--"); i++) {
      if (options[i].length() == flag.length() + 1 && options[i].startsWith("-") && options[i].endsWith(flag)) {
        return i;
      }
    }
    return -1;
  }

  private static String valueOf(String flag, String[] options) throws WekaException {
    try {
      return Utils.getOption(flag, options);
    } catch (Exception e) {
      throw new WekaException(e.getMessage(), e);
    }
  }

  private static void rejectOthers(String[] options) throws WekaException {
    List<String> unknown = new ArrayList<>(Arrays.asList(options));
    unknown.removeIf(String::isEmpty);
    if (!unknown.isEmpty()) {
      throw new WekaException("Unknown options: " + String.join(" ", unknown));
    }
  }

  private static Object parse(PropertyDescriptor property, String text) throws Exception {
    Class<?> type = property.getPropertyType();
    String name = property.getName();
    if (type == String.class) {
      return text;
    }
    if (type == File.class) {
      return new File(text);
    }
    boolean automatic = AnnotatedProperties.isAutomatic(property);
    String number = automatic ? AutomaticEditor.number(text) : text.trim();
    String orAuto = automatic ? OR_AUTO : "";
    if (type == int.class) {
      return number(name, number, Integer::valueOf,
          "a whole number from " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE + orAuto);
    }
    if (type == double.class) {
      return number(name, number, Double::valueOf, "a number" + orAuto);
    }
    return type.isEnum() ? constant(name, type, text) : object(name, type, text);
  }

  private static Object number(String property, String text, Function<String, ? extends Number> parser,
      String allowed) {
    try {
      return parser.apply(text);
    } catch (NumberFormatException e) {
      throw new InvalidSettingException(property, text, allowed);
    }
  }

  private static Object constant(String property, Class<?> type, String text) {
    for (Object constant : type.getEnumConstants()) {
      if (constant.toString().equals(text.trim().toUpperCase(Locale.ROOT))) {
        return constant;
      }
    }
    throw new InvalidSettingException(property, text, "one of "
        + Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", ")));
  }

  /** An object such as a classifier, by the name of its class and its own options. */
  private static Object object(String property, Class<?> type, String text) throws Exception {
    String[] options = Utils.splitOptions(text);
    String name = options.length == 0 ? "" : options[0];
    Class<?> named;
    try {
      named = WekaPackageClassLoaderManager.forName(name);
    } catch (ClassNotFoundException | LinkageError e) {
      named = Object.class;
    }
    if (!type.isAssignableFrom(named)) {
      throw new InvalidSettingException(property, text, "the name of a class of the type " + type.getName()
          + ", which may be followed by its options");
    }
    options[0] = "";
    return Utils.forName(type, name, options);
  }

  /**
   * Option strings in the order of the properties in Weka's dialog, followed by those that belong to none. Weka's own
   * are left out where they have their defaults.
   *
   * @param options as {@code super.getOptions} gives them; not modified
   * @param first flags, such as H, of the options that come before all others
   */
  public static String[] inOrder(OptionHandler handler, String[] options, String... first) {
    List<String> ordered = new ArrayList<>();
    String[] left = options.clone();
    OptionHandler defaults = newInstance(handler.getClass());
    for (PropertyDescriptor property : AnnotatedProperties.list(handler.getClass(), List.of(first))) {
      boolean omitted = AnnotatedProperties.isWekas(property)
          && AnnotatedProperties.value(property, handler).equals(AnnotatedProperties.value(property, defaults));
      List<String> option = take(property, left);
      while (position(AnnotatedProperties.flag(property), left) >= 0) {
        // Weka gives its own ones twice: by the annotation, and as it always did.
        take(property, left);
      }
      ordered.addAll(omitted ? List.of() : option);
    }
    Arrays.stream(left).filter(option -> !option.isEmpty()).forEach(ordered::add);
    return ordered.toArray(String[]::new);
  }

  /** The option of a property with its value, if it is given; it becomes empty. */
  private static List<String> take(PropertyDescriptor property, String[] options) {
    int position = position(AnnotatedProperties.flag(property), options);
    if (position < 0) {
      return List.of();
    }
    int end = position + (AnnotatedProperties.isFlag(property) ? 1 : 2);
    List<String> option = new ArrayList<>(Arrays.asList(options).subList(position, end));
    Arrays.fill(options, position, end, "");
    if (AnnotatedProperties.isAutomatic(property) && Double.parseDouble(option.get(1)) == Automatic.NUMBER) {
      option.set(1, Automatic.TEXT);
    }
    return option;
  }

  private static void set(OptionHandler handler, Map<PropertyDescriptor, Object> values) throws Exception {
    for (Map.Entry<PropertyDescriptor, Object> entry : values.entrySet()) {
      entry.getKey().getWriteMethod().invoke(handler, entry.getValue());
    }
  }

  /** The values of all annotated properties as text, by name. */
  public static Map<String, String> texts(OptionHandler handler) {
    Map<String, String> texts = new TreeMap<>();
    for (PropertyDescriptor property : AnnotatedProperties.list(handler.getClass())) {
      texts.put(property.getName(), String.valueOf(AnnotatedProperties.value(property, handler)));
    }
    return texts;
  }

  /**
   * Checks that every annotated property has a value.
   *
   * @throws InvalidSettingException if one is null
   */
  public static void requireAll(OptionHandler handler) {
    for (PropertyDescriptor property : AnnotatedProperties.list(handler.getClass())) {
      InvalidSettingException.require(AnnotatedProperties.value(property, handler) != null, property.getName(), null,
          "set");
    }
  }

  /** What is computed from options, or the {@link #rejection} of one of them. */
  static <T> T explained(OptionHandler handler, Supplier<T> value) throws WekaException {
    try {
      return value.get();
    } catch (InvalidSettingException e) {
      throw rejection(handler, e);
    }
  }

  /**
   * What the user is told of an invalid value, such as: Option -L (learningRate) is 0.0, but must be a number greater
   * than 0.
   */
  public static WekaException rejection(OptionHandler handler, InvalidSettingException e) {
    Optional<PropertyDescriptor> property = AnnotatedProperties.list(handler.getClass()).stream()
        .filter(candidate -> candidate.getName().equals(e.setting())).findFirst();
    String name = property.map(found -> "Option -" + AnnotatedProperties.flag(found) + " (" + e.setting() + ")")
        .orElse(e.setting());
    boolean automatic = property.filter(AnnotatedProperties::isAutomatic).isPresent();
    // The engine, which checks intervals, knows nothing of automatic choices.
    String allowed = automatic && !e.allowed().endsWith(OR_AUTO) ? e.allowed() + OR_AUTO : e.allowed();
    return new WekaException(name + " is " + e.value() + ", but must be " + allowed + ".", e);
  }

  /**
   * Options for Weka's command-line help, in the order of Weka's dialog, with their defaults, in lines of readable
   * length; those without an annotation follow as they are.
   *
   * @param listed all options as {@code super.listOptions} gives them
   * @param first flags, such as H, of the options that come before all others
   */
  public static Enumeration<Option> describe(OptionHandler handler, Enumeration<Option> listed, String... first) {
    OptionHandler defaults = newInstance(handler.getClass());
    Map<String, Option> others = new LinkedHashMap<>();
    // Weka lists its own ones a second time, one of them with its hyphen.
    Collections.list(listed).forEach(option -> others.putIfAbsent(option.name().replaceFirst("^-", ""), option));
    Vector<Option> described = new Vector<>();
    for (PropertyDescriptor property : AnnotatedProperties.list(handler.getClass(), List.of(first))) {
      Option option = others.remove(AnnotatedProperties.flag(property));
      String text = wrap(option.description().trim() + defaultText(property, defaults));
      described.add(new Option(text, option.name(), option.numArguments(), option.synopsis()));
    }
    described.addAll(others.values());
    return described.elements();
  }

  private static String defaultText(PropertyDescriptor property, OptionHandler defaults) {
    Object value = AnnotatedProperties.isAutomatic(property)
        ? AutomaticEditor.text(AnnotatedProperties.value(property, defaults))
        : AnnotatedProperties.value(property, defaults);
    boolean stated = value != null && !value.toString().isEmpty() && !AnnotatedProperties.isFlag(property);
    return stated ? " (default " + value + ")" : "";
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

  private static OptionHandler newInstance(Class<? extends OptionHandler> type) {
    try {
      return type.getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
