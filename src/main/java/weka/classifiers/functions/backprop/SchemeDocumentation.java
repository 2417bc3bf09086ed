package weka.classifiers.functions.backprop;

import weka.core.TechnicalInformation;
import weka.core.TechnicalInformation.Field;
import weka.core.TechnicalInformation.Type;

/** What Weka shows about both schemes, and the sources of their methods. */
public final class SchemeDocumentation {

  private SchemeDocumentation() {
  }

  /**
   * What Weka's tool tips and its More page say of a scheme. It must be short: the tip of a scheme in the tree of
   * schemes would otherwise cover the tree.
   *
   * @param purpose of the scheme, in a sentence or two
   */
  public static String globalInfo(String purpose) {
    return purpose + " Start with the defaults, then compare both losses in the training monitor.\n"
        + "See " + rumelhart();
  }

  /**
   * The same of a scheme for streams.
   *
   * @param batchScheme the scheme for data that are there as a whole
   */
  public static String streamInfo(String purpose, String batchScheme) {
    return purpose + " It sees each instance once, replays a few of the last ones, and predicts at any time. "
        + "For data that fit into memory, " + batchScheme + " is more accurate.\nSee " + rumelhart();
  }

  /** Backpropagation, and beneath it the optimizer and the initial weights. */
  static TechnicalInformation technicalInformation() {
    TechnicalInformation information = rumelhart();
    information.add(paper("Diederik P. Kingma and Jimmy Ba", "Adam: A Method for Stochastic Optimization",
        "International Conference on Learning Representations", "2015"));
    information.add(paper("Ilya Sutskever and James Martens and George Dahl and Geoffrey Hinton",
        "On the importance of initialization and momentum in deep learning",
        "International Conference on Machine Learning", "2013"));
    information.add(paper("Xavier Glorot and Yoshua Bengio",
        "Understanding the difficulty of training deep feedforward neural networks",
        "International Conference on Artificial Intelligence and Statistics", "2010"));
    information.add(paper("Kaiming He and Xiangyu Zhang and Shaoqing Ren and Jian Sun",
        "Delving Deep into Rectifiers: Surpassing Human-Level Performance on ImageNet Classification",
        "IEEE International Conference on Computer Vision", "2015"));
    return information;
  }

  private static TechnicalInformation rumelhart() {
    return article("David E. Rumelhart and Geoffrey E. Hinton and Ronald J. Williams",
        "Learning representations by back-propagating errors", "Nature", "323", "533-536", "1986");
  }

  private static TechnicalInformation article(String author, String title, String journal, String volume,
      String pages, String year) {
    TechnicalInformation article = entry(Type.ARTICLE, author, title, year);
    article.setValue(Field.JOURNAL, journal);
    article.setValue(Field.VOLUME, volume);
    article.setValue(Field.PAGES, pages);
    return article;
  }

  private static TechnicalInformation paper(String author, String title, String booktitle, String year) {
    TechnicalInformation paper = entry(Type.INPROCEEDINGS, author, title, year);
    paper.setValue(Field.BOOKTITLE, booktitle);
    return paper;
  }

  private static TechnicalInformation entry(Type type, String author, String title, String year) {
    TechnicalInformation information = new TechnicalInformation(type);
    information.setValue(Field.AUTHOR, author);
    information.setValue(Field.TITLE, title);
    information.setValue(Field.YEAR, year);
    return information;
  }
}
