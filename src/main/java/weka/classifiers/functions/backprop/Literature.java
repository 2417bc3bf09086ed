package weka.classifiers.functions.backprop;

import weka.core.TechnicalInformation;
import weka.core.TechnicalInformation.Field;
import weka.core.TechnicalInformation.Type;

/** The sources of the method, and the text about it that both schemes show. */
public final class Literature {

  /** What both schemes' globalInfo says after its first sentences. */
  public static final String GLOBAL_INFO =
      "Units of the hidden layers add up their weighted inputs and apply the activation to the sum. Training "
          + "goes through the data in a new random order in each epoch, mini-batch by mini-batch; the optimizer moves"
          + " all weights a step against the gradient of the mini-batch's loss.\n\n"
          + "Numeric and date attributes are scaled, nominal ones become indicators, and missing values are replaced "
          + "by the mean or mode, all by statistics of the training data that are part of the model. Attributes that "
          + "never vary are left out. Instance weights count; instances without a class value are left out of "
          + "training.\n\n"
          + "Start with the defaults, which were chosen by cross-validation on data of many kinds: with ADAM a fifth of "
          + "the data is held out to find the best epoch. Then turn on trainingMonitor and look at the curves of both "
          + "losses.\n"
          + "- Both still fall at the end: more epochs, or a larger learningRate.\n"
          + "- They jump or grow: a smaller learningRate.\n"
          + "- Both stay high: more or larger hiddenLayers.\n"
          + "- The training loss falls while the validation loss rises, so the model overfits: fewer units, a larger "
          + "l2, or dropout. The model keeps the weights of the best epoch in any case; refit gives it the data held "
          + "out as well.\n"
          + "Change one option at a time, and judge by cross-validation. The expert options seldom matter as "
          + "much.\n\n"
          + "For more information see:\n\n" + backpropagation();

  private Literature() {
  }

  /** Backpropagation, and beneath it the optimizer and the initial weights. */
  static TechnicalInformation backpropagation() {
    TechnicalInformation information = article("David E. Rumelhart and Geoffrey E. Hinton and Ronald J. Williams",
        "Learning representations by back-propagating errors", "Nature", "323", "533-536", "1986");
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
