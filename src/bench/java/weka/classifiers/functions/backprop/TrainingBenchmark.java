package weka.classifiers.functions.backprop;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import weka.classifiers.Classifier;
import weka.core.Instances;

/** Whole training runs through Weka's interface, ours beside Weka's own networks. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
@Fork(value = 1, jvmArgsAppend = "-Xmx4g")
public class TrainingBenchmark {

  /** The run. */
  @Param
  public Job job;

  private Instances data;

  /** Loads or makes the data. */
  @Setup
  public void load() throws IOException {
    data = job.data();
  }

  /** Trains. */
  @Benchmark
  public Classifier build() throws Exception {
    Classifier scheme = job.scheme();
    scheme.buildClassifier(data);
    return scheme;
  }
}
