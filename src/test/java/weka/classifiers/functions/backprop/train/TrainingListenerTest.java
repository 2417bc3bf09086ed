package weka.classifiers.functions.backprop.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static weka.classifiers.functions.backprop.train.Settings.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.functions.backprop.network.Examples;
import weka.classifiers.functions.backprop.network.Network;
import weka.classifiers.functions.backprop.network.Parameters;
import weka.classifiers.functions.backprop.network.Problem;
import weka.classifiers.functions.backprop.network.Tolerance;

class TrainingListenerTest {

  private static final Settings SETTINGS = settings().miniBatchSize(10).epochs(3);

  private final Problem problem = Problem.random(new Random(1), "crossentropy", List.of("tanh"), 25, 4, 6, 3);
  private final Examples examples = problem.examples();
  private final Network network = problem.network();
  private final TrainingState state = new TrainingState(network, SETTINGS.build().optimizer());

  private Trainer trainer(TrainingListener listener) {
    return new Trainer(state, examples, examples, SETTINGS.build(), listener);
  }

  @Test
  void hearsOfEachMiniBatchAndOfEachEpoch() throws InterruptedException {
    List<String> heard = new ArrayList<>();
    trainer(new TrainingListener() {
      @Override
      public boolean shouldContinue(History history, double part, int lastEpoch) {
        heard.add(history.size() + " and " + part + " of " + lastEpoch);
        return true;
      }

      @Override
      public void epoch(History history, int lastEpoch) {
        heard.add("epoch " + history.size() + " of " + lastEpoch);
      }
    }).train(2);
    assertEquals(List.of("0 and 0.4 of 3", "0 and 0.8 of 3", "0 and 1.0 of 3", "epoch 1 of 3",
        "1 and 0.4 of 3", "1 and 0.8 of 3", "1 and 1.0 of 3", "epoch 2 of 3"), heard);
  }

  /** Parameters after so many whole epochs, nobody listening. */
  private Parameters after(int epochs) throws InterruptedException {
    Network copy = problem.network();
    TrainingState fresh = new TrainingState(copy, SETTINGS.build().optimizer());
    Training.trainer(fresh, examples, examples, SETTINGS.build()).train(epochs);
    return Parameters.of(copy.layers());
  }

  @Test
  void doesNotChangeTheResult() throws InterruptedException {
    trainer((history, part, lastEpoch) -> true).train(Integer.MAX_VALUE);
    assertEquals(Optional.empty(), Tolerance.EXACT.difference(after(3), Parameters.of(network.layers())));
  }

  /** Within an epoch too, whose beginning is then undone. */
  @ParameterizedTest
  @ValueSource(doubles = {0.4, 0.8, 1})
  void endsTrainingWithTheWholeEpochsThereAre(double when) throws InterruptedException {
    Trainer trainer = trainer((history, part, lastEpoch) -> history.size() < 2 || part < when);
    trainer.train(Integer.MAX_VALUE);
    assertTrue(trainer.isDone());
    assertEquals(2, state.history().size());
    assertEquals(History.End.ENDED_BY_USER, state.history().end());
    assertEquals(Optional.empty(), Tolerance.EXACT.difference(after(2), Parameters.of(network.layers())));
  }

  @Test
  void endsTrainingAfterTheFirstEpochAtTheEarliest() throws InterruptedException {
    trainer((history, part, lastEpoch) -> false).train(Integer.MAX_VALUE);
    assertEquals(1, state.history().size());
    assertEquals(History.End.ENDED_BY_USER, state.history().end());
    assertEquals(Optional.empty(), Tolerance.EXACT.difference(after(1), Parameters.of(network.layers())));
  }

  @Test
  void aTrainingThatWasEndedIsResumedWhereItWas() throws InterruptedException {
    trainer((history, part, lastEpoch) -> history.size() < 2 || part < 0.8).train(Integer.MAX_VALUE);
    Training.train(state, examples, examples, settings().miniBatchSize(10).epochs(1).build());
    assertEquals(Optional.empty(), Tolerance.EXACT.difference(after(3), Parameters.of(network.layers())));
    assertNotEquals(History.End.ENDED_BY_USER, state.history().end());
  }

  @Test
  void cancelsTrainingLikeAnInterruption() {
    InterruptedException e = assertThrows(InterruptedException.class, () -> trainer((history, part, lastEpoch) -> {
      throw new InterruptedException("Enough.");
    }).train(Integer.MAX_VALUE));
    assertEquals("Enough.", e.getMessage());
    assertEquals(0, state.history().size());
  }

  /** Of one mini-batch only; then the state is as before the epoch. */
  @Test
  void anInterruptedStepIsUndone() throws InterruptedException {
    Parameters before = Parameters.of(network.copy().layers());
    Examples interrupting = WatchedExamples.interruptingAt(1, examples);
    Trainer trainer = Training.trainer(state, interrupting, null, settings().epochs(1).build());
    assertThrows(InterruptedException.class, () -> trainer.train(Integer.MAX_VALUE));
    assertFalse(Thread.interrupted());
    assertEquals(Optional.empty(), Tolerance.EXACT.difference(before, Parameters.of(network.layers())));
  }

  @Test
  void validationIsInterruptedTooAndTheEpochUndone() throws InterruptedException {
    Parameters before = Parameters.of(network.copy().layers());
    Trainer trainer = Training.trainer(state, examples, WatchedExamples.interruptingAt(1, examples), SETTINGS.build());
    assertThrows(InterruptedException.class, () -> trainer.train(Integer.MAX_VALUE));
    assertFalse(Thread.interrupted());
    assertEquals(0, state.history().size());
    assertEquals(Optional.empty(), Tolerance.EXACT.difference(before, Parameters.of(network.layers())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.4|at most 0 s left", "119|at most 119 s left", "120|at most 2 min left",
      "7199|at most 120 min left", "7200|at most 2 h left"})
  void timeLeftIsToldInUnitsThatPeopleUse(String secondsAndText) {
    String[] parts = secondsAndText.split("\\|");
    assertEquals(parts[1], TimeLeft.text(Double.parseDouble(parts[0])));
  }

  @Test
  void timeLeftIsUnknownBeforeThereIsAPace() {
    assertEquals("", new TimeLeft(3.5).text(3.5, 10));
    assertTrue(new TimeLeft(3.5).text(4, 10).matches("at most \\d+ s left"));
  }

  /** A hundredth of an epoch takes 50 milliseconds or more, so that ten epochs take a thousand times as long. */
  @Test
  void timeLeftGoesByThePaceSoFar() throws InterruptedException {
    long start = System.nanoTime();
    TimeLeft timeLeft = new TimeLeft(99.99);
    Thread.sleep(50);
    String text = timeLeft.text(100, 110);
    double most = 1000 * (System.nanoTime() - start) / 1e9;
    String[] words = text.split(" ");
    double told = Double.parseDouble(words[2]) * switch (words[3]) {
      case "s" -> 1;
      case "min" -> 60;
      default -> 3600;
    };
    assertTrue(told > 45 && told < 1.3 * most, text + ", but " + most + " s at most");
  }
}
