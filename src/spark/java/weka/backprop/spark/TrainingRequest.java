package weka.backprop.spark;

import java.util.List;

/**
 * What to train, and how the cluster does it.
 *
 * @param columns to train on
 * @param schemeOptions the network's own
 * @param relation what the data are called in the model
 * @param partitions that the rows are divided into; 0: as many as suit the data and the cluster
 * @param rounds of an epoch; 0: as many as suit the data
 * @param momentum of the step from round to round; -1: what suits the number of partitions
 * @param checkpoint folder that the state after each epoch is kept in; null: none
 * @param mostLabels of a column
 * @param patienceSeconds for the first executor
 */
record TrainingRequest(TrainingColumns.Choice columns, List<String> schemeOptions, String relation, int partitions,
    int rounds, double momentum, String checkpoint, int mostLabels, int patienceSeconds) {

  /** Labels of a column at most, unless told otherwise. */
  static final int USUAL_LABELS = 10_000;
  /** Seconds to wait for the first executor, unless told otherwise. */
  static final int USUAL_PATIENCE = 120;
}
