package io.moodline.app.models;

/** The model folder does not let a file be put there: no right, no room, or another at work. */
public final class FolderException extends PullException {

  private static final long serialVersionUID = 1L;

  FolderException(String message) {
    super(message);
  }

  FolderException(String message, Throwable cause) {
    super(message, cause);
  }
}
