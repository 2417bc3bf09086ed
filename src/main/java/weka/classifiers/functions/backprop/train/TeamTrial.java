package weka.classifiers.functions.backprop.train;

/**
 * Finds out by the clock whether a team takes training steps faster than its caller alone, again and again: where other
 * programs take the processors, or where data are slow from one processor to another, a second thread costs more than
 * it gains. The steps' results are the same.
 */
final class TeamTrial {

  /** Steps that are timed together. */
  private static final int STEPS = 20;
  /** Rounds of so many steps, the second of which is done in the slower way, to see whether it still is. */
  private static final int ROUNDS = 32;

  private final Way team = new Way();
  private final Way alone = new Way();
  private Way way = team;
  private int steps;
  private int rounds;
  private long time;
  private boolean isInStep;
  private long start;

  /** A way to take steps. */
  private static final class Way {

    /** Of a round; as long as can be before the first. */
    private long time = Long.MAX_VALUE / 2;

    /** Believes at once that it is faster than before, but by and by that it is slower: that may be by chance. */
    void observe(long latest) {
      time = Math.min(latest, time + time / 4);
    }
  }

  /** Whether the team does the next task: always, if it isn't one of a step. */
  boolean usesTeam() {
    return !isInStep || way == team;
  }

  /** Begins a step, at a time in nanoseconds. */
  void begin(long now) {
    isInStep = true;
    start = now;
  }

  /** Ends it. */
  void end(long now) {
    isInStep = false;
    time += now - start;
    steps++;
    if (steps == STEPS) {
      way.observe(time);
      rounds++;
      boolean isTeamFaster = team.time <= alone.time;
      boolean tries = rounds % ROUNDS == 1;
      way = isTeamFaster != tries ? team : alone;
      steps = 0;
      time = 0;
    }
  }
}
