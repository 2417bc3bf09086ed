package weka.classifiers.functions.backprop.stream;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import weka.core.Instance;

/**
 * A bounded sample of the instances of a stream, to train on again. When it is full, a new instance replaces a random
 * one, so that recent ones are more likely to be there (Aggarwal, 2006): an instance of age t, with probability
 * (1 - 1/n)^t in a buffer of n. So what has changed in the stream is forgotten.
 */
final class ReplayBuffer implements Serializable {

  private static final long serialVersionUID = 1L;

  private final ArrayList<Instance> instances = new ArrayList<>();

  /** Number of instances. */
  int size() {
    return instances.size();
  }

  /**
   * Adds instances.
   *
   * @param added not copied; not modified
   * @param capacity most instances, 1 or more; those beyond it are removed
   */
  void add(List<Instance> added, int capacity, RandomGenerator random) {
    if (instances.size() > capacity) {
      instances.subList(capacity, instances.size()).clear();
    }
    for (Instance instance : added) {
      if (instances.size() < capacity) {
        instances.add(instance);
      } else {
        instances.set(random.nextInt(capacity), instance);
      }
    }
  }

  /** Draws instances, any of them any number of times; there must be one. */
  List<Instance> draw(int count, RandomGenerator random) {
    List<Instance> drawn = new ArrayList<>(count);
    for (int k = 0; k < count; k++) {
      drawn.add(instances.get(random.nextInt(instances.size())));
    }
    return drawn;
  }
}
