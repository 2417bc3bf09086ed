package weka.classifiers.functions.backprop.view;

import java.awt.Component;
import java.awt.Container;
import java.awt.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.ListModel;
import weka.classifiers.Classifier;
import weka.core.Instances;
import weka.gui.ResultHistoryPanel;
import weka.gui.explorer.ClassifierPanel;

/** The result list of the Explorer's Classify tab, where Weka keeps the models that were built. */
final class ResultList {

  /**
   * An entry that has a model.
   *
   * @param name as shown in the list
   * @param header the attributes of the training data, with the class
   */
  record Result(String name, Classifier classifier, Instances header) {

    /** What a drop-down shows. */
    @Override
    public String toString() {
      return name;
    }
  }

  private ResultList() {
  }

  /** All entries that have a model, in the order of the list, below a component such as an Explorer. */
  static List<Result> of(Component root) {
    List<Result> results = new ArrayList<>();
    for (ClassifierPanel panel : all(root, ClassifierPanel.class)) {
      for (ResultHistoryPanel history : all(panel, ResultHistoryPanel.class)) {
        ListModel<?> names = history.getList().getModel();
        for (int k = 0; k < names.getSize(); k++) {
          result(history, names.getElementAt(k).toString()).ifPresent(results::add);
        }
      }
    }
    return results;
  }

  /** The entry of that name in any window, with a classifier of the given type; the latest if there are several. */
  static <T> Optional<T> find(String name, Class<T> type) {
    T found = null;
    for (Window window : Window.getWindows()) {
      for (Result result : of(window)) {
        if (result.name.equals(name) && type.isInstance(result.classifier)) {
          found = type.cast(result.classifier);
        }
      }
    }
    return Optional.ofNullable(found);
  }

  /** Weka keeps a list of objects with an entry: the classifier and the header first, if the model was to be output. */
  private static Optional<Result> result(ResultHistoryPanel history, String name) {
    return history.getNamedObject(name) instanceof List<?> kept && kept.size() > 1
        && kept.get(0) instanceof Classifier classifier && kept.get(1) instanceof Instances header
        ? Optional.of(new Result(name, classifier, header)) : Optional.empty();
  }

  /** All components of a type in another one, itself among them. */
  static <T extends Component> List<T> all(Component root, Class<T> type) {
    List<T> found = new ArrayList<>();
    if (type.isInstance(root)) {
      found.add(type.cast(root));
    }
    if (root instanceof Container container) {
      for (Component child : container.getComponents()) {
        found.addAll(all(child, type));
      }
    }
    return found;
  }
}
