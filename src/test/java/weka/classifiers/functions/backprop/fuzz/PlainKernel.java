package weka.classifiers.functions.backprop.fuzz;

import java.io.IOException;
import java.io.InputStream;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.functions.backprop.BackpropScheme;
import weka.classifiers.functions.backprop.kernel.Kernels;

/** The schemes once more in this JVM, from a class loader of their own, in which the plain kernel has been chosen. */
final class PlainKernel extends ClassLoader {

  private static final String OURS = "weka.classifiers.functions.Backprop";
  private static final String ROOMS = "weka.classifiers.functions.backprop.";
  private static final PlainKernel LOADER = new PlainKernel();

  private PlainKernel() {
    super(PlainKernel.class.getClassLoader());
    String before = System.getProperty(Kernels.PROPERTY);
    System.setProperty(Kernels.PROPERTY, "plain");
    try {
      Class.forName(Kernels.class.getName(), true, this);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    } finally {
      if (before == null) {
        System.clearProperty(Kernels.PROPERTY);
      } else {
        System.setProperty(Kernels.PROPERTY, before);
      }
    }
  }

  /** The like of a scheme, without its options and its model. */
  static AbstractClassifier scheme(BackpropScheme like) throws ReflectiveOperationException {
    return (AbstractClassifier) LOADER.loadClass(like.getClass().getName()).getDeclaredConstructor().newInstance();
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith(OURS) && !name.startsWith(ROOMS)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? findClass(name) : loaded;
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] bytes = in.readAllBytes();
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }
}
