package weka.classifiers.functions.backprop.model;

import weka.core.WekaException;

/** What has a model, such as a scheme that was trained. */
public interface ModelSource {

  /**
   * The model.
   *
   * @throws WekaException if there is none yet
   */
  Model model() throws WekaException;
}
