package io.moodline.trainer.dataset;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Says what went wrong with a file: Java often gives the file's name and nothing else. */
public final class FileFaults {

  private FileFaults() {}

  /** What went wrong, in words, without the file's name where Java keeps them apart. */
  public static String reason(IOException fault) {
    if (fault instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (fault instanceof NoSuchFileException) {
      return "no such file or folder";
    }
    if (fault instanceof FileAlreadyExistsException || fault instanceof NotDirectoryException) {
      return "there is a file where a folder must be";
    }
    if (fault instanceof FileSystemException named && named.getReason() != null) {
      return named.getReason();
    }
    return fault.getMessage() == null ? fault.getClass().getSimpleName() : fault.getMessage();
  }
}
