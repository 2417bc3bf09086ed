package weka.classifiers.functions.backprop.session;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import weka.classifiers.functions.backprop.encode.ClassEncoder;
import weka.classifiers.functions.backprop.encode.DataEncoding;
import weka.classifiers.functions.backprop.encode.InputEncoder;
import weka.classifiers.functions.backprop.encode.UsableInstances;
import weka.classifiers.functions.backprop.model.Member;
import weka.classifiers.functions.backprop.model.Model;
import weka.classifiers.functions.backprop.network.Network;
import weka.classifiers.functions.backprop.train.DivergedException;
import weka.classifiers.functions.backprop.train.History;
import weka.classifiers.functions.backprop.train.TrainingListener;
import weka.classifiers.functions.backprop.train.TrainingState;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.WekaException;

/**
 * A training from data to a model, phase by phase: {@link #begin} checks and encodes the data and holds some out,
 * {@link #next} trains an epoch, {@link #finish} refits and reports. It knows the scheme by its {@link Specification}
 * alone. A session that has failed is of no further use.
 */
public final class TrainingSession {

  private final Specification specification;
  private final Instance example;
  private final MemberTraining training;
  private final ProgressReporter reporter;

  private TrainingSession(Specification specification, Instance example, MemberTraining training,
      ProgressReporter reporter) {
    this.specification = specification;
    this.example = example;
    this.training = training;
    this.reporter = reporter;
  }

  /**
   * Begins a training, or resumes one.
   *
   * @param data with attributes that the scheme can handle; not modified
   * @param checkpoint of a training to resume, modified by training; null to begin one
   * @param reporter opened, and closed when the session ends or fails
   * @throws WekaException if the data hold nothing to train with, have other attributes than those that training began
   *         with, or would need too much memory
   * @throws InterruptedException if the thread was interrupted; the checkpoint is then as it was
   */
  public static TrainingSession begin(Specification specification, Instances data, Checkpoint checkpoint,
      ProgressReporter reporter) throws WekaException, InterruptedException {
    List<Instance> instances = UsableInstances.select(data);
    if (checkpoint != null) {
      checkpoint.requireSame(specification.fixedOptions(), data);
    }
    DataEncoding encoding = checkpoint == null ? fit(specification, data, instances) : checkpoint.sole().encoding();
    ToDoubleFunction<Instance> weight = specification.weighting().apply(instances);
    TrainingData training = new TrainingData(instances, weight, encoding);
    MemberTraining member = encoding.varies() ? network(specification, training, checkpoint, reporter)
        : new ConstantMember(constant(specification, training));
    return new TrainingSession(specification, instances.get(0), member, reporter);
  }

  private static DataEncoding fit(Specification specification, Instances data, List<Instance> instances)
      throws InterruptedException {
    ClassEncoder classEncoder = specification.classEncoder().apply(instances);
    return new DataEncoding(data, InputEncoder.fit(data, instances, specification.inputScaling()), classEncoder);
  }

  private static Member constant(Specification specification, TrainingData data) {
    DataEncoding encoding = data.encoding();
    float[] sums = encoding.classEncoder().prior(data.instances(), data.weight());
    return new Member(encoding, Network.constant(encoding.inputs().width(), sums, specification.loss()), null, false);
  }

  private static MemberTraining network(Specification specification, TrainingData data, Checkpoint checkpoint,
      ProgressReporter reporter) throws WekaException, InterruptedException {
    double heldOut = specification.validation().percent(data.instances().size());
    new MemoryCheck(specification, data.encoding().inputs().width(), data.encoding().classEncoder().outputs(),
        data.instances().size(), heldOut, checkpoint != null).run();
    TrainingState state = checkpoint != null ? checkpoint.sole().training()
        : new TrainingState(untrained(specification, data.encoding()), specification.hyperparameters().optimizer());
    MemberTraining training = new NetworkTraining(data, specification.validation(), state,
        () -> untrained(specification, data.encoding()), specification.hyperparameters(), reporter);
    reporter.open();
    return training;
  }

  private static Network untrained(Specification specification, DataEncoding encoding) {
    return Network.create(encoding.inputs().width(), specification.hiddenLayers(), encoding.classEncoder().outputs(),
        specification.loss(), new SplittableRandom(specification.hyperparameters().seed()));
  }

  /** An instance of the training data; not a copy. */
  public Instance example() {
    return example;
  }

  /** The model as it is after the last epoch; it changes with the next one. */
  public Model model() {
    return Model.of(training.current());
  }

  /** What is needed to resume the training after its last epoch; null if there is nothing to learn. */
  public Checkpoint checkpoint() {
    MemberState state = training.state();
    return state == null ? null : new Checkpoint(specification.fixedOptions(), List.of(state));
  }

  /**
   * Trains one epoch.
   *
   * @return false if there was none left to train
   * @throws WekaException if training diverged again and again
   * @throws InterruptedException if the thread was interrupted; the model is then as after the last whole epoch
   */
  public boolean next() throws WekaException, InterruptedException {
    try {
      return training.next();
    } catch (DivergedException e) {
      throw diverged(e);
    } catch (InterruptedException e) {
      reporter.close(e.getMessage());
      throw e;
    }
  }

  private WekaException diverged(DivergedException e) {
    reporter.close(e.getMessage());
    return new WekaException(specification.explain(e), e);
  }

  /**
   * Ends the training: refits if that is wanted, and writes the history.
   *
   * @return the model of the best epoch, or of all data
   * @throws WekaException if the second training diverged, or the history can't be written
   * @throws InterruptedException if the thread was interrupted
   */
  public Model finish() throws WekaException, InterruptedException {
    Member member = specification.refit() && training.canRefit() ? refit() : training.best();
    if (member.history() != null) {
      report(member.history());
    }
    return Model.of(member);
  }

  private Member refit() throws WekaException, InterruptedException {
    TrainingListener listener = reporter.refit(training.current().history().bestEpoch());
    try {
      return training.refit(listener);
    } catch (DivergedException e) {
      throw diverged(e);
    }
  }

  private void report(History history) throws WekaException {
    reporter.keep(history);
    HistoryFile.write(history, specification.historyFile());
    reporter.close("Training has ended.");
  }

  /** Gives the session up: nothing is trained or written any more. */
  public void abandon(String reason) {
    reporter.close(reason);
  }
}
