package weka.classifiers.functions.backprop.train;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TeamTrialTest {

  private static final int TASKS = 10_000;

  private final TeamTrial trial = new TeamTrial();
  private long now;

  /** How many of many tasks the team does, if a task takes it so long, or its caller. */
  private int byTeam(long teamTime, long aloneTime) {
    int count = 0;
    for (int task = 0; task < TASKS; task++) {
      boolean team = trial.usesTeam(now);
      count += team ? 1 : 0;
      now += team ? teamTime : aloneTime;
    }
    return count;
  }

  @Test
  void theFasterWayIsTaken() {
    assertTrue(byTeam(600, 1000) > 0.95 * TASKS);
    assertTrue(new TeamTrialTest().byTeam(1500, 1000) < 0.05 * TASKS);
  }

  @Test
  void theOtherWayIsTakenWhenItHasBecomeFaster() {
    byTeam(600, 1000);
    byTeam(1500, 1000);
    assertTrue(byTeam(1500, 1000) < 0.05 * TASKS);
    byTeam(600, 1000);
    assertTrue(byTeam(600, 1000) > 0.95 * TASKS);
  }

  /** As before the compiler has seen the code. */
  @Test
  void slowTasksAtFirstAreForgotten() {
    byTeam(50_000, 40_000);
    byTeam(600, 1000);
    assertTrue(byTeam(600, 1000) > 0.95 * TASKS);
  }

  /** As after a pause between two epochs. */
  @Test
  void aPauseChangesNothing() {
    byTeam(600, 1000);
    now += 1_000_000_000;
    assertTrue(byTeam(600, 1000) > 0.95 * TASKS);
  }
}
