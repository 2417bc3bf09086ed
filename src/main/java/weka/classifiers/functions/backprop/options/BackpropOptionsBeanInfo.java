package weka.classifiers.functions.backprop.options;

import java.beans.IntrospectionException;
import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.beans.SimpleBeanInfo;
import java.lang.reflect.Method;

/** Tells Weka's dialog, which finds this class by its name, how {@link Automatic} numbers are edited. */
public final class BackpropOptionsBeanInfo extends SimpleBeanInfo {

  @Override
  public PropertyDescriptor[] getPropertyDescriptors() {
    try {
      PropertyDescriptor[] properties = Introspector
          .getBeanInfo(BackpropOptions.class, Introspector.IGNORE_ALL_BEANINFO).getPropertyDescriptors();
      for (PropertyDescriptor property : properties) {
        Method getter = property.getReadMethod();
        if (getter != null && getter.isAnnotationPresent(Automatic.class)) {
          property.setPropertyEditorClass(property.getPropertyType() == int.class ? AutomaticEditor.Whole.class
              : AutomaticEditor.Real.class);
        }
      }
      return properties;
    } catch (IntrospectionException e) {
      throw new IllegalStateException(e);
    }
  }
}
