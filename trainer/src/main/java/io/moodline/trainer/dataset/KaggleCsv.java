package io.moodline.trainer.dataset;

import io.moodline.schemas.Emotion;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads the contest's {@code fer2013.csv}: {@code emotion,pixels,Usage}, one picture a row. Kaggle
 * also has it as {@code icml_face_data.csv}, with the columns in another order; any order is read.
 */
final class KaggleCsv {

  private static final List<String> COLUMNS = List.of("emotion", "pixels", "usage");
  private static final String HEADER = "emotion,pixels,Usage";

  /**
   * One picture.
   *
   * @param line the row's line, from 1
   * @param pixels the gray values as text, read by {@link PixelText}
   */
  record Row(int line, Emotion label, Split split, String pixels) {}

  /** Takes rows. */
  @FunctionalInterface
  interface Visitor {
    /**
     * @throws IllegalArgumentException when the row is bad; the message says why
     */
    void visit(Row row) throws IOException;
  }

  private final Path csv;

  KaggleCsv(Path csv) {
    this.csv = csv;
  }

  /** The file's name, for messages. */
  String name() {
    return csv.getFileName().toString();
  }

  /**
   * True when the file's first line has the three columns.
   *
   * @throws IOException when the file cannot be read
   */
  boolean isOne() throws IOException {
    try (BufferedReader reader = open()) {
      return columnsOf(reader.readLine()).isPresent();
    }
  }

  /**
   * Reads the first line only.
   *
   * @throws DatasetException when it does not have the three columns
   * @throws IOException when the file cannot be read
   */
  void requireHeader() throws IOException {
    try (BufferedReader reader = open()) {
      String header = reader.readLine();
      if (columnsOf(header).isEmpty()) {
        throw wrongHeader(header);
      }
    }
  }

  /**
   * Shows every good row in the file's order.
   *
   * @return the last row's line
   * @throws DatasetException when the header is another, or when {@code badRows} stops the reading
   * @throws IOException when the file cannot be read
   */
  int forEach(Visitor visitor, BadRows badRows) throws IOException {
    try (BufferedReader reader = open()) {
      String header = reader.readLine();
      List<Integer> columns = columnsOf(header).orElseThrow(() -> wrongHeader(header));
      int line = 1;
      int last = 1;
      for (String text = reader.readLine(); text != null; text = reader.readLine()) {
        line++;
        if (text.isBlank()) {
          continue;
        }
        last = line;
        try {
          visitor.visit(parse(line, columns, fields(text)));
        } catch (IllegalArgumentException e) {
          badRows.found(new BadRow(name(), line, e.getMessage()));
        }
      }
      return last;
    }
  }

  /** Latin-1 reads any byte, so that a damaged file is named by line. */
  private BufferedReader open() throws IOException {
    return Files.newBufferedReader(csv, StandardCharsets.ISO_8859_1);
  }

  private static Row parse(int line, List<Integer> columns, List<String> fields) {
    if (fields.size() != COLUMNS.size()) {
      throw new IllegalArgumentException(
          "has " + fields.size() + " fields, but must have " + COLUMNS.size() + ": " + HEADER);
    }
    String emotion = fields.get(columns.get(0));
    String usage = fields.get(columns.get(2));
    Emotion label =
        EmotionNames.ofCode(emotion)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "emotion is \""
                            + Shown.of(emotion)
                            + "\", but must be "
                            + EmotionNames.codes()));
    Split split =
        Split.ofUsage(usage)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "Usage is \""
                            + Shown.of(usage)
                            + "\", but must be one of "
                            + Split.usages()));
    return new Row(line, label, split, fields.get(columns.get(1)));
  }

  /** Where emotion, pixels and usage are; empty when the header does not have just these. */
  private static Optional<List<Integer>> columnsOf(String header) {
    if (header == null) {
      return Optional.empty();
    }
    List<String> names =
        fields(header).stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    boolean known = names.size() == COLUMNS.size() && names.containsAll(COLUMNS);
    return known ? Optional.of(COLUMNS.stream().map(names::indexOf).toList()) : Optional.empty();
  }

  private static List<String> fields(String text) {
    return Arrays.stream(text.split(",", -1)).map(KaggleCsv::unquoted).toList();
  }

  private static String unquoted(String field) {
    String bare = field.strip();
    boolean quoted = bare.length() >= 2 && bare.startsWith("\"") && bare.endsWith("\"");
    return quoted ? bare.substring(1, bare.length() - 1) : bare;
  }

  private DatasetException wrongHeader(String header) {
    String problem =
        header == null
            ? "the file is empty"
            : "the header is \"" + Shown.of(header) + "\", but must be \"" + HEADER + "\"";
    return new DatasetException(new BadRow(name(), 1, problem).toString());
  }
}
