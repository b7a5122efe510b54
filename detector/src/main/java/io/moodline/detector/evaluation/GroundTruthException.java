package io.moodline.detector.evaluation;

/** Ground truth that cannot be used; the message names file and line, and is for the user. */
public final class GroundTruthException extends Exception {

  private static final long serialVersionUID = 1L;

  public GroundTruthException(String message) {
    super(message);
  }

  public GroundTruthException(String message, Throwable cause) {
    super(message, cause);
  }
}
