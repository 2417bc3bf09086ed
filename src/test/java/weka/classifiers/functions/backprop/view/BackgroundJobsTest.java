package weka.classifiers.functions.backprop.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.Test;

class BackgroundJobsTest {

  private final BackgroundJobs jobs = new BackgroundJobs();
  private final List<String> shown = new ArrayList<>();
  private final CountDownLatch end = new CountDownLatch(1);

  private void start(String result) throws Exception {
    SwingUtilities.invokeAndWait(() -> jobs.start("Computing", "Done.", progress -> result, value -> {
      shown.add(value);
      end.countDown();
    }));
  }

  private CountDownLatch startEndless() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    SwingUtilities.invokeAndWait(() -> jobs.<String>start("Computing", "Done.", progress -> {
      begun.countDown();
      try {
        new CountDownLatch(1).await();
      } finally {
        interrupted.countDown();
      }
      return "endless";
    }, shown::add));
    begun.await();
    return interrupted;
  }

  @Test
  void theResultIsShownAndTheEndIsTold() throws Exception {
    start("result");
    end.await();
    SwingUtilities.invokeAndWait(() -> {
      assertEquals(List.of("result"), shown);
      assertEquals("Done.", jobs.status().getText());
      assertFalse(jobs.stopButton().isEnabled());
    });
  }

  @Test
  void stopInterruptsAndShowsNothing() throws Exception {
    CountDownLatch interrupted = startEndless();
    SwingUtilities.invokeAndWait(() -> {
      assertTrue(jobs.stopButton().isEnabled());
      jobs.stopButton().doClick();
      assertEquals("Stopped.", jobs.status().getText());
      assertFalse(jobs.stopButton().isEnabled());
    });
    interrupted.await();
    assertEquals(List.of(), shown);
  }

  @Test
  void aNewJobStopsTheOneBefore() throws Exception {
    CountDownLatch interrupted = startEndless();
    start("second");
    interrupted.await();
    end.await();
    SwingUtilities.invokeAndWait(() -> assertEquals(List.of("second"), shown));
  }

  @Test
  void aFailureIsToldInTheStatusLine() throws Exception {
    SwingUtilities.invokeAndWait(() -> jobs.<String>start("Computing", "Done.", progress -> {
      throw new IllegalArgumentException("there is nothing.");
    }, shown::add));
    String status = "Computing";
    while (status.equals("Computing")) {
      String[] text = new String[1];
      SwingUtilities.invokeAndWait(() -> text[0] = jobs.status().getText());
      status = text[0];
    }
    assertEquals("Computing failed: there is nothing.", status);
  }
}
