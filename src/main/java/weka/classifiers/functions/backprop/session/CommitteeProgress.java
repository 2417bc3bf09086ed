package weka.classifiers.functions.backprop.session;

import java.util.ArrayList;
import java.util.List;
import weka.classifiers.functions.backprop.kernel.Kernels;
import weka.classifiers.functions.backprop.train.History;
import weka.classifiers.functions.backprop.train.TrainingListener;

/** Follows the trainings of several networks, on as many threads as they have, and reports them as one training. */
final class CommitteeProgress {

  /** Between two reports of a network. */
  private static final long NANOS = 50_000_000L;

  private final ProgressReporter reporter;
  private final List<List<History.Epoch>> curves = new ArrayList<>();
  private final double[] done;
  /** Of any network; null: none has an epoch. */
  private History latest;
  private volatile boolean ended;

  CommitteeProgress(ProgressReporter reporter, int networks) {
    this.reporter = reporter;
    done = new double[networks];
    for (int k = 0; k < networks; k++) {
      curves.add(new ArrayList<>());
    }
  }

  /** The listener to a network's training. */
  TrainingListener member(int index) {
    return new MemberListener(index);
  }

  /** Whether the user has ended training: networks that have not begun by now are left out. */
  boolean isEnded() {
    return ended;
  }

  /** A network has trained its last epoch. */
  synchronized void finish(int index) {
    done[index] = 1;
  }

  /** The mean of the networks' curves. */
  synchronized History mean() {
    List<List<History.Epoch>> finished = new ArrayList<>();
    List<List<History.Epoch>> running = new ArrayList<>();
    for (int k = 0; k < done.length; k++) {
      (done[k] == 1 ? finished : running).add(curves.get(k));
    }
    History mean = History.mean(Kernels.description(), finished, running);
    return latest == null ? mean : mean.withScoresOf(latest);
  }

  private synchronized boolean report(int index, double part) throws InterruptedException {
    done[index] = Math.min(part, Math.nextDown(1));
    int finished = 0;
    double total = 0;
    for (double network : done) {
      finished += network == 1 ? 1 : 0;
      total += network;
    }
    return reporter.networks(this::mean, total / done.length, finished + " of " + done.length + " networks trained");
  }

  private synchronized void add(int index, History history) {
    latest = history;
    List<History.Epoch> curve = curves.get(index);
    // A training that diverged has rolled back, and trained this epoch before.
    if (curve.size() >= history.size()) {
      curve.subList(history.size() - 1, curve.size()).clear();
    }
    if (curve.size() < history.size() - 1) {
      // A training that is resumed has epochs already.
      curve.addAll(history.epochs().subList(curve.size(), history.size() - 1));
    }
    curve.add(history.last());
  }

  private final class MemberListener implements TrainingListener {

    private final int index;
    private long reported = System.nanoTime() - NANOS;

    MemberListener(int index) {
      this.index = index;
    }

    @Override
    public boolean shouldContinue(History history, double part, int lastEpoch) throws InterruptedException {
      long now = System.nanoTime();
      if (now - reported >= NANOS) {
        reported = now;
        ended |= !report(index, (history.size() + part) / lastEpoch);
      }
      return !ended;
    }

    @Override
    public void epoch(History history, int lastEpoch) {
      add(index, history);
    }
  }
}
