package weka.backprop.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weka.backprop.spark.SparkProcesses.Result;
import weka.backprop.spark.SparkProcesses.Submission;
import weka.classifiers.functions.BackpropClassifier;

/** The jar in spark-submit, on a cluster of processes of their own. */
class ClusterIT {

  private static final String[] TRAIN = {"-N", "6", "-H", "16", "-B", "16", "-E", "0"};

  private Path folder;
  private Path data;

  @BeforeEach
  void writeData() throws IOException {
    folder = LocalSpark.folder("data");
    data = folder.resolve("train.csv");
    Random random = new Random(1);
    StringBuilder csv = new StringBuilder("x,y,colour,label\n");
    for (int i = 0; i < 20_000; i++) {
      double x = random.nextGaussian();
      double y = random.nextGaussian();
      String colour = random.nextBoolean() ? "red" : "blue";
      csv.append(x).append(',').append(i % 20 == 0 ? "" : y).append(',').append(colour).append(',')
          .append(x * y > 0 || colour.equals("red") ? "yes" : "no").append('\n');
    }
    Files.writeString(data, csv);
  }

  private String[] train(Path model, String... scheme) {
    return Stream.concat(
        Stream.of("train", "-t", data.toString(), "-c", "label", "-d", model.toString(),
            "-partitions", "4", "-rounds", "2", "-T", data.toString(), "--"),
        Stream.of(scheme)).toArray(String[]::new);
  }

  private static BackpropClassifier read(Path model) throws Exception {
    try (ObjectInputStream in = new ObjectInputStream(Files.newInputStream(model))) {
      return (BackpropClassifier) in.readObject();
    }
  }

  /** All that predictions depend on, with every bit of the parameters. */
  private static String bits(Path model) throws Exception {
    return read(model).toSource("Net");
  }

  @ParameterizedTest
  @ValueSource(strings = {"3", "4"})
  void aLostExecutorChangesNoBit(String version) throws Exception {
    try (SparkProcesses spark = new SparkProcesses(version)) {
      Path undisturbed = folder.resolve("local.model");
      Result local = spark.run("local", train(undisturbed, TRAIN));
      assertEquals(0, local.status(), local.output());
      assertTrue(local.output().contains("Accuracy: 9"), local.output());

      spark.startCluster();
      Path model = folder.resolve("cluster.model");
      Submission submission = spark.submit("cluster", List.of(), train(model, TRAIN));
      submission.await("Epoch 2 of 6");
      spark.killExecutor();
      Result result = submission.end();
      assertEquals(0, result.status(), result.output());
      assertTrue(result.output().contains("Lost executor"), result.output());
      assertEquals(bits(undisturbed), bits(model));

      Path predictions = folder.resolve("predictions.parquet");
      String[] predict = {"predict", "-l", model.toString(), "-T", data.toString(), "-o", predictions.toString()};
      Result kryo = spark.submit("kryo", List.of("--conf",
          "spark.serializer=org.apache.spark.serializer.KryoSerializer"), predict).end();
      assertEquals(0, kryo.status(), kryo.output());
      assertTrue(Files.exists(predictions.resolve("_SUCCESS")));
      assertEquals(1, spark.run("again", predict).status());

      Result other = spark.submit("kernel", List.of("--conf",
          "spark.executor.extraJavaOptions=-Dbackprop.kernel=plain"), train(folder.resolve("other.model"), TRAIN))
          .end();
      assertEquals(1, other.status());
      assertTrue(other.output().contains("backprop: The driver computes with the kernel"), other.output());
      assertTrue(other.output().contains("or neither."), other.output());
    }
  }
}
