package weka.classifiers.functions.backprop.options;

import java.beans.IntrospectionException;
import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import weka.classifiers.AbstractClassifier;
import weka.core.OptionMetadata;

/** The properties of a class whose getters carry Weka's {@link OptionMetadata}. */
final class AnnotatedProperties {

  /** Remembered, since looking for them takes longer than all the rest of copying a scheme through its options. */
  private static final ClassValue<List<PropertyDescriptor>> OF_CLASS = new ClassValue<>() {
    @Override
    protected List<PropertyDescriptor> computeValue(Class<?> type) {
      return find(type);
    }
  };

  private AnnotatedProperties() {
  }

  /** These properties in the order of Weka's dialog. */
  static List<PropertyDescriptor> list(Class<?> type) {
    return OF_CLASS.get(type);
  }

  /** These properties in the order of the command line: those with certain flags first, the others as in the dialog. */
  static List<PropertyDescriptor> list(Class<?> type, List<String> first) {
    return list(type).stream().sorted(Comparator.comparingInt(property -> {
      int position = first.indexOf(flag(property));
      return position < 0 ? first.size() : position;
    })).toList();
  }

  /** Not by Java's Introspector, which takes 40 milliseconds of a JVM's start to look at everything else as well. */
  private static List<PropertyDescriptor> find(Class<?> type) {
    List<PropertyDescriptor> properties = new ArrayList<>();
    for (Method getter : type.getMethods()) {
      if (getter.isAnnotationPresent(OptionMetadata.class) && !getter.isBridge()) {
        properties.add(property(type, getter));
      }
    }
    properties.sort(AnnotatedProperties::compare);
    return List.copyOf(properties);
  }

  private static int compare(PropertyDescriptor one, PropertyDescriptor other) {
    int places = metadata(one).displayOrder() - metadata(other).displayOrder();
    return places != 0 ? places : one.getName().compareTo(other.getName());
  }

  /** The property learningRate of getLearningRate and setLearningRate. */
  private static PropertyDescriptor property(Class<?> type, Method getter) {
    String name = getter.getName().substring(getter.getName().startsWith("is") ? "is".length() : "get".length());
    try {
      return new PropertyDescriptor(Introspector.decapitalize(name), getter,
          type.getMethod("set" + name, getter.getReturnType()));
    } catch (NoSuchMethodException | IntrospectionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The property's value in a bean. */
  static Object value(PropertyDescriptor property, Object bean) {
    try {
      return property.getReadMethod().invoke(bean);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Name of the property's option, such as L. */
  static String flag(PropertyDescriptor property) {
    return metadata(property).commandLineParamName();
  }

  /** Whether the option is given without a value. */
  static boolean isFlag(PropertyDescriptor property) {
    return metadata(property).commandLineParamIsFlag();
  }

  /** Whether the property is a number that may be chosen automatically. */
  static boolean isAutomatic(PropertyDescriptor property) {
    return property.getReadMethod().isAnnotationPresent(Automatic.class);
  }

  /** Whether the property is Weka's own, which our class only describes. */
  static boolean isWekas(PropertyDescriptor property) {
    return property.getWriteMethod().getDeclaringClass() == AbstractClassifier.class;
  }

  private static OptionMetadata metadata(PropertyDescriptor property) {
    return property.getReadMethod().getAnnotation(OptionMetadata.class);
  }
}
