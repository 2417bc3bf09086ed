package weka.backprop.spark;

/**
 * What spark-submit starts. This class alone is compiled for Java 8, on which many clusters still run: it says which
 * Java is wanted, where the others couldn't even be loaded.
 */
public final class Main {

  private static final int OLDEST_JAVA = 17;

  private Main() {
  }

  /**
   * Trains or predicts.
   *
   * @param arguments see {@link Commands#HELP}
   */
  public static void main(String[] arguments) throws Exception {
    String complaint = complaint(System.getProperty("java.specification.version"));
    if (!complaint.isEmpty()) {
      System.err.println(complaint);
      System.exit(1);
    }
    int status = (Integer) Class.forName("weka.backprop.spark.Commands").getMethod("run", String[].class)
        .invoke(null, (Object) arguments);
    if (status != 0) {
      System.exit(status);
    }
  }

  /** What is wrong with a version of Java, such as 1.8, 11 or 17; empty if it will do. */
  static String complaint(String version) {
    String number = version.startsWith("1.") ? version.substring(2) : version;
    return Integer.parseInt(number) >= OLDEST_JAVA ? ""
        : "backprop needs Java " + OLDEST_JAVA + " or later, but Spark's driver runs Java " + number + ". Set "
            + "JAVA_HOME to a newer one before spark-submit, and for the executors --conf spark.executorEnv.JAVA_HOME.";
  }
}
