package io.moodline.app.evaluate;

import io.moodline.app.evaluate.pipeline.PipelineResult;
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
    List<String> lines = new ArrayList<>(TextTable.lines(rows));
    report.robustness().forEach(table -> lines.addAll(lines(table)));
    if (!report.pipeline().isEmpty()) {
      lines.addAll(pipeline(report.pipeline()));
    }
    return lines;
  }

  private static List<String> pipeline(List<PipelineResult> results) {
    List<List<String>> rows = new ArrayList<>();
    List<String> header = new ArrayList<>(List.of("model"));
    header.addAll(PipelineTable.HEADERS);
    rows.add(List.of(""));
    rows.add(List.of(PipelineTable.TITLE));
    rows.add(header);
    for (PipelineTable.Row row : PipelineTable.rows(results)) {
      List<String> cells = new ArrayList<>(List.of("  " + row.model()));
      cells.addAll(row.cells());
      rows.add(cells);
    }
    List<String> lines = new ArrayList<>(TextTable.lines(rows));
    lines.addAll(PipelineTable.crops(results));
    return lines;
  }

  private static List<String> lines(Robustness table) {
    List<List<String>> rows = new ArrayList<>();
    List<String> header = new ArrayList<>(List.of("faces"));
    header.addAll(table.models());
    rows.add(List.of(""));
    rows.add(List.of(table.title()));
    rows.add(header);
    for (Robustness.Row row : table.rows()) {
      List<String> cells = new ArrayList<>(List.of("  " + row.condition()));
      row.accuracies().forEach(accuracy -> cells.add(Texts.share(accuracy)));
      rows.add(cells);
    }
    return TextTable.lines(rows);
  }
}
