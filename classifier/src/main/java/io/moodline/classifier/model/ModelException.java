package io.moodline.classifier.model;

/**
 * A model that cannot be used as it is: its card, its file, the device it should run on, or what it
 * computes. The message says what is wrong and what is allowed, and is meant for the operator.
 */
public final class ModelException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ModelException(String message) {
    super(message);
  }

  public ModelException(String message, Throwable cause) {
    super(message, cause);
  }
}
