package weka.attributeSelection;

import java.util.List;
import java.util.Locale;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.Classifier;
import weka.classifiers.functions.BackpropClassifier;
import weka.classifiers.functions.BackpropRegressor;
import weka.classifiers.functions.backprop.CommandLine;
import weka.classifiers.functions.backprop.encode.Holdout;
import weka.classifiers.functions.backprop.encode.HoldoutStrategy;
import weka.classifiers.functions.backprop.explain.Importance;
import weka.classifiers.functions.backprop.explain.PermutationImportance;
import weka.classifiers.functions.backprop.explain.Progress;
import weka.core.Capabilities;
import weka.core.Capabilities.Capability;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.OptionMetadata;
import weka.core.Randomizable;
import weka.core.Utils;
import weka.core.WeightedInstancesHandler;
import weka.core.WekaException;

/** Permutation importance of attributes to a classifier, on data that it was not trained on. */
public class PermutationAttributeEval extends ASEvaluation
    implements AttributeEvaluator, Randomizable, WeightedInstancesHandler {

  private static final long serialVersionUID = 1L;

  /** Characters of the longest bar, and to which names are padded at most. */
  private static final int BAR = 40;
  private static final int LONGEST_NAME = 30;

  /** Weka's classifiers are serializable, though their interface doesn't say so. */
  @SuppressWarnings("serial")
  private Classifier classifier = new BackpropClassifier();
  private double heldOutPercent = 33;
  private int shuffles = 5;
  private int seed = 1;

  /** Of each attribute; null before anything is measured. */
  private double[] importance;
  private String summary;

  /** What Weka's dialogs show about the evaluator. */
  public String globalInfo() {
    return "Measures how much a classifier needs each attribute. The classifier is trained on a part of the data. On "
        + "the held-out rest, the attribute's values are shuffled among the instances. Its importance is the growth of "
        + "the loss: the log loss of a nominal class, the root mean squared error of a numeric one. "
        + "Nothing is trained again, so it is fast. Attributes that stand in for each other share their "
        + "importance. Use it with the search method Ranker.\n\n"
        + "For more information see:\n\nLeo Breiman (2001). Random Forests. Machine Learning. 45(1):5-32.";
  }

  @OptionMetadata(displayName = "classifier",
      description = "Classifier that is explained. For a numeric class, BackpropClassifier stands for "
          + "BackpropRegressor with the same options.",
      commandLineParamName = "W", commandLineParamSynopsis = "-W <class name and options>", displayOrder = 1)
  public Classifier getClassifier() {
    return classifier;
  }

  public void setClassifier(Classifier classifier) {
    this.classifier = classifier;
  }

  @OptionMetadata(displayName = "heldOutPercent",
      description = "Percentage of the data that is held out, in the proportions of the classes. "
          + "Raise it if importances change much with the seed.",
      commandLineParamName = "P", commandLineParamSynopsis = "-P <num>", displayOrder = 2)
  public double getHeldOutPercent() {
    return heldOutPercent;
  }

  public void setHeldOutPercent(double heldOutPercent) {
    this.heldOutPercent = heldOutPercent;
  }

  @OptionMetadata(displayName = "shuffles",
      description = "How often each attribute is shuffled; the importance is the mean. "
          + "Raise it if importances change much with the seed.",
      commandLineParamName = "R", commandLineParamSynopsis = "-R <int>", displayOrder = 3)
  public int getShuffles() {
    return shuffles;
  }

  public void setShuffles(int shuffles) {
    this.shuffles = shuffles;
  }

  @Override
  @OptionMetadata(displayName = "seed", description = "Seed of what is held out and of the shuffles.",
      commandLineParamName = "S", commandLineParamSynopsis = "-S <int>", displayOrder = 4)
  public int getSeed() {
    return seed;
  }

  @Override
  public void setSeed(int seed) {
    this.seed = seed;
  }

  /**
   * Sets all options; those not given get their defaults.
   *
   * @throws WekaException if an option is unknown or its value is invalid; it names the option
   */
  @Override
  public void setOptions(String[] options) throws Exception {
    // Weka's own reader prints a stack trace at a value that it can't parse, and keeps the old one.
    PermutationAttributeEval read = new PermutationAttributeEval();
    String[] spec = Utils.splitOptions(Utils.getOption('W', options));
    if (spec.length > 0) {
      String name = spec[0];
      spec[0] = "";
      read.classifier = AbstractClassifier.forName(name, spec);
    }
    read.heldOutPercent = number(Utils.getOption('P', options), read.heldOutPercent, "P", "heldOutPercent");
    read.shuffles = wholeNumber(Utils.getOption('R', options), read.shuffles, "R", "shuffles");
    read.seed = wholeNumber(Utils.getOption('S', options), read.seed, "S", "seed");
    read.check();
    super.setOptions(options);
    classifier = read.classifier;
    heldOutPercent = read.heldOutPercent;
    shuffles = read.shuffles;
    seed = read.seed;
  }

  private static double number(String text, double otherwise, String flag, String property) throws WekaException {
    try {
      return text.isEmpty() ? otherwise : Double.parseDouble(text.trim());
    } catch (NumberFormatException e) {
      throw refusal(flag, property, text, "a number");
    }
  }

  private static int wholeNumber(String text, int otherwise, String flag, String property) throws WekaException {
    try {
      return text.isEmpty() ? otherwise : Integer.parseInt(text.trim());
    } catch (NumberFormatException e) {
      throw refusal(flag, property, text, "a whole number");
    }
  }

  private void check() throws WekaException {
    if (!(heldOutPercent > 0 && heldOutPercent < 100)) {
      throw refusal("P", "heldOutPercent", heldOutPercent, "a percentage greater than 0 and less than 100");
    }
    if (shuffles < 1) {
      throw refusal("R", "shuffles", shuffles, "a whole number of 1 or more");
    }
  }

  private static WekaException refusal(String flag, String property, Object value, String allowed) {
    return new WekaException("Option -" + flag + " (" + property + ") is " + value + ", but must be " + allowed + ".");
  }

  /** Those of the classifier; BackpropClassifier stands for BackpropRegressor too. */
  @Override
  public Capabilities getCapabilities() {
    Capabilities capabilities = classifier == null ? super.getCapabilities() : classifier.getCapabilities();
    if (classifier instanceof BackpropClassifier) {
      capabilities.enable(Capability.NUMERIC_CLASS);
      capabilities.enable(Capability.DATE_CLASS);
    }
    capabilities.setOwner(this);
    return capabilities;
  }

  /** An untrained copy of the classifier, or of the regressor that it stands for if the class is numeric. */
  private Classifier untrained(Instances data) throws Exception {
    if (!(classifier instanceof BackpropClassifier scheme) || !data.classAttribute().isNumeric()) {
      return AbstractClassifier.makeCopy(classifier);
    }
    BackpropRegressor regressor = new BackpropRegressor();
    String[] options = scheme.getOptions();
    // The only option that makes sense for labels alone.
    Utils.getFlag("balance", options);
    regressor.setOptions(options);
    return regressor;
  }

  /**
   * Trains the classifier and measures the importance of all attributes.
   *
   * @param data not modified
   * @throws WekaException if an option's value is invalid, or there is too little to hold out
   * @throws InterruptedException if the thread was interrupted
   */
  @Override
  public void buildEvaluator(Instances data) throws Exception {
    importance = null;
    check();
    if (data.classIndex() >= 0 && data.classAttribute().isNumeric()
        && !getCapabilities().handles(Capability.NUMERIC_CLASS)) {
      throw refusal("W", "classifier", classifier.getClass().getName(), "one that predicts numbers, such as "
          + "weka.classifiers.functions.BackpropRegressor, since the class is numeric");
    }
    getCapabilities().testWithFail(data);
    List<Instance> usable = data.stream().filter(i -> !i.classIsMissing() && i.weight() > 0).toList();
    Holdout holdout = Holdout.of(usable, heldOutPercent, HoldoutStrategy.RANDOM, seed);
    if (holdout.validation().isEmpty()) {
      throw new WekaException("There is nothing to hold out: the data have " + usable.size()
          + " instances with a class value and a weight greater than 0.");
    }
    Classifier trained = untrained(data);
    trained.buildClassifier(withInstances(data, holdout.training()));
    measure(trained, withInstances(data, holdout.validation()),
        holdout.validation().size() + " instances held out of " + usable.size());
  }

  private static Instances withInstances(Instances data, List<Instance> instances) {
    Instances subset = new Instances(data, instances.size());
    subset.addAll(instances);
    return subset;
  }

  private void measure(Classifier trained, Instances data, String heldOut) throws Exception {
    PermutationImportance permutation = new PermutationImportance(trained, data);
    Progress progress = new Progress();
    int attributes = data.numAttributes() - 1;
    List<Importance> all = permutation.ofAll(shuffles, seed, part -> progress.at("Permutation importance: "
        + Math.round(part * attributes) + " of " + attributes + " attributes measured"));
    importance = new double[data.numAttributes()];
    all.forEach(one -> importance[one.attribute()] = one.mean());
    String loss = PermutationImportance.lossName(data);
    summary = "\tPermutation importance: growth of the " + loss + " when an attribute's values are shuffled,\n"
        + "\tmean +/- standard deviation of " + shuffles + " shuffles of " + heldOut + ";\n\twithout shuffling the "
        + loss + " is " + Utils.doubleToString(permutation.loss(), 4) + "\n\tClassifier: "
        + Utils.toCommandLine(trained) + "\n\n" + bars(all, data);
  }

  /** A line with a bar for each attribute, the greatest first. */
  private static String bars(List<Importance> all, Instances data) {
    double greatest = Math.max(Double.MIN_NORMAL, all.get(0).mean());
    int width = all.stream().mapToInt(one -> data.attribute(one.attribute()).name().length()).max().orElse(0);
    StringBuilder bars = new StringBuilder();
    for (Importance one : all) {
      String bar = "#".repeat((int) Math.round(Math.max(0, one.mean()) / greatest * BAR));
      String line = String.format(Locale.ROOT, "\t%-" + Math.min(width, LONGEST_NAME) + "s %9.4f +/- %.4f  %s",
          data.attribute(one.attribute()).name(), one.mean(), one.deviation(), bar);
      bars.append(line.stripTrailing()).append('\n');
    }
    return bars.toString();
  }

  /** The importance of an attribute; about 0, or a little less, for one that isn't needed. */
  @Override
  public double evaluateAttribute(int attribute) throws WekaException {
    if (importance == null) {
      throw new WekaException("PermutationAttributeEval has measured nothing yet: call buildEvaluator first.");
    }
    return importance[attribute];
  }

  /** What was measured, and how. */
  @Override
  public String toString() {
    return importance == null ? "\tPermutation importance: nothing measured yet\n" : summary;
  }

  /** Runs the evaluator with Weka's command-line options. */
  @Override
  public void run(Object toRun, String[] options) throws Exception {
    CommandLine.run(this, () -> AttributeSelection.SelectAttributes((PermutationAttributeEval) toRun, options));
  }

  /** The same. */
  public static void main(String[] options) throws Exception {
    PermutationAttributeEval evaluator = new PermutationAttributeEval();
    evaluator.run(evaluator, options);
  }
}
