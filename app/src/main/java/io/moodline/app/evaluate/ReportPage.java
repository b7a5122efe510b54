package io.moodline.app.evaluate;

import io.moodline.app.evaluate.pipeline.PipelineResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The report for people: one file that loads nothing from anywhere, light or dark. */
final class ReportPage {

  private static final String CSS = "report.css";

  private ReportPage() {}

  static String html(EvaluationReport report) {
    StringBuilder body = new StringBuilder(Html.element("h1", "Moodline: models compared"));
    body.append("<p class=\"dim\">").append(Html.escape(about(report))).append("</p>\n");
    body.append("<section>").append(comparison(report.models())).append(notes(report));
    body.append("</section>\n");
    report.robustness().forEach(table -> body.append(robustness(table)));
    if (!report.pipeline().isEmpty()) {
      body.append(pipeline(report.pipeline()));
    }
    report.models().forEach(model -> body.append(ModelSection.html(model, report.faceSheets())));
    return "<!doctype html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\">"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
        + "<title>Moodline: models compared</title>\n<style>\n"
        + css()
        + "</style></head>\n<body>\n"
        + body
        + "</body>\n</html>\n";
  }

  private static String about(EvaluationReport report) {
    String skipped =
        report.skipped() == 0 ? "" : "; " + report.skipped() + " rows were left out as unusable";
    return "%s (%s), part %s, %d pictures%s. %s"
        .formatted(
            report.data(),
            report.format(),
            report.split().usage(),
            report.faces(),
            skipped,
            report.at().truncatedTo(ChronoUnit.SECONDS));
  }

  private static String comparison(List<ModelReport> models) {
    StringBuilder body = new StringBuilder();
    for (ScoreTable.Group group : ScoreTable.of(models).groups()) {
      body.append(
          "<tr class=\"group\"><th colspan=\"%d\">%s</th></tr>"
              .formatted(ScoreTable.HEADERS.size() + 1, Html.escape(group.title())));
      group.rows().forEach(row -> body.append(Html.row(row.model(), row.cells())));
    }
    return Html.table("", Html.header("model", ScoreTable.HEADERS), body.toString());
  }

  private static String robustness(Robustness table) {
    StringBuilder body = new StringBuilder();
    for (Robustness.Row row : table.rows()) {
      body.append(Html.row(row.condition(), row.accuracies().stream().map(Texts::share).toList()));
    }
    return "<section>"
        + Html.element("h2", Html.escape(table.title()))
        + Html.table("", Html.header("faces", table.models()), body.toString())
        + "</section>\n";
  }

  private static String pipeline(List<PipelineResult> results) {
    StringBuilder body = new StringBuilder();
    PipelineTable.rows(results).forEach(row -> body.append(Html.row(row.model(), row.cells())));
    String crops = String.join("; ", PipelineTable.crops(results));
    return "<section>"
        + Html.element("h2", PipelineTable.TITLE)
        + Html.table("", Html.header("model", PipelineTable.HEADERS), body.toString())
        + "<p class=\"dim\">"
        + Html.escape(
            "Labelled pictures, enlarged and placed into made-up frames of 1280 x 720 pixels that"
                + " went through JPEG; direct: the same faces without all that. In brackets: 95%"
                + " of what chance leaves open. Crops: "
                + crops)
        + "</p></section>\n";
  }

  private static String notes(EvaluationReport report) {
    String seen =
        report.seen().isPresent()
            ? "%d of the pictures have a near-duplicate among the training pictures. "
                .formatted(report.seen().getAsInt())
            : "";
    return "<p class=\"dim\">"
        + Html.escape(
            seen
                + "ECE: expected calibration error, 15 bins. NLL: mean negative log likelihood of the"
                + " label, nats. F1: mean over the classes that have faces. Times: this machine's,"
                + " median, milliseconds from crop to probabilities, on "
                + report.threads()
                + (report.threads() == 1 ? " thread." : " threads."))
        + "</p>";
  }

  private static String css() {
    try (InputStream in = ReportPage.class.getResourceAsStream(CSS)) {
      if (in == null) {
        throw new IllegalStateException("the build left out " + CSS);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
