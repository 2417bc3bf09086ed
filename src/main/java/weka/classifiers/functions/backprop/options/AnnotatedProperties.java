package weka.classifiers.functions.backprop.options;

import java.beans.IntrospectionException;
import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import weka.core.OptionMetadata;

/** The properties of a class whose getters carry Weka's {@link OptionMetadata}. */
final class AnnotatedProperties {

  private AnnotatedProperties() {
  }

  /** These properties in the order of Weka's dialog. */
  static List<PropertyDescriptor> list(Class<?> type) {
    try {
      List<PropertyDescriptor> annotated = new ArrayList<>();
      for (PropertyDescriptor property : Introspector.getBeanInfo(type, Object.class).getPropertyDescriptors()) {
        if (property.getReadMethod() != null && property.getWriteMethod() != null && metadata(property) != null) {
          annotated.add(property);
        }
      }
      annotated.sort(Comparator.comparingInt(property -> metadata(property).displayOrder()));
      return annotated;
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

  private static OptionMetadata metadata(PropertyDescriptor property) {
    return property.getReadMethod().getAnnotation(OptionMetadata.class);
  }
}
