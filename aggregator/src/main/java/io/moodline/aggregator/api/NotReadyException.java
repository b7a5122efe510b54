package io.moodline.aggregator.api;

/** The state cannot be read just now: the service starts, or its partitions are moving. */
public final class NotReadyException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public NotReadyException(String message, Throwable cause) {
    super(message, cause);
  }
}
