package weka.classifiers.functions.backprop.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class MessagesTest {

  private static final String FORTY = "x".repeat(40);

  @Test
  void linesBreakBetweenWordsBeforeTheyAreLongerThanEighty() {
    assertEquals(FORTY + " " + "y".repeat(39) + "\nz", Messages.wrap(FORTY + " " + "y".repeat(39) + " z"));
    assertEquals(FORTY + "\n" + FORTY + " z", Messages.wrap(FORTY + " " + FORTY + " z"));
  }

  @Test
  void wordsOfAnyLengthStayWhole() {
    assertEquals("a\n" + FORTY.repeat(3) + "\nb", Messages.wrap("a " + FORTY.repeat(3) + " b"));
  }

  @Test
  void linesThatAreBrokenAlreadyStay() {
    assertEquals("a\n" + FORTY + " " + FORTY.substring(1) + "\nb",
        Messages.wrap("a\n" + FORTY + " " + FORTY.substring(1) + " b"));
  }
}
