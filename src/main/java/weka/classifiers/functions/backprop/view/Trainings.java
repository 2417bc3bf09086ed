package weka.classifiers.functions.backprop.view;

import java.awt.GraphicsEnvironment;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import weka.classifiers.functions.backprop.train.History;

/**
 * The trainings of this JVM that ended last, since Weka keeps nothing of the models that a cross-validation builds for
 * its folds. Those of one run, such as one Start in the Explorer, have one thread. Where there are no windows nothing
 * is kept.
 */
public final class Trainings {

  /** Trainings that are kept. */
  private static final int MOST = 200;
  private static final Deque<Training> LATEST = new ArrayDeque<>();

  /**
   * A training.
   *
   * @param thread identifier of the thread that trained, which no other thread has had
   * @param number of the training among those of its thread, from 1
   * @param state how it ended, for people
   */
  record Training(long thread, int number, LearningCurve curve, String state) {
  }

  private Trainings() {
  }

  /** Keeps a training of the current thread. */
  public static void add(History history) {
    if (!GraphicsEnvironment.isHeadless() && history.size() > 0) {
      add(LearningCurve.of(history).thinned(), state(history));
    }
  }

  static synchronized void add(LearningCurve curve, String state) {
    LATEST.addLast(new Training(Thread.currentThread().getId(), ended() + 1, curve, state));
    if (LATEST.size() > MOST) {
      LATEST.removeFirst();
    }
  }

  /** Number of the trainings of the current thread that have ended. */
  static synchronized int ended() {
    long thread = Thread.currentThread().getId();
    return LATEST.stream().filter(training -> training.thread == thread).mapToInt(Training::number).max().orElse(0);
  }

  private static String state(History history) {
    return switch (history.end()) {
      case EPOCHS -> "all epochs";
      case CONVERGED -> "converged";
      case STOPPED_EARLY -> "stopped early";
      case NO_BETTER_THAN_PRIOR -> "no better than predicting the mean";
      case ENDED_BY_USER -> "ended by the user";
    };
  }

  /**
   * The trainings of the run that a curve belongs to: its own first, then the others in their order.
   *
   * @return empty if its training isn't known, as of a model that was loaded
   */
  static synchronized List<Training> runOf(LearningCurve curve) {
    Training own = null;
    for (Training training : LATEST) {
      if (!curve.points().isEmpty() && training.curve.last().equals(curve.last())) {
        own = training;
      }
    }
    if (own == null) {
      return List.of();
    }
    List<Training> run = new ArrayList<>(List.of(own));
    for (Training training : LATEST) {
      if (training.thread == own.thread && training != own) {
        run.add(training);
      }
    }
    return run;
  }
}
