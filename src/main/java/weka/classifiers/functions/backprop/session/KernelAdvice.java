package weka.classifiers.functions.backprop.session;

import java.util.concurrent.atomic.AtomicBoolean;
import weka.classifiers.functions.backprop.kernel.Kernels;
import weka.gui.Logger;

/** Tells Weka's log how to get a faster kernel, once a JVM rather than with every model. */
final class KernelAdvice {

  private static final AtomicBoolean SAID = new AtomicBoolean();

  private KernelAdvice() {
  }

  static void say(Logger log) {
    if (!SAID.getAndSet(true)) {
      Kernels.advice().ifPresent(log::logMessage);
    }
  }
}
