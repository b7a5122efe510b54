package io.moodline.app.evaluate;

import io.moodline.app.evaluate.TestFaces.Part;
import io.moodline.schemas.Emotion;
import io.moodline.trainer.evaluation.ClassScore;
import io.moodline.trainer.evaluation.ConfusionMatrix;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the page says of one model. */
final class ModelSection {

  private ModelSection() {}

  static String html(ModelReport model, boolean faceSheets) {
    StringBuilder html = new StringBuilder(Html.element("h2", Html.escape(model.id())));
    html.append(dim(about(model)));
    for (PartScores part : model.parts()) {
      if (part.part() == Part.ALL) {
        html.append(part(model, part, faceSheets));
      }
    }
    return "<section>" + html + "</section>\n";
  }

  private static String about(ModelReport model) {
    String text =
        "%s, version %s, from %s; output \"%s\", %s, %s parameters"
            .formatted(
                model.card().name(),
                model.card().version(),
                model.origin(),
                model.card().output().name(),
                Texts.megabytes(model.bytes()),
                Texts.count(model.parameters()));
    String unknown = model.unknown().stream().map(Texts::name).collect(Collectors.joining(", "));
    return unknown.isEmpty() ? text + "." : text + "; has no output for " + unknown + ".";
  }

  private static String part(ModelReport model, PartScores part, boolean faceSheets) {
    ConfusionMatrix confusion = part.scores().confusion();
    return Html.element(
            "h3",
            "%s labels: accuracy %s on %d faces"
                .formatted(
                    Texts.name(part.labels()),
                    Texts.share(part.scores().accuracy()),
                    part.scores().faces()))
        + matrix(confusion)
        + dim("Rows: what people named. Columns: the model's answers.")
        + link(ReportFolder.confusionName(model, part), "The same as a picture")
        + (faceSheets
            ? link(
                ReportFolder.mistakesName(model.id(), part.labels()),
                "The faces of the surest mistakes")
            : "")
        + "<div class=\"pair\">"
        + classes(confusion)
        + "<div>"
        + ReliabilityDiagram.svg(part.scores().calibration())
        + dim("Bars: accuracy by confidence; red: how far the two are apart; pale: under 20 faces.")
        + "</div></div>";
  }

  private static String matrix(ConfusionMatrix confusion) {
    StringBuilder body = new StringBuilder();
    for (Emotion truth : confusion.classes()) {
      StringBuilder row =
          new StringBuilder(
              "<th scope=\"row\">%s<small>%d faces</small></th>"
                  .formatted(Texts.name(truth), confusion.support(truth)));
      confusion.answers().forEach(answer -> row.append(cell(confusion, truth, answer)));
      body.append(Html.element("tr", row.toString()));
    }
    List<String> answers = confusion.answers().stream().map(Texts::name).toList();
    return "<div class=\"scroll\"><table class=\"matrix\">"
        + Html.header("", answers)
        + Html.element("tbody", body.toString())
        + "</table></div>";
  }

  private static String cell(ConfusionMatrix confusion, Emotion truth, Emotion answer) {
    double share = confusion.rowShare(truth, answer);
    return String.format(
        Locale.ROOT,
        "<td class=\"%s\" style=\"--share:%.2f\"><b>%d</b><small>%s</small></td>",
        truth == answer ? "right" : "wrong",
        0.75 * Math.sqrt(share),
        confusion.count(truth, answer),
        Texts.percent(share));
  }

  private static String classes(ConfusionMatrix confusion) {
    StringBuilder body = new StringBuilder();
    for (ClassScore score : confusion.classScores()) {
      body.append(
          Html.row(
              Texts.name(score.emotion()),
              List.of(
                  Integer.toString(score.support()),
                  Texts.share(score.precision()),
                  Texts.share(score.recall()),
                  Texts.share(score.f1()))));
    }
    return Html.table(
        "", Html.header("class", List.of("faces", "precision", "recall", "F1")), body.toString());
  }

  private static String link(String file, String text) {
    return "<p><a href=\"" + Html.escape(file) + "\">" + Html.escape(text) + "</a></p>";
  }

  private static String dim(String text) {
    return "<p class=\"dim\">" + Html.escape(text) + "</p>";
  }
}
