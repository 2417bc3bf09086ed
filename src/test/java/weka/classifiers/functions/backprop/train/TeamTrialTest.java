package weka.classifiers.functions.backprop.train;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TeamTrialTest {

  private static final int STEPS = 10_000;
  /** Other work, which doesn't count. */
  private static final long BETWEEN_STEPS = 5_000;

  private final TeamTrial trial = new TeamTrial();
  private long now;

  /** How many of many steps the team takes, if they take it so long, or its caller. */
  private int byTeam(long teamTime, long aloneTime) {
    int count = 0;
    for (int step = 0; step < STEPS; step++) {
      trial.begin(now);
      boolean team = trial.usesTeam();
      count += team ? 1 : 0;
      now += team ? teamTime : aloneTime;
      trial.end(now);
      assertTrue(trial.usesTeam());
      now += BETWEEN_STEPS;
    }
    return count;
  }

  @Test
  void theFasterWayIsTaken() {
    assertTrue(byTeam(600, 1000) > 0.95 * STEPS);
    assertTrue(new TeamTrialTest().byTeam(1500, 1000) < 0.05 * STEPS);
  }

  @Test
  void theOtherWayIsTakenWhenItHasBecomeFaster() {
    byTeam(600, 1000);
    byTeam(1500, 1000);
    assertTrue(byTeam(1500, 1000) < 0.05 * STEPS);
    byTeam(600, 1000);
    assertTrue(byTeam(600, 1000) > 0.95 * STEPS);
  }

  /** As before the compiler has seen the code. */
  @Test
  void slowStepsAtFirstAreForgotten() {
    byTeam(50_000, 40_000);
    byTeam(600, 1000);
    assertTrue(byTeam(600, 1000) > 0.95 * STEPS);
  }

  @Test
  void aStepThatIsHeldUpChangesNothing() {
    byTeam(600, 1000);
    trial.begin(now);
    now += 1_000_000_000;
    trial.end(now);
    assertTrue(byTeam(600, 1000) > 0.95 * STEPS);
  }
}
