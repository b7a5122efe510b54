package io.moodline.app.models;

import java.io.IOException;

/** A download that it is no use to try again; the message says what was wrong. */
public sealed class PullException extends IOException permits FolderException {

  private static final long serialVersionUID = 1L;

  PullException(String message) {
    super(message);
  }

  PullException(String message, Throwable cause) {
    super(message, cause);
  }
}
