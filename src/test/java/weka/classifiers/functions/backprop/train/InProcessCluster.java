package weka.classifiers.functions.backprop.train;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import weka.classifiers.functions.backprop.network.Examples;
import weka.classifiers.functions.backprop.network.InputRows;

/**
 * A cluster within the tests' own process: tasks and results are copied as if they travelled, tasks run in a random
 * order, and some of them twice, as where an executor is lost.
 */
final class InProcessCluster implements Cluster {

  private final List<Shard> shards;
  private final Random chance;
  private int runs;

  /** A cluster that runs its tasks in another order for another seed. */
  InProcessCluster(List<Shard> shards, long seed) {
    this.shards = shards;
    chance = new Random(seed);
  }

  /** Examples dealt out to partitions one after the other; those that are held out, too (null: none). */
  static List<Shard> deal(Examples training, Examples validation, int partitions) {
    return IntStream.range(0, partitions)
        .mapToObj(p -> new Shard(part(training, p, partitions), part(validation, p, partitions))).toList();
  }

  /** Every so many-th example from number p on. */
  static Examples part(Examples all, int p, int partitions) {
    int size = all == null ? 0 : all.size();
    int[] indices = IntStream.range(0, size).filter(i -> i % partitions == p).toArray();
    float[][] targets = new float[indices.length][];
    double[] weights = new double[indices.length];
    for (int k = 0; k < indices.length; k++) {
      targets[k] = all.target(indices[k]);
      weights[k] = all.weight(indices[k]);
    }
    return new Examples(all == null ? InputRows.dense(new float[0][])
        : (instance, batch, row) -> all.rows().read(indices[instance], batch, row), targets, weights);
  }

  /** How many tasks it has run. */
  int runs() {
    return runs;
  }

  @Override
  public int partitions() {
    return shards.size();
  }

  @Override
  public <R extends Serializable> void run(ShardTask<R> task, FlatState state, Consumer<R> results)
      throws InterruptedException {
    List<Integer> order = new ArrayList<>(IntStream.range(0, shards.size()).boxed().toList());
    IntStream.range(0, shards.size()).filter(p -> chance.nextInt(4) == 0).forEach(order::add);
    Collections.shuffle(order, chance);
    List<R> collected = new ArrayList<>(Collections.nCopies(shards.size(), null));
    for (int p : order) {
      collected.set(p, copy(copy(task).run(p, copy(state), shards.get(p))));
      runs++;
    }
    collected.forEach(results);
  }

  /** The copy that arrives at another machine. */
  @SuppressWarnings("unchecked")
  static <T extends Serializable> T copy(T object) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(object);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (T) in.readObject();
    } catch (IOException | ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }
}
