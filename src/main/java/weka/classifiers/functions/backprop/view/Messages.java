package weka.classifiers.functions.backprop.view;

/** Texts for dialogs, which look and feels other than Weka's own don't break. */
public final class Messages {

  private static final int LINE = 80;

  private Messages() {
  }

  /** The same text in lines of some 80 characters; a word that is longer keeps a line to itself. */
  public static String wrap(String text) {
    StringBuilder wrapped = new StringBuilder();
    int column = 0;
    for (String word : String.valueOf(text).split(" ")) {
      if (column > 0) {
        boolean fits = column + 1 + word.length() <= LINE;
        wrapped.append(fits ? ' ' : '\n');
        column = fits ? column + 1 : 0;
      }
      wrapped.append(word);
      int lineEnd = word.lastIndexOf('\n');
      column = lineEnd < 0 ? column + word.length() : word.length() - lineEnd - 1;
    }
    return wrapped.toString();
  }
}
