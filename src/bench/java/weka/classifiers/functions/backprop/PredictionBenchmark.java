package weka.classifiers.functions.backprop;

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
import weka.classifiers.AbstractClassifier;
import weka.core.Instances;

/** Predictions of a trained network through Weka's interface, for a thousand instances at most. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Xmx4g")
public class PredictionBenchmark {

  private static final int MOST = 1000;

  /** The run that trains the network. */
  @Param({"SMALL_BACKPROP", "MNIST_BACKPROP"})
  public Job job;

  private AbstractClassifier scheme;
  private Instances data;

  /** Trains. */
  @Setup
  public void train() throws Exception {
    Instances all = job.data();
    scheme = job.scheme();
    scheme.buildClassifier(all);
    data = new Instances(all, 0, Math.min(MOST, all.numInstances()));
  }

  /** As Weka's evaluation asks for them without batches. */
  @Benchmark
  public double oneByOne() throws Exception {
    double sum = 0;
    for (int i = 0; i < data.numInstances(); i++) {
      sum += scheme.distributionForInstance(data.instance(i))[0];
    }
    return sum;
  }

  /** As a batch. */
  @Benchmark
  public double[][] together() throws Exception {
    return scheme.distributionsForInstances(data);
  }
}
