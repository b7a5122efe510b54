package io.moodline.detector.evaluation;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads text files whole. */
final class TextLines {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private TextLines() {}

  /**
   * All lines, UTF-8.
   *
   * @throws GroundTruthException when the file cannot be read, naming it
   */
  static List<String> of(Path file) throws GroundTruthException {
    try {
      List<String> lines = new ArrayList<>(Files.readAllLines(file));
      if (!lines.isEmpty() && lines.get(0).startsWith(BYTE_ORDER_MARK)) {
        lines.set(0, lines.get(0).substring(1));
      }
      return lines;
    } catch (MalformedInputException e) {
      throw new GroundTruthException(file + " is not text in UTF-8", e);
    } catch (NoSuchFileException e) {
      throw new GroundTruthException("there is no file " + file, e);
    } catch (IOException e) {
      throw new GroundTruthException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }
}
