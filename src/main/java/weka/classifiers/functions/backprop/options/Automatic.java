package weka.classifiers.functions.backprop.options;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks the getter of a number that may be chosen automatically: -1, which users read and write as auto. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Automatic {

  /** The number that stands for an automatic choice. */
  int NUMBER = -1;

  /** The text that stands for it. */
  String TEXT = "auto";
}
