package weka.classifiers.functions.backprop.train;

/** A setting whose value is invalid. Its name is that of the record component and of the scheme's property. */
public final class InvalidSettingException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final String setting;
  private final String value;
  private final String allowed;

  /**
   * An exception whose message is complete.
   *
   * @param allowed what would be legal, as a phrase
   */
  public InvalidSettingException(String setting, Object value, String allowed) {
    super(setting + " is " + value + ", but must be " + allowed + ".");
    this.setting = setting;
    this.value = String.valueOf(value);
    this.allowed = allowed;
  }

  /**
   * Checks a value.
   *
   * @param legal whether it is; written so that NaN is not
   * @throws InvalidSettingException if it is not
   */
  public static void require(boolean legal, String setting, Object value, String allowed) {
    if (!legal) {
      throw new InvalidSettingException(setting, value, allowed);
    }
  }

  public String setting() {
    return setting;
  }

  public String value() {
    return value;
  }

  public String allowed() {
    return allowed;
  }
}
