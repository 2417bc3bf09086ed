package weka.backprop.spark;

import java.io.Serial;

/** A mistake that the user can correct. The message is one sentence or two: what is wrong, and what to do. */
public final class UserException extends IllegalArgumentException {

  @Serial
  private static final long serialVersionUID = 1L;

  UserException(String message) {
    super(message);
  }

  UserException(String message, Throwable cause) {
    super(message, cause);
  }
}
