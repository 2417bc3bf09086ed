package weka.classifiers.functions.backprop.view;

import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;

/** Does something once a window is closed. */
final class ClosedListener extends WindowAdapter {

  private final Runnable action;

  ClosedListener(Runnable action) {
    this.action = action;
  }

  @Override
  public void windowClosed(WindowEvent event) {
    action.run();
  }
}
