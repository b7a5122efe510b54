package io.moodline.trainer.dataset;

/** A part of a data set was asked for that the data set does not have. */
public final class MissingSplitException extends DatasetException {

  private static final long serialVersionUID = 1L;

  private final Split split;

  public MissingSplitException(Split split, String message) {
    super(message);
    this.split = split;
  }

  /** The part that is missing. */
  public Split split() {
    return split;
  }
}
