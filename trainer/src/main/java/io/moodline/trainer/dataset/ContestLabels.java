package io.moodline.trainer.dataset;

import io.moodline.schemas.Emotion;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads {@code fer2013_labels.csv}: {@code image,usage,emotion}, the FER-2013 contest's label of
 * each picture by its name in FER+. An empty label means that the picture's label is not known.
 */
final class ContestLabels {

  static final String FILE = "fer2013_labels.csv";
  static final String HEADER = "image,usage,emotion";

  private static final int FIELDS = 3;

  /** One row; the label is empty when it is not known. */
  private record Row(String image, Split split, Optional<Emotion> label) {}

  private final String file;
  private final Map<String, Row> rows = new HashMap<>();

  private ContestLabels(String file) {
    this.file = file;
  }

  /**
   * Reads all rows.
   *
   * @throws DatasetException when the header is another, or when {@code badRows} stops the reading
   * @throws IOException when the file cannot be read
   */
  static ContestLabels read(Path csv, BadRows badRows) throws IOException {
    // Latin-1 reads any byte, so that a damaged file is named by line and not by "Input length =
    // 1".
    try (BufferedReader reader = Files.newBufferedReader(csv, StandardCharsets.ISO_8859_1)) {
      ContestLabels labels = new ContestLabels(csv.getFileName().toString());
      labels.read(reader, badRows);
      return labels;
    }
  }

  /** The label of a picture of this part; empty when none is known. */
  Optional<Emotion> of(Split split, String image) {
    return Optional.ofNullable(rows.get(image))
        .filter(row -> row.split() == split)
        .flatMap(Row::label);
  }

  private void read(BufferedReader reader, BadRows badRows) throws IOException {
    String header = reader.readLine();
    if (header == null || !header.strip().equals(HEADER)) {
      throw new DatasetException(
          new BadRow(file, 1, "the header is \"" + header + "\", but must be \"" + HEADER + "\"")
              .toString());
    }
    int line = 1;
    for (String text = reader.readLine(); text != null; text = reader.readLine()) {
      line++;
      if (text.isBlank()) {
        continue;
      }
      try {
        add(parse(text.strip().split(",", -1)));
      } catch (IllegalArgumentException e) {
        badRows.found(new BadRow(file, line, e.getMessage()));
      }
    }
  }

  private void add(Row row) {
    Row earlier = rows.putIfAbsent(row.image(), row);
    if (earlier != null && !earlier.equals(row)) {
      throw new IllegalArgumentException(
          "image " + row.image() + " is in an earlier line too, with other values");
    }
  }

  private static Row parse(String[] fields) {
    if (fields.length != FIELDS) {
      throw new IllegalArgumentException(
          "has " + fields.length + " fields, but must have " + FIELDS);
    }
    Split split =
        Split.ofUsage(fields[1])
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "usage is \"" + fields[1] + "\", but must be one of " + Split.usages()));
    Optional<Emotion> label = EmotionNames.ofCode(fields[2]);
    if (label.isEmpty() && !fields[2].isEmpty()) {
      throw new IllegalArgumentException(
          "emotion is \"" + fields[2] + "\", but must be empty or " + EmotionNames.codes());
    }
    return new Row(fields[0], split, label);
  }
}
