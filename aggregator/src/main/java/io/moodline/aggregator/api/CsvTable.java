package io.moodline.aggregator.api;

import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.moodline.schemas.Emotion;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Things as rows of comma-separated values (RFC 4180, UTF-8), one column after the other.
 * Immutable.
 *
 * <p>A spreadsheet takes a cell that begins with certain characters for a formula, and whoever
 * names a camera could run one on the reader's machine: such text gets an apostrophe in front.
 */
final class CsvTable<T> {

  private static final Pattern FORMULA = Pattern.compile("[=+\\-@\\t\\r\\n].*", Pattern.DOTALL);
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");
  private static final CsvMapper MAPPER =
      CsvMapper.csvBuilder()
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
          .build();
  private static final CsvSchema ROWS = CsvSchema.emptySchema().withLineSeparator("\r\n");

  private record Column<T>(String header, Function<T, ?> value) {}

  private final List<Column<T>> columns = new ArrayList<>();

  /**
   * Adds a column, while the table is being made.
   *
   * @param header its name, with the unit in brackets
   */
  CsvTable<T> column(String header, Function<T, ?> value) {
    columns.add(new Column<>(header, value));
    return this;
  }

  /** Adds a column for each emotion, while the table is being made. */
  CsvTable<T> emotions(String prefix, Function<T, Map<String, Double>> values) {
    for (Emotion emotion : Emotion.values()) {
      column(
          prefix + emotion.name() + " [0-1]",
          row -> {
            Map<String, Double> found = values.apply(row);
            return found == null ? null : found.get(emotion.name());
          });
    }
    return this;
  }

  /** Begins to write: the header's row is written at once. */
  Writer<T> to(OutputStream out) throws IOException {
    SequenceWriter rows = MAPPER.writer(ROWS).writeValues(out);
    rows.write(columns.stream().map(Column::header).toList());
    return new Writer<>(columns, rows);
  }

  /** Writes rows. Used by one thread. */
  static final class Writer<T> {
    private final List<Column<T>> columns;
    private final SequenceWriter rows;

    private Writer(List<Column<T>> columns, SequenceWriter rows) {
      this.columns = columns;
      this.rows = rows;
    }

    void write(T row) throws IOException {
      List<Object> cells = new ArrayList<>(columns.size());
      for (Column<T> column : columns) {
        cells.add(cell(column.value().apply(row)));
      }
      rows.write(cells);
    }

    /** Writes what is left; what is written to stays open, since only a whole table has an end. */
    void end() throws IOException {
      rows.close();
    }
  }

  /** A value as it may be written; nothing is an empty cell. */
  static Object cell(Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Number || value instanceof Boolean) {
      return value;
    }
    String text = value.toString();
    return FORMULA.matcher(text).matches() && !NUMBER.matcher(text).matches() ? "'" + text : text;
  }
}
