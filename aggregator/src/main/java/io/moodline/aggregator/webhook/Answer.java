package io.moodline.aggregator.webhook;

/**
 * What became of one attempt.
 *
 * @param outcome what to do next
 * @param reason why, for a person
 */
record Answer(Outcome outcome, String reason) {

  enum Outcome {
    /** It has arrived. */
    DELIVERED,
    /** It may arrive later. */
    RETRY,
    /** It will never arrive. */
    REFUSED
  }

  /** There is nothing to send, and so nothing more to do. */
  static final Answer NOT_SENT = new Answer(Outcome.DELIVERED, "not asked for");

  private static final int TOO_MANY = 429;

  static Answer ofStatus(int status) {
    if (status >= 200 && status < 300) {
      return new Answer(Outcome.DELIVERED, "status " + status);
    }
    boolean later = status == TOO_MANY || status >= 500;
    return new Answer(later ? Outcome.RETRY : Outcome.REFUSED, "it answers with status " + status);
  }

  static Answer unreached(Exception cause) {
    String message = cause.getMessage() == null ? "" : ": " + cause.getMessage();
    return new Answer(
        Outcome.RETRY, "it cannot be reached: " + cause.getClass().getSimpleName() + message);
  }
}
