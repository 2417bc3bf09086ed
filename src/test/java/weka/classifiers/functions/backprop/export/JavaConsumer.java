package weka.classifiers.functions.backprop.export;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import weka.core.Instance;
import weka.core.Instances;

/** The Java compiler, without Weka on its class path, and the class that it makes. */
final class JavaConsumer implements Consumer {

  private final Method distribution;

  /** The class of that name. */
  JavaConsumer(ClassLoader classes, String className) throws Exception {
    distribution = classes.loadClass(className).getDeclaredMethod("distribution", Object[].class);
    distribution.setAccessible(true);
  }

  /**
   * Compiles classes in memory, and complains about warnings too.
   *
   * @param sources by the name of the class
   */
  static ClassLoader compile(Map<String, String> sources, String classPath) throws Exception {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    Map<String, ByteArrayOutputStream> classes = new HashMap<>();
    StringWriter complaints = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavaFileManager inMemory = new ForwardingJavaFileManager<>(files) {
        @Override
        public JavaFileObject getJavaFileForOutput(Location location, String name, JavaFileObject.Kind kind,
            FileObject sibling) {
          return new SimpleJavaFileObject(URI.create("mem:///" + name.replace('.', '/') + ".class"), kind) {
            @Override
            public OutputStream openOutputStream() {
              return classes.computeIfAbsent(name, n -> new ByteArrayOutputStream());
            }
          };
        }
      };
      List<JavaFileObject> units = sources.entrySet().stream().map(JavaConsumer::unit).toList();
      List<String> options = List.of("-classpath", classPath, "-Xlint:all,-options,-serial,-removal,-deprecation");
      if (!compiler.getTask(complaints, inMemory, null, options, null, units).call()
          || complaints.toString().lines().anyMatch(line -> !line.startsWith("Note: "))) {
        throw new AssertionError(complaints);
      }
    }
    return new ClassLoader(JavaConsumer.class.getClassLoader()) {
      @Override
      protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (!classes.containsKey(name)) {
          throw new ClassNotFoundException(name);
        }
        byte[] bytes = classes.get(name).toByteArray();
        return defineClass(name, bytes, 0, bytes.length);
      }
    };
  }

  private static JavaFileObject unit(Map.Entry<String, String> source) {
    URI name = URI.create("mem:///" + source.getKey().replace('.', '/') + ".java");
    return new SimpleJavaFileObject(name, JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignored) {
        return source.getValue();
      }
    };
  }

  @Override
  public double[][] predict(Instances data) throws Exception {
    double[][] predictions = new double[data.numInstances()][];
    for (int i = 0; i < predictions.length; i++) {
      predictions[i] = (double[]) distribution.invoke(null, (Object) values(data.instance(i)));
    }
    return predictions;
  }

  /** The values as Weka's wrapper of exported classes hands them over: the class is missing. */
  static Object[] values(Instance instance) {
    Object[] values = new Object[instance.numAttributes()];
    for (int a = 0; a < values.length; a++) {
      if (!instance.isMissing(a) && a != instance.classIndex()) {
        values[a] = instance.attribute(a).isNominal() ? instance.stringValue(a) : (Object) instance.value(a);
      }
    }
    return values;
  }
}
