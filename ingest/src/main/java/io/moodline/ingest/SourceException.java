package io.moodline.ingest;

/** A source that cannot be opened or read. */
public final class SourceException extends Exception {

  private static final long serialVersionUID = 1L;

  private final boolean permanent;

  /**
   * @param permanent true when the source can never work as written (no such file, unknown
   *     protocol); false when trying again may help
   */
  public SourceException(String message, boolean permanent, Throwable cause) {
    super(message, cause);
    this.permanent = permanent;
  }

  /** True when trying again cannot help. */
  public boolean permanent() {
    return permanent;
  }
}
