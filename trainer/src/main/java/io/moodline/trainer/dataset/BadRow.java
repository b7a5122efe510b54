package io.moodline.trainer.dataset;

/**
 * One row or picture of a data set that cannot be used.
 *
 * @param file the file's name
 * @param line the line, from 1; 0 when the file has no lines, as a picture
 * @param problem what is wrong and what is allowed
 */
public record BadRow(String file, int line, String problem) {

  @Override
  public String toString() {
    return file + (line > 0 ? ":" + line : "") + ": " + problem;
  }
}
