package weka.it;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import weka.it.gui.PicturesSession;

/** The windows of the package in the Explorer. */
@ParameterizedClass
@MethodSource("weka.it.StockWeka#onEachJdk")
class PicturesIT {

  @Parameter
  StockWeka weka;

  @Test
  void everyWindowIsUsed() throws Exception {
    weka.shows(PicturesSession.class, Screen.USUAL, weka.file("iris.arff").toString());
  }
}
