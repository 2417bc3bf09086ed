package weka.classifiers.functions.backprop.view;

import java.beans.PropertyEditor;
import java.lang.reflect.Field;
import java.util.Optional;
import javax.swing.JComboBox;
import weka.classifiers.Classifier;
import weka.core.Instances;
import weka.gui.explorer.ClassifierPanel;

/**
 * What is set in the Explorer's Classify tab. Weka offers it to classes of its own package alone, which those of a
 * package can't be, as another class loader loads them.
 */
final class ClassifyTab {

  private final ClassifierPanel panel;

  ClassifyTab(ClassifierPanel panel) {
    this.panel = panel;
  }

  private <T> Optional<T> field(String name, Class<T> type) {
    try {
      Field field = ClassifierPanel.class.getDeclaredField(name);
      field.setAccessible(true);
      return Optional.ofNullable(type.cast(field.get(panel)));
    } catch (ReflectiveOperationException | ClassCastException e) {
      // Another version of Weka.
      return Optional.empty();
    }
  }

  private Optional<PropertyEditor> editor() {
    return field("m_ClassifierEditor", PropertyEditor.class);
  }

  /** The scheme that is chosen, if it is of the given type. */
  <T> Optional<T> scheme(Class<T> type) {
    return editor().map(PropertyEditor::getValue).filter(type::isInstance).map(type::cast);
  }

  /** Chooses a scheme with its options. */
  void choose(Classifier scheme) {
    editor().ifPresent(editor -> editor.setValue(scheme));
  }

  /** The loaded data with the class that is chosen, if there are any. */
  Optional<Instances> data() {
    Instances loaded = panel.getInstances();
    if (loaded == null || loaded.isEmpty()) {
      return Optional.empty();
    }
    Instances data = new Instances(loaded);
    Optional<JComboBox<?>> chosen = field("m_ClassCombo", JComboBox.class).map(box -> (JComboBox<?>) box);
    data.setClassIndex(chosen.map(JComboBox::getSelectedIndex).orElse(data.numAttributes() - 1));
    return Optional.of(data);
  }
}
