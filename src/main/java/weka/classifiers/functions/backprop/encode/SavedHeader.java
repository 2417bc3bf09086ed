package weka.classifiers.functions.backprop.encode;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import weka.core.Attribute;
import weka.core.Instances;

/**
 * The attributes of data in fields that any serializer can save. Weka's own class of them is a list, too, and Kryo
 * saves of a list nothing but its elements. Weights and metadata of attributes are not kept. Immutable.
 */
final class SavedHeader implements Serializable {

  private static final long serialVersionUID = 1L;

  private final String relation;
  private final int classIndex;
  private final String[] names;
  /** Labels of each attribute; null for one that isn't nominal. */
  private final String[][] labels;
  /** Formats of dates; null for an attribute that isn't one. */
  private final String[] dateFormats;
  /** What the other fields say; restored on first use after loading. */
  private transient volatile Instances instances;

  /**
   * Describes data.
   *
   * @param data of numeric, date and nominal attributes; not modified
   * @throws IllegalArgumentException if there are attributes of other types
   */
  SavedHeader(Instances data) {
    relation = data.relationName();
    classIndex = data.classIndex();
    names = new String[data.numAttributes()];
    labels = new String[names.length][];
    dateFormats = new String[names.length];
    for (int a = 0; a < names.length; a++) {
      Attribute attribute = data.attribute(a);
      names[a] = attribute.name();
      switch (attribute.type()) {
        case Attribute.NUMERIC -> { }
        case Attribute.DATE -> dateFormats[a] = attribute.getDateFormat();
        case Attribute.NOMINAL -> labels[a] = Collections.list(attribute.enumerateValues()).toArray(new String[0]);
        default -> throw new IllegalArgumentException("attribute '" + names[a] + "' is of type "
            + Attribute.typeToString(attribute));
      }
    }
    instances = data.stringFreeStructure();
  }

  /** The attributes, without any instance; not a copy. */
  Instances instances() {
    Instances restored = instances;
    if (restored == null) {
      restored = restored();
      instances = restored;
    }
    return restored;
  }

  private Instances restored() {
    ArrayList<Attribute> attributes = new ArrayList<>(names.length);
    for (int a = 0; a < names.length; a++) {
      attributes.add(labels[a] != null ? new Attribute(names[a], Arrays.asList(labels[a]))
          : dateFormats[a] != null ? new Attribute(names[a], dateFormats[a]) : new Attribute(names[a]));
    }
    Instances restored = new Instances(relation, attributes, 0);
    restored.setClassIndex(classIndex);
    return restored;
  }
}
