package weka.it;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import weka.it.gui.ExplorerSession;

/**
 * The package in Weka's windows, used with mouse and keyboard. Each session runs in a JVM of its own and leaves a
 * picture of each step in target/screenshots.
 */
@ParameterizedClass
@MethodSource("weka.it.StockWeka#onEachJdk")
class WindowsIT {

  private static Optional<Display> display;

  @Parameter
  StockWeka weka;

  @BeforeAll
  static void open() {
    display = Display.open();
  }

  @AfterAll
  static void close() {
    display.ifPresent(Display::close);
  }

  @Test
  void explorer() throws Exception {
    show(ExplorerSession.class, weka.file("iris.arff").toString());
  }

  private void show(Class<?> session, String... arguments) throws Exception {
    assumeTrue(display.isPresent(),
        "Weka's windows are not tested, since there is neither Xvfb (Debian's package xvfb) nor a display.");
    String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 1);
    all[arguments.length] = Path.of(System.getProperty("screenshots.folder"), session.getSimpleName() + " " + weka)
        .toString();
    weka.shows(display.get(), session, all);
  }
}
