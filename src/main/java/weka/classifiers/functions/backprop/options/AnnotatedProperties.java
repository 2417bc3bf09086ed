package weka.classifiers.functions.backprop.options;

import java.beans.IntrospectionException;
import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.util.Arrays;
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

  private static List<PropertyDescriptor> find(Class<?> type) {
    try {
      return Arrays.stream(Introspector.getBeanInfo(type, Object.class).getPropertyDescriptors())
          .filter(property -> property.getReadMethod() != null && property.getWriteMethod() != null
              && metadata(property) != null)
          .sorted(Comparator.comparingInt(property -> metadata(property).displayOrder())).toList();
    } catch (IntrospectionException e) {
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
