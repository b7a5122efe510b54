package io.moodline.trainer.dataset;

import java.io.IOException;

/** A data set that is absent, incomplete or malformed; the message names file, line and fault. */
public class DatasetException extends IOException {

  private static final long serialVersionUID = 1L;

  public DatasetException(String message) {
    super(message);
  }

  public DatasetException(String message, Throwable cause) {
    super(message, cause);
  }
}
