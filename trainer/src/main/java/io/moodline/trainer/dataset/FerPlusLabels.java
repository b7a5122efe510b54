package io.moodline.trainer.dataset;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads FER+'s {@code fer2013new.csv}: {@code Usage,Image
 * name,neutral,happiness,surprise,sadness,anger,disgust,fear,contempt,unknown,NF}.
 */
public final class FerPlusLabels {

  private static final String HEADER =
      "Usage,Image name,neutral,happiness,surprise,sadness,anger,disgust,fear,contempt,unknown,NF";
  private static final int FIRST_VOTE = 2;
  private static final int FIELDS = FIRST_VOTE + FerPlusRow.COLUMNS;
  private static final int MAX_VOTES = 10;
  private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");
  private static final Pattern IMAGE = Pattern.compile("[A-Za-z0-9_.-]*");

  private final String file;
  private final boolean oncePerImage;
  private final BadRows badRows;
  private final Map<String, FerPlusRow> byImage = new HashMap<>();

  private FerPlusLabels(String file, boolean oncePerImage, BadRows badRows) {
    this.file = file;
    this.oncePerImage = oncePerImage;
    this.badRows = badRows;
  }

  /**
   * Reads all rows, in the file's order; rows that repeat an earlier one are left out.
   *
   * @throws DatasetException when the header is another, or when {@code badRows} stops the reading
   * @throws IOException when the file cannot be read
   */
  public static List<FerPlusRow> read(Path csv, BadRows badRows) throws IOException {
    return read(csv, true, badRows);
  }

  /**
   * Reads all rows, those that repeat an earlier one too, for files that are matched row by row.
   *
   * @throws DatasetException when the header is another, or when {@code badRows} stops the reading
   * @throws IOException when the file cannot be read
   */
  static List<FerPlusRow> readEveryRow(Path csv, BadRows badRows) throws IOException {
    return read(csv, false, badRows);
  }

  private static List<FerPlusRow> read(Path csv, boolean oncePerImage, BadRows badRows)
      throws IOException {
    // Latin-1 reads any byte, so that a damaged file is named by line and not by "Input length =
    // 1".
    try (BufferedReader reader = Files.newBufferedReader(csv, StandardCharsets.ISO_8859_1)) {
      return new FerPlusLabels(csv.getFileName().toString(), oncePerImage, badRows).read(reader);
    }
  }

  private List<FerPlusRow> read(BufferedReader reader) throws IOException {
    String header = reader.readLine();
    if (header == null || !header.strip().equals(HEADER)) {
      throw new DatasetException(
          new BadRow(file, 1, "the header is \"" + header + "\", but must be \"" + HEADER + "\"")
              .toString());
    }
    List<FerPlusRow> rows = new ArrayList<>();
    int line = 1;
    for (String text = reader.readLine(); text != null; text = reader.readLine()) {
      line++;
      if (text.isBlank()) {
        continue;
      }
      try {
        addNew(parse(line, text.strip().split(",", -1)), rows);
      } catch (IllegalArgumentException e) {
        badRows.found(new BadRow(file, line, e.getMessage()));
      }
    }
    return rows;
  }

  /** FER+ itself names four pictures twice, with the same votes: one row of each is enough. */
  private void addNew(FerPlusRow row, List<FerPlusRow> rows) {
    FerPlusRow earlier = row.image().isEmpty() ? null : byImage.putIfAbsent(row.image(), row);
    if (earlier == null || !oncePerImage) {
      rows.add(row);
      return;
    }
    require(
        earlier.split() == row.split() && earlier.votes().equals(row.votes()),
        "Image name " + row.image() + " is in line " + earlier.line() + " too, with other values");
  }

  private FerPlusRow parse(int line, String[] fields) {
    require(
        fields.length == FIELDS, "has " + fields.length + " fields, but must have " + FIELDS + "");
    Split split =
        Split.ofUsage(fields[0])
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "Usage is \"" + fields[0] + "\", but must be one of " + Split.usages()));
    String image = fields[1];
    require(
        IMAGE.matcher(image).matches(),
        "Image name is \"" + image + "\", but must be a file name of letters, digits, _, . and -");
    List<Integer> votes = new ArrayList<>();
    for (int field = FIRST_VOTE; field < FIELDS; field++) {
      votes.add(vote(field, fields[field]));
    }
    boolean noFace = votes.subList(0, votes.size() - 1).stream().allMatch(vote -> vote == 0);
    // FER+ leaves the name of such rows empty, save for one that has another row's.
    return new FerPlusRow(line, split, noFace ? "" : image, votes);
  }

  private static int vote(int field, String text) {
    boolean valid = NUMBER.matcher(text).matches() && Integer.parseInt(text) <= MAX_VOTES;
    require(
        valid,
        HEADER.split(",")[field]
            + " is \""
            + text
            + "\", but must be a whole number from 0 to "
            + MAX_VOTES);
    return Integer.parseInt(text);
  }

  private static void require(boolean valid, String problem) {
    if (!valid) {
      throw new IllegalArgumentException(problem);
    }
  }
}
