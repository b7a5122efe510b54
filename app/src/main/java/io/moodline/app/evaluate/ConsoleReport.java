package io.moodline.app.evaluate;

import java.util.ArrayList;
import java.util.List;

/** The report as lines for the console. */
final class ConsoleReport {

  private ConsoleReport() {}

  static List<String> lines(EvaluationReport report) {
    List<List<String>> rows = new ArrayList<>();
    List<String> header = new ArrayList<>(List.of("model"));
    header.addAll(ScoreTable.HEADERS);
    rows.add(header);
    for (ScoreTable.Group group : ScoreTable.of(report.models()).groups()) {
      rows.add(List.of(""));
      rows.add(List.of(group.title()));
      for (ScoreTable.Row row : group.rows()) {
        List<String> cells = new ArrayList<>(List.of("  " + row.model()));
        cells.addAll(row.cells());
        rows.add(cells);
      }
    }
    return TextTable.lines(rows);
  }
}
