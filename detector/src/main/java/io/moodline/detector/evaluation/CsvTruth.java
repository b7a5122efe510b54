package io.moodline.detector.evaluation;

import io.moodline.detector.evaluation.Faults.Place;
import io.moodline.detector.evaluation.PictureDraft.Row;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads {@code image,x1,y1,x2,y2,label}: pixels, the header and the label optional. A picture may
 * have many rows, in any order; one with empty coordinates says that nobody is there. The label
 * {@code ignore} marks a face that need not be found.
 */
final class CsvTruth {

  private static final String COLUMNS = "image,x1,y1,x2,y2,label";
  private static final List<String> CORNERS = List.of("x1", "y1", "x2", "y2");
  private static final String IGNORE = "ignore";
  private static final int WITHOUT_LABEL = 1 + 4;

  private final String file;
  private final Faults faults;
  private final Map<String, PictureDraft> drafts = new LinkedHashMap<>();

  /** Where each picture without anybody is said to be so. */
  private final Map<String, Place> empty = new LinkedHashMap<>();

  private CsvTruth(String file, Faults faults) {
    this.file = file;
    this.faults = faults;
  }

  static List<PictureDraft> read(Path csv, Faults faults) throws GroundTruthException {
    CsvTruth truth = new CsvTruth(csv.getFileName().toString(), faults);
    List<String> lines = TextLines.of(csv);
    for (int i = truth.headerLines(lines); i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        truth.row(lines.get(i), new Place(truth.file, i + 1));
      }
    }
    truth.refuseContradictions();
    return new ArrayList<>(truth.drafts.values());
  }

  /** 1 when the first line names columns. Columns in another order would be read as nonsense. */
  private int headerLines(List<String> lines) throws GroundTruthException {
    if (lines.isEmpty()) {
      return 0;
    }
    List<String> fields;
    try {
      fields = Fields.ofCsv(lines.get(0));
    } catch (IllegalArgumentException e) {
      return 0;
    }
    boolean data =
        fields.size() < WITHOUT_LABEL
            || fields.subList(1, WITHOUT_LABEL).stream()
                .anyMatch(field -> field.isEmpty() || Fields.isNumber(field));
    if (data) {
      return 0;
    }
    if (!fields.subList(1, WITHOUT_LABEL).stream()
        .map(String::toLowerCase)
        .toList()
        .equals(CORNERS)) {
      throw new GroundTruthException(
          "%s:1: the header is \"%s\", but must be \"%s\""
              .formatted(file, Faults.shown(lines.get(0)), COLUMNS));
    }
    return 1;
  }

  private void row(String line, Place place) throws GroundTruthException {
    List<String> fields;
    try {
      fields = Fields.ofCsv(line);
      requireFields(fields);
    } catch (IllegalArgumentException e) {
      faults.add(place, e.getMessage());
      return;
    }
    PictureDraft draft =
        drafts.computeIfAbsent(fields.get(0), name -> new PictureDraft(name, place));
    if (fields.subList(1, WITHOUT_LABEL).stream().allMatch(String::isEmpty)) {
      empty.put(draft.name(), place);
      return;
    }
    try {
      draft.add(face(fields, place));
    } catch (IllegalArgumentException e) {
      draft.breakUp();
      faults.add(place, e.getMessage());
    }
  }

  private static void requireFields(List<String> fields) {
    if (fields.size() < WITHOUT_LABEL || fields.size() > WITHOUT_LABEL + 1) {
      throw new IllegalArgumentException(
          "has %d fields, but must have 5 or 6: %s".formatted(fields.size(), COLUMNS));
    }
    if (fields.get(0).isEmpty()) {
      throw new IllegalArgumentException("names no picture; a row is " + COLUMNS);
    }
  }

  private static Row face(List<String> fields, Place place) {
    String label = fields.size() > WITHOUT_LABEL ? fields.get(WITHOUT_LABEL) : "";
    return new Row(
        place,
        Fields.number(fields.get(1), "x1"),
        Fields.number(fields.get(2), "y1"),
        Fields.number(fields.get(3), "x2"),
        Fields.number(fields.get(4), "y2"),
        false,
        label.equalsIgnoreCase(IGNORE),
        label);
  }

  private void refuseContradictions() throws GroundTruthException {
    for (Map.Entry<String, Place> entry : empty.entrySet()) {
      PictureDraft draft = drafts.get(entry.getKey());
      if (!draft.rows().isEmpty()) {
        draft.breakUp();
        faults.add(
            entry.getValue(),
            "says that nobody is in %s, but line %d has a face"
                .formatted(Faults.shown(draft.name()), draft.rows().get(0).place().line()));
      }
    }
  }
}
