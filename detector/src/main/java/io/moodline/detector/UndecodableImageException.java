package io.moodline.detector;

/** A picture that cannot be, or must not be, decoded; the message says why. */
public final class UndecodableImageException extends Exception {

  private static final long serialVersionUID = 1L;

  public UndecodableImageException(String message) {
    super(message);
  }
}
