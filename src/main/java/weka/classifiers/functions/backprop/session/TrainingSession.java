package weka.classifiers.functions.backprop.session;

import java.io.File;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import weka.classifiers.functions.backprop.encode.DataEncoding;
import weka.classifiers.functions.backprop.encode.Holdout;
import weka.classifiers.functions.backprop.encode.StatisticsScan;
import weka.classifiers.functions.backprop.encode.ThreadTeam;
import weka.classifiers.functions.backprop.encode.UsableInstances;
import weka.classifiers.functions.backprop.model.Member;
import weka.classifiers.functions.backprop.model.MemberKind;
import weka.classifiers.functions.backprop.model.Model;
import weka.classifiers.functions.backprop.network.Network;
import weka.classifiers.functions.backprop.train.DivergedException;
import weka.classifiers.functions.backprop.train.TrainingListener;
import weka.classifiers.functions.backprop.train.TrainingState;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.WekaException;

/**
 * A training from data to a model, phase by phase: {@link #begin} checks and encodes the data and holds some out,
 * {@link #train} trains epochs, {@link #finish} weights the networks, refits and reports. It knows the scheme by its
 * {@link Specification} alone. A session that has failed is of no further use.
 */
public final class TrainingSession {

  private final Specification specification;
  private final TrainingData data;
  private final ProgressReporter reporter;
  private final List<MemberTraining> trainings = new ArrayList<>();
  /** Of several networks; null for one. */
  private CommitteeProgress progress;

  private TrainingSession(Specification specification, TrainingData data, ProgressReporter reporter) {
    this.specification = specification;
    this.data = data;
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
    List<NetworkPlan> plans = specification.networks().apply(instances.size());
    List<Holdout> holdouts = holdouts(specification, plans, instances);
    List<DataEncoding> encodings = checkpoint != null ? checkpoint.encodings(plans.size())
        : new Encodings(data, specification.classEncoder().apply(instances),
            StatisticsScan.of(data, instances, specification.threads()), instances).fit(plans, holdouts);
    TrainingSession session = new TrainingSession(specification,
        new TrainingData(instances, specification.weighting().apply(instances), encodings.get(0)), reporter);
    if (encodings.get(0).varies()) {
      session.beginNetworks(plans, holdouts, encodings, checkpoint);
    } else {
      session.trainings.add(new ConstantMember(session.constant()));
    }
    return session;
  }

  /** What each network trains with and holds out. */
  private static List<Holdout> holdouts(Specification specification, List<NetworkPlan> plans,
      List<Instance> instances) {
    ValidationSplit validation = specification.validation();
    int folds = plans.get(0).folds();
    if (folds == 0) {
      return Collections.nCopies(plans.size(), validation.divide(instances, specification.seed()));
    }
    int groups = 1 + plans.stream().mapToInt(NetworkPlan::group).max().orElse(0);
    List<Holdout> parts = validation.folds(instances, folds, groups, specification.seed());
    return plans.stream().map(plan -> parts.get(plan.group())).toList();
  }

  private Member constant() {
    DataEncoding encoding = data.encoding();
    float[] sums = encoding.classEncoder().prior(data.instances(), data.weight());
    return new Member(MemberKind.SMOOTH, encoding,
        Network.constant(encoding.inputs().width(), sums, specification.loss()), null, false);
  }

  private void beginNetworks(List<NetworkPlan> plans, List<Holdout> holdouts, List<DataEncoding> encodings,
      Checkpoint checkpoint) throws WekaException, InterruptedException {
    checkMemory(plans, encodings, checkpoint != null);
    progress = plans.size() > 1 ? new CommitteeProgress(reporter, plans.size()) : null;
    for (int k = 0; k < plans.size(); k++) {
      NetworkPlan plan = plans.get(k);
      DataEncoding encoding = encodings.get(k);
      TrainingState state = checkpoint != null ? checkpoint.members().get(k).training()
          : plan.begin(encoding, specification.loss());
      trainings.add(new NetworkTraining(plan, data.with(encoding), holdouts.get(k), state,
          () -> plan.untrained(encoding, specification.loss()), progress == null ? reporter : progress.member(k)));
    }
    reporter.open();
  }

  private void checkMemory(List<NetworkPlan> plans, List<DataEncoding> encodings, boolean resumes)
      throws WekaException {
    NetworkPlan plan = plans.get(0);
    int size = data.instances().size();
    double percent = plan.folds() > 0 ? 100.0 / plan.folds() : specification.validation().percent(size);
    int widest = 0;
    for (DataEncoding encoding : encodings) {
      widest = Math.max(widest, encoding.inputs().width());
    }
    new MemoryCheck(specification, plan, plans.size(), widest, data.encoding().classEncoder().outputs(), size, percent,
        resumes).run();
  }

  /** An instance of the training data; not a copy. */
  public Instance example() {
    return data.instances().get(0);
  }

  /** The model as it is after the last epoch; it changes with the next one. */
  public Model model() {
    List<Member> members = new ArrayList<>();
    for (MemberTraining training : trainings) {
      members.add(training.current().withWeight(1.0 / trainings.size()));
    }
    return Model.of(members);
  }

  /** What is needed to resume the training after its last epoch; null if there is nothing to learn. */
  public Checkpoint checkpoint() {
    List<MemberState> states = trainings.stream().map(MemberTraining::state).toList();
    return data.encoding().varies() ? new Checkpoint(specification.fixedOptions(), states) : null;
  }

  /**
   * Trains so many epochs of each network, or all that are left.
   *
   * @return false if there was none left to train
   * @throws WekaException if training diverged again and again
   * @throws InterruptedException if the thread was interrupted; each network is then as after its last whole epoch
   */
  public boolean train(int epochs) throws WekaException, InterruptedException {
    List<Callable<Boolean>> tasks = new ArrayList<>();
    for (int k = 0; k < trainings.size(); k++) {
      int index = k;
      tasks.add(() -> train(index, epochs));
    }
    try {
      return ThreadTeam.run(tasks, specification.threads());
    } catch (DivergedException e) {
      throw diverged(e);
    } catch (InterruptedException e) {
      reporter.close(e.getMessage());
      throw e;
    }
  }

  private boolean train(int index, int epochs) throws InterruptedException {
    MemberTraining training = trainings.get(index);
    if (progress != null && progress.isEnded() && !training.hasBegun()) {
      return false;
    }
    boolean trains = training.train(epochs);
    if (progress != null && (!trains || training.isDone())) {
      progress.finish(index);
    }
    return trains;
  }

  private WekaException diverged(DivergedException e) {
    reporter.close(e.getMessage());
    double rate = trainings.get(0).plan().hyperparameters().learningRate().initial();
    return new WekaException(Specification.explain(e, rate), e);
  }

  /**
   * Ends the training: weights the networks, refits if that is wanted, and writes the history.
   *
   * @return the model of the best epochs, or of all data
   * @throws WekaException if the second training diverged, or the history can't be written
   * @throws InterruptedException if the thread was interrupted
   */
  public Model finish() throws WekaException, InterruptedException {
    Model model = progress == null ? single() : committee();
    if (!data.encoding().varies()) {
      return model;
    }
    reporter.keep(model::history);
    File written = HistoryFile.write(model, specification.historyFile());
    reporter.close("Training has ended.");
    return written == null ? model : model.withHistoryFile(written.getPath());
  }

  private Model single() throws WekaException, InterruptedException {
    MemberTraining training = trainings.get(0);
    if (!training.hasBegun()) {
      return Model.of(member(training));
    }
    return heldOut(trainings).model(List.of(member(training)));
  }

  /** The networks that were trained, if any was, weighted by what they held out. */
  private Model committee() throws WekaException, InterruptedException {
    reporter.show(progress::mean);
    List<MemberTraining> begun = trainings.stream().filter(MemberTraining::hasBegun).toList();
    List<MemberTraining> chosen = begun.isEmpty() ? trainings : begun;
    HeldOutSums heldOut = heldOut(chosen);
    List<Member> members = new ArrayList<>();
    for (MemberTraining training : chosen) {
      members.add(member(training));
    }
    return heldOut.model(members);
  }

  private HeldOutSums heldOut(List<MemberTraining> chosen) {
    List<HeldOut> heldOut = new ArrayList<>();
    for (MemberTraining training : chosen) {
      heldOut.add(new HeldOut(training.best(), training.plan().group(), training.holdout().validation()));
    }
    return new HeldOutSums(heldOut, data.weight(), specification.loss());
  }

  private Member member(MemberTraining training) throws WekaException, InterruptedException {
    return specification.refit() && training.canRefit() ? refit(training) : training.best();
  }

  private Member refit(MemberTraining training) throws WekaException, InterruptedException {
    TrainingListener listener = reporter.refit(training.current().history().bestEpoch());
    try {
      return training.refit(listener);
    } catch (DivergedException e) {
      throw diverged(e);
    }
  }

  /** Gives the session up: nothing is trained or written any more. */
  public void abandon(String reason) {
    reporter.close(reason);
  }
}
