package weka.backprop.spark;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in a sentence why a job of Spark failed: its own exceptions quote the stack trace of a task as text. */
final class Failures {

  /** A task's own exception, as text: the line of its message. */
  private static final Pattern OURS = Pattern.compile(Pattern.quote(UserException.class.getName()) + ": ([^\\n]+)");
  /** Spark's name for an error of its own, which says nothing to people. */
  private static final Pattern ERROR_CLASS = Pattern.compile("^\\[[A-Z_.0-9]+\\] ");

  private Failures() {
  }

  /** What to tell the user: a {@link UserException} where the reason is known. */
  static RuntimeException explain(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof UserException user) {
        return user;
      }
      String message = String.valueOf(t.getMessage());
      Matcher ours = OURS.matcher(message);
      if (ours.find()) {
        return new UserException(ours.group(1), failure);
      }
      String known = known(t + "\n" + message);
      if (known != null) {
        return new UserException(known, failure);
      }
    }
    return failure instanceof RuntimeException runtime ? runtime
        : new UserException("Spark failed: " + firstLine(failure), failure);
  }

  private static String known(String text) {
    if (text.contains("UnsupportedClassVersionError")) {
      return "An executor runs a Java older than 17. Let all executors run Java 17 or later, for instance with "
          + "--conf spark.executorEnv.JAVA_HOME=<folder of a JDK 17>.";
    }
    if (text.contains("java.lang.OutOfMemoryError") || text.contains("exited with code 137 caused by")) {
      return "An executor ran out of memory. Use more partitions (option -partitions), or give executors more memory "
          + "(--executor-memory).";
    }
    if (text.contains("is bigger than spark.driver.maxResultSize") || text.contains("bigger than local result size")) {
      return "The parameters of all partitions together are larger than spark.driver.maxResultSize. Raise it, use "
          + "fewer partitions (option -partitions), or a smaller network (option -H).";
    }
    if (text.contains("SparkContext was shut down") || text.contains("All masters are unresponsive")) {
      return "The cluster ended the application: " + firstLine(new IllegalStateException(text)) + ".";
    }
    return null;
  }

  /** The first line of a message, without Spark's name of the error. */
  static String firstLine(Throwable failure) {
    String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
    String line = message.strip().split("\\n", 2)[0];
    return ERROR_CLASS.matcher(line).replaceFirst("").replaceAll("\\.$", "");
  }
}
