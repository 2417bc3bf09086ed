package weka.classifiers.functions.backprop.fuzz;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/**
 * The fuzz tests draw the same cases every time, so that a build doesn't fail by chance. To look for faults give them
 * another seed, and more cases: {@code mvn test -Dtest='*FuzzTest' -Dfuzz.seed=7 -Dfuzz.times=10}.
 */
final class Seed implements AroundPropertyHook {

  @Override
  public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property)
      throws Throwable {
    context.attributes().setSeed(System.getProperty("fuzz.seed", "1"));
    int times = Integer.getInteger("fuzz.times", 1);
    context.attributes().tries().filter(tries -> tries > 1)
        .ifPresent(tries -> context.attributes().setTries(tries * times));
    return property.execute();
  }

  @Override
  public PropagationMode propagateTo() {
    return PropagationMode.ALL_DESCENDANTS;
  }
}
