package weka.classifiers.functions.backprop.view;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JProgressBar;
import javax.swing.SwingUtilities;

/**
 * Runs one job after the other in the background, with a progress bar and a Stop button. A new job stops the one
 * before; it begins when that has ended, since Weka's classifiers are not made for several threads.
 */
final class BackgroundJobs {

  private static final int STEPS = 1000;

  /** What runs in the background. */
  @FunctionalInterface
  interface Job<T> {

    /**
     * Computes the result.
     *
     * @param progress is told the part that is done
     * @throws InterruptedException if the thread was interrupted
     */
    T run(DoubleConsumer progress) throws Exception;
  }

  private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
    Thread daemon = new Thread(task, "backprop-explain");
    daemon.setDaemon(true);
    return daemon;
  });
  private final JProgressBar progress = new JProgressBar(0, STEPS);
  private final JButton stop = new JButton("Stop");
  private final JLabel status = new JLabel(" ");
  private Future<?> last;
  private int number;

  BackgroundJobs() {
    stop.setEnabled(false);
    stop.setToolTipText("Ends the computation; what was shown before stays");
    stop.addActionListener(event -> stop());
    status.setName("status");
    progress.setName("progress");
  }

  JProgressBar progress() {
    return progress;
  }

  JButton stopButton() {
    return stop;
  }

  JLabel status() {
    return status;
  }

  /** Shows a message. */
  void say(String message) {
    status.setText(message);
    status.setToolTipText(message);
  }

  /** Ends the job that runs, if one does; nothing of it is shown any more. */
  void stop() {
    if (last != null && !last.isDone()) {
      last.cancel(true);
      number++;
      end("Stopped.");
    }
  }

  /**
   * Starts a job. Call it on Swing's thread, on which the result is shown too.
   *
   * @param done what to say at the end
   */
  <T> void start(String what, String done, Job<T> job, Consumer<T> show) {
    stop();
    number++;
    int mine = number;
    say(what);
    progress.setValue(0);
    stop.setEnabled(true);
    last = thread.submit(() -> {
      try {
        T result = job.run(part -> later(mine, () -> progress.setValue((int) (part * STEPS))));
        later(mine, () -> {
          show.accept(result);
          end(done);
        });
      } catch (InterruptedException e) {
        // Whoever stopped it has said so.
        Thread.currentThread().interrupt();
      } catch (Exception | LinkageError | OutOfMemoryError e) {
        later(mine, () -> end(what + " failed: " + (e.getMessage() == null ? e.toString() : e.getMessage())));
      }
    });
  }

  private void end(String message) {
    say(message);
    progress.setValue(0);
    stop.setEnabled(false);
  }

  /** Nothing of a job is shown any more when another one has been started. */
  private void later(int mine, Runnable action) {
    SwingUtilities.invokeLater(() -> {
      if (mine == number) {
        action.run();
      }
    });
  }
}
