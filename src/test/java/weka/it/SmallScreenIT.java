package weka.it;

import org.junit.jupiter.api.Test;
import weka.it.gui.PicturesSession;

/** The windows of the package on a small screen, in a dark look and feel; on one JDK, which matters little here. */
class SmallScreenIT {

  @Test
  void everyWindowIsUsed() throws Exception {
    StockWeka weka = StockWeka.onEachJdk().get(0);
    weka.shows(PicturesSession.class, Screen.SMALL_AND_DARK, weka.file("iris.arff").toString());
  }
}
