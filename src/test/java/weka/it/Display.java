package weka.it;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A screen for Weka's windows.
 *
 * @param name as in the environment variable DISPLAY
 * @param server a virtual screen of its own; null: the screen is somebody's
 */
record Display(String name, Process server) implements AutoCloseable {

  /** A virtual screen if Xvfb is installed, or else the one that is there, of whatever size. */
  static Optional<Display> open(Screen screen) {
    String size = screen.width() + "x" + screen.height() + "x24";
    try {
      Process server = new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", size, "-nolisten", "tcp")
          .redirectError(ProcessBuilder.Redirect.DISCARD).start();
      BufferedReader number =
          new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
      return Optional.of(new Display(":" + number.readLine(), server));
    } catch (IOException e) {
      return Optional.ofNullable(System.getenv("DISPLAY")).map(name -> new Display(name, null));
    }
  }

  @Override
  public void close() {
    if (server != null) {
      server.destroy();
    }
  }
}
