package weka.classifiers.functions.backprop.encode;

import java.io.Serializable;
import weka.core.Attribute;
import weka.core.Instances;

/**
 * How instances become a network's inputs and targets, and its outputs predictions: the attributes of the training data
 * with the encoders that were fitted to them. Immutable.
 */
public final class DataEncoding implements Serializable {

  private static final long serialVersionUID = 1L;

  private final SavedHeader header;
  private final InputEncoder inputs;
  private final ClassEncoder classEncoder;

  /**
   * An encoding by encoders that have been fitted.
   *
   * @param data whose attributes, but not whose instances, are kept; not modified
   */
  public DataEncoding(Instances data, InputEncoder inputs, ClassEncoder classEncoder) {
    this(new SavedHeader(data), inputs, classEncoder);
  }

  private DataEncoding(SavedHeader header, InputEncoder inputs, ClassEncoder classEncoder) {
    this.header = header;
    this.inputs = inputs;
    this.classEncoder = classEncoder;
  }

  /** The encoding of the same attributes by other encoders. */
  public DataEncoding with(InputEncoder otherInputs, ClassEncoder otherClass) {
    return new DataEncoding(header, otherInputs, otherClass);
  }

  /** How instances become rows of inputs. */
  public InputEncoder inputs() {
    return inputs;
  }

  /** How the class becomes targets, and outputs predictions. */
  public ClassEncoder classEncoder() {
    return classEncoder;
  }

  /** The attributes of the training data, without any instance; not a copy. */
  public Instances header() {
    return header.instances();
  }

  /** An attribute of the training data. */
  public Attribute attribute(int index) {
    return header().attribute(index);
  }

  /** The class attribute of the training data. */
  public Attribute classAttribute() {
    return header().classAttribute();
  }

  /** What each input stands for, such as the attribute width, or colour=red [inputs]. */
  public String[] inputNames() {
    return inputs.names(header());
  }

  /** Whether the inputs and the class vary, so that there is something to learn. */
  public boolean varies() {
    return inputs.width() > 0 && classEncoder.varies();
  }
}
