package io.moodline.ingest;

/** A source cannot be opened or has broken. Its message never shows credentials. */
public final class SourceException extends Exception {

  private static final long serialVersionUID = 1;

  private final boolean permanent;

  private SourceException(String message, boolean permanent, Throwable cause) {
    super(message, cause);
    this.permanent = permanent;
  }

  /** The source can never work as it is written: there is no use in trying again. */
  public static SourceException permanent(String message, Throwable cause) {
    return new SourceException(message, true, cause);
  }

  /** The source does not work now and may work later. */
  public static SourceException temporary(String message, Throwable cause) {
    return new SourceException(message, false, cause);
  }

  /** True when there is no use in trying again. */
  public boolean permanent() {
    return permanent;
  }
}
