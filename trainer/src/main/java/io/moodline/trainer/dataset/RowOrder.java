package io.moodline.trainer.dataset;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is said when the contest's file and FER+'s do not go together line by line. */
final class RowOrder {

  private RowOrder() {}

  /** The line of a file's last row, from 1. */
  private static int lastLine(Path csv) throws IOException {
    int last = 1;
    try (BufferedReader reader = Files.newBufferedReader(csv, StandardCharsets.ISO_8859_1)) {
      int line = 0;
      for (String text = reader.readLine(); text != null; text = reader.readLine()) {
        line++;
        last = text.isBlank() ? last : line;
      }
    }
    return last;
  }

  /**
   * Sees to it that the contest's file has as many lines as FER+'s.
   *
   * @param contestLast the line of the last row of the contest's file
   */
  static void requireSameLength(String contest, int contestLast, Path ferPlus) throws IOException {
    int last = lastLine(ferPlus);
    if (last != contestLast) {
      throw otherLength(contest, contestLast, last);
    }
  }

  /** A line that is of one part here and of another there. */
  static IllegalArgumentException otherUsage(Split contest, Split ferPlus) {
    return new IllegalArgumentException(
        "Usage is "
            + contest.usage()
            + ", but this line of "
            + FerPlusDataset.LABELS
            + " is of "
            + ferPlus.usage()
            + ": the two files must have the same rows in the same order");
  }

  private static DatasetException otherLength(String contest, int contestLast, int ferPlusLast) {
    return new DatasetException(
        contest
            + " ends in line "
            + contestLast
            + ", but "
            + FerPlusDataset.LABELS
            + " beside it in line "
            + ferPlusLast
            + ": the two files must have the same rows in the same order");
  }
}
