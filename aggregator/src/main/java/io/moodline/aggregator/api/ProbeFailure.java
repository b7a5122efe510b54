package io.moodline.aggregator.api;

/** A source gave no picture. Its message shows no credentials. */
public final class ProbeFailure extends Exception {

  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Kind {
    /** The source cannot be opened, or has no picture. */
    CANNOT_OPEN(422, "Cannot open"),
    /** It took too long. */
    TOO_SLOW(504, "Too slow"),
    /** Others are being looked at. */
    BUSY(429, "Too many probes");

    private final int status;
    private final String title;

    Kind(int status, String title) {
      this.status = status;
      this.title = title;
    }
  }

  private final Kind kind;

  public ProbeFailure(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  /** Why. */
  public Kind kind() {
    return kind;
  }

  Problem problem() {
    return Problem.of(kind.status, kind.title, getMessage());
  }
}
