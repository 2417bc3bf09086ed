package weka.it;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import weka.it.gui.ExplorerSession;

/** The package in the Explorer; on each JDK, since it is the JDK that makes Stop hard. */
@ParameterizedClass
@MethodSource("weka.it.StockWeka#onEachJdk")
class ExplorerIT {

  @Parameter
  StockWeka weka;

  @Test
  void isUsedWithMouseAndKeyboard() throws Exception {
    weka.shows(ExplorerSession.class, Screen.USUAL, weka.file("iris.arff").toString());
  }
}
