package weka.classifiers.functions.backprop;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the benchmarks that its arguments (JMH's own) select, and prints the README's tables. */
public final class Benchmarks {

  private Benchmarks() {
  }

  /** Runs JMH. */
  public static void main(String[] args) throws CommandLineOptionException, RunnerException {
    Collection<RunResult> results = new Runner(new OptionsBuilder().parent(new CommandLineOptions(args)).build()).run();
    kernels(results);
    trainings(results);
  }

  /** GFLOP/s of each operation: a multiply-add is two. */
  private static void kernels(Collection<RunResult> results) {
    Map<String, Map<String, Double>> speeds = new TreeMap<>();
    for (RunResult result : results) {
      String size = result.getParams().getParam("size");
      if (size != null) {
        double flops = 2;
        for (String n : size.split(",")) {
          flops *= Integer.parseInt(n);
        }
        String name = result.getParams().getBenchmark().replaceFirst(".*\\.", "");
        speeds.computeIfAbsent(size, s -> new TreeMap<>()).put(name, flops / result.getPrimaryResult().getScore());
      }
    }
    speeds.forEach((size, bySize) -> {
      StringBuilder row = new StringBuilder("| " + size);
      bySize.forEach((name, speed) -> row.append(String.format(Locale.ROOT, " | %s %.1f", name, speed)));
      System.out.println(row.append(" |"));
    });
  }

  /** Milliseconds an epoch of each run. */
  private static void trainings(Collection<RunResult> results) {
    for (RunResult result : results) {
      String job = result.getParams().getParam("job");
      if (job != null) {
        System.out.printf(Locale.ROOT, "| %s | %.3f ms an epoch |%n", job,
            result.getPrimaryResult().getScore() / Job.valueOf(job).epochs());
      }
    }
  }
}
