package weka.classifiers.functions.backprop.view;

import java.awt.image.BufferedImage;
import java.util.List;
import weka.classifiers.Classifier;
import weka.core.Instances;
import weka.core.OptionMetadata;
import weka.core.WekaException;
import weka.knowledgeflow.Data;
import weka.knowledgeflow.StepManager;
import weka.knowledgeflow.steps.BaseStep;

/**
 * A step of the KnowledgeFlow that makes one picture of the classifiers that it is given, such as those of all folds,
 * for ImageViewer or ImageSaver. It needs no display.
 */
abstract class ImageStep extends BaseStep {

  private static final long serialVersionUID = 1L;

  private volatile int imageWidth = 800;
  private volatile int imageHeight = 600;
  private int received;

  @OptionMetadata(displayName = "imageWidth", description = "Width of the picture in pixels.", displayOrder = 1)
  public int getImageWidth() {
    return imageWidth;
  }

  public void setImageWidth(int imageWidth) {
    this.imageWidth = imageWidth;
  }

  @OptionMetadata(displayName = "imageHeight", description = "Height of the picture in pixels.", displayOrder = 2)
  public int getImageHeight() {
    return imageHeight;
  }

  public void setImageHeight(int imageHeight) {
    this.imageHeight = imageHeight;
  }

  /** Forgets what was collected. */
  abstract void clear();

  /**
   * Collects what a classifier shows.
   *
   * @param test may be null
   */
  abstract void collect(Classifier classifier, Instances test) throws Exception;

  /** Draws what was collected. */
  abstract BufferedImage draw();

  @Override
  public synchronized void stepInit() throws WekaException {
    if (imageWidth < 1 || imageHeight < 1) {
      throw new WekaException("imageWidth and imageHeight are " + imageWidth + " and " + imageHeight
          + ", but must be 1 or more.");
    }
    received = 0;
    clear();
  }

  @Override
  public List<String> getIncomingConnectionTypes() {
    return getStepManager().numIncomingConnectionsOfType(StepManager.CON_BATCH_CLASSIFIER) == 0
        ? List.of(StepManager.CON_BATCH_CLASSIFIER) : List.of();
  }

  @Override
  public List<String> getOutgoingConnectionTypes() {
    return getStepManager().numIncomingConnections() > 0 ? List.of(StepManager.CON_IMAGE) : List.of();
  }

  @Override
  public synchronized void processIncoming(Data data) throws WekaException {
    getStepManager().processing();
    try {
      Classifier classifier = data.getPayloadElement(StepManager.CON_BATCH_CLASSIFIER);
      Instances test = data.getPayloadElement(StepManager.CON_AUX_DATA_TESTSET);
      collect(classifier, test);
      received++;
    } catch (Exception e) {
      throw e instanceof WekaException ours ? ours : new WekaException(e);
    }
    Integer sets = data.getPayloadElement(StepManager.CON_AUX_DATA_MAX_SET_NUM);
    if (isStopRequested()) {
      getStepManager().interrupted();
    } else if (sets == null || received >= sets) {
      output();
      getStepManager().finished();
    }
  }

  private void output() throws WekaException {
    Data image = new Data(StepManager.CON_IMAGE, draw());
    image.setPayloadElement(StepManager.CON_AUX_DATA_TEXT_TITLE, getName());
    getStepManager().outputData(image);
  }
}
