package weka.classifiers.functions.backprop.view;

/** The versions of Weka that our plugins are for, which all of Weka's plugin interfaces ask for. */
abstract class WekaPlugin {

  public String getMinVersion() {
    return "3.8.6";
  }

  public String getMaxVersion() {
    return "4.0.0";
  }

  public String getDesignVersion() {
    return "3.8.7";
  }
}
