package weka.classifiers.functions.backprop.train;

/**
 * Finds out by the clock whether a team does tasks faster than its caller alone, again and again: where other programs
 * take the processors, or where data are slow from one processor to another, a second thread costs more than it gains.
 * The tasks' results are the same.
 */
final class TeamTrial {

  /** Tasks that are timed together, those of some 20 training steps. */
  private static final int TASKS = 64;
  /** Rounds of so many tasks, the second of which is done in the slower way, to see whether it still is. */
  private static final int ROUNDS = 32;

  private final Way team = new Way();
  private final Way alone = new Way();
  private Way way = team;
  private int tasks;
  private int rounds;
  private long start;

  /** A way to do tasks. */
  private static final class Way {

    /** Of a round; as long as can be before the first. */
    private long time = Long.MAX_VALUE / 2;

    /** Believes at once that it is faster than before, but by and by that it is slower: there may have been a pause. */
    void observe(long latest) {
      time = Math.min(latest, time + time / 4);
    }
  }

  /**
   * Chooses how the next task is done.
   *
   * @param now the time in nanoseconds
   * @return whether the team does it
   */
  boolean usesTeam(long now) {
    if (tasks == TASKS) {
      way.observe(now - start);
      boolean isTeamFaster = team.time <= alone.time;
      rounds++;
      boolean tries = rounds % ROUNDS == 1;
      way = isTeamFaster != tries ? team : alone;
      tasks = 0;
    }
    if (tasks++ == 0) {
      start = now;
    }
    return way == team;
  }
}
