package io.moodline.app.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.moodline.app.evaluate.pipeline.PipelineResult;
import io.moodline.schemas.Emotion;
import io.moodline.trainer.evaluation.Calibration;
import io.moodline.trainer.evaluation.ClassScore;
import io.moodline.trainer.evaluation.ConfusionMatrix;
import io.moodline.trainer.evaluation.Scores;
import java.util.List;
import java.util.Locale;

/** The report for programs: {@code report.json}. Shares are 0 to 1, times milliseconds. */
final class ReportJson {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private ReportJson() {}

  static String write(EvaluationReport report) {
    ObjectNode root = JSON.createObjectNode();
    root.put("format", 1);
    root.put("at", report.at().toString());
    root.put("data", report.data());
    root.put("dataFormat", report.format());
    root.put("split", report.split().name().toLowerCase(Locale.ROOT));
    root.put("faces", report.faces());
    report.seen().ifPresent(seen -> root.put("facesSeenInTraining", seen));
    root.put("skippedRows", report.skipped());
    root.put("threads", report.threads());
    ArrayNode models = root.putArray("models");
    report.models().forEach(model -> models.add(model(model)));
    ArrayNode robustness = root.putArray("robustness");
    report.robustness().forEach(table -> robustness.add(robustness(table)));
    ArrayNode pipeline = root.putArray("pipeline");
    report.pipeline().forEach(result -> pipeline.add(pipeline(result)));
    try {
      return JSON.writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of numbers and text is always JSON", e);
    }
  }

  private static ObjectNode robustness(Robustness table) {
    ObjectNode node = JSON.createObjectNode();
    node.put("labels", table.labels().name().toLowerCase(Locale.ROOT));
    ArrayNode rows = node.putArray("conditions");
    for (Robustness.Row row : table.rows()) {
      ObjectNode accuracies =
          rows.addObject().put("condition", row.condition()).putObject("accuracy");
      for (int i = 0; i < table.models().size(); i++) {
        accuracies.put(table.models().get(i), round(row.accuracies().get(i)));
      }
    }
    return node;
  }

  private static ObjectNode pipeline(PipelineResult result) {
    ObjectNode node = JSON.createObjectNode();
    node.put("model", result.model());
    node.put("detector", result.detector());
    node.put("crop", result.crop());
    node.put("frames", result.frames());
    node.put("placed", result.placed());
    node.put("detected", result.detected());
    node.put("spurious", result.spurious());
    ArrayNode losses = node.putArray("labels");
    for (PipelineResult.Loss loss : result.losses()) {
      losses
          .addObject()
          .put("labels", loss.labels().name().toLowerCase(Locale.ROOT))
          .put("faces", loss.faces())
          .put("directAccuracy", round(loss.directAccuracy()))
          .put("pipelineAccuracy", round(loss.pipelineAccuracy()))
          .put("difference", round(loss.difference()))
          .put("uncertainty95", round(loss.uncertainty()));
    }
    return node;
  }

  private static ObjectNode model(ModelReport report) {
    ObjectNode model = JSON.createObjectNode();
    model.put("id", report.id());
    model.put("name", report.card().name());
    model.put("version", report.card().version());
    model.put("origin", report.origin());
    model.put("output", report.card().output().name());
    model.put("temperature", report.card().output().temperature());
    model.put("smoothing", report.card().output().smoothing());
    model.put("bytes", report.bytes());
    model.put("parameters", report.parameters());
    model.set("neverAnswered", names(report.unknown()));
    ObjectNode speed = model.putObject("millisPerFace");
    Speed.BATCHES.forEach(
        batch -> speed.put(batch.toString(), round(report.speed().millisPerFace().get(batch))));
    ArrayNode parts = model.putArray("scores");
    report.parts().forEach(part -> parts.add(part(part)));
    return model;
  }

  private static ObjectNode part(PartScores part) {
    Scores scores = part.scores();
    ObjectNode node = JSON.createObjectNode();
    node.put("labels", part.labels().name().toLowerCase(Locale.ROOT));
    node.put("part", part.part().text());
    node.put("faces", scores.faces());
    node.put("right", scores.confusion().right());
    node.put("accuracy", round(scores.accuracy()));
    node.putArray("accuracyInterval95")
        .add(round(scores.accuracyInterval().low()))
        .add(round(scores.accuracyInterval().high()));
    node.put("macroF1", round(scores.confusion().macroF1()));
    node.put("negativeLogLikelihood", round(scores.negativeLogLikelihood()));
    node.put("expectedCalibrationError", round(scores.calibration().error()));
    ArrayNode classes = node.putArray("classes");
    scores.confusion().classScores().forEach(score -> classes.add(classScore(score)));
    node.set("confusion", confusion(scores.confusion()));
    ArrayNode bins = node.putArray("reliability");
    scores.calibration().bins().forEach(bin -> bins.add(bin(bin)));
    return node;
  }

  private static ObjectNode classScore(ClassScore score) {
    ObjectNode node = JSON.createObjectNode();
    node.put("emotion", score.emotion().name());
    node.put("faces", score.support());
    node.put("precision", round(score.precision()));
    node.put("recall", round(score.recall()));
    node.put("f1", round(score.f1()));
    return node;
  }

  private static ObjectNode confusion(ConfusionMatrix matrix) {
    ObjectNode node = JSON.createObjectNode();
    node.set("truths", names(matrix.classes()));
    node.set("answers", names(matrix.answers()));
    ArrayNode counts = node.putArray("counts");
    for (Emotion truth : matrix.classes()) {
      ArrayNode row = counts.addArray();
      matrix.answers().forEach(answer -> row.add(matrix.count(truth, answer)));
    }
    return node;
  }

  private static ObjectNode bin(Calibration.Bin bin) {
    ObjectNode node = JSON.createObjectNode();
    node.put("from", round(bin.from()));
    node.put("to", round(bin.to()));
    node.put("faces", bin.faces());
    node.put("confidence", round(bin.confidence()));
    node.put("accuracy", round(bin.accuracy()));
    return node;
  }

  private static ArrayNode names(List<Emotion> emotions) {
    ArrayNode names = JSON.createArrayNode();
    emotions.forEach(emotion -> names.add(emotion.name()));
    return names;
  }

  /** Six digits behind the point: more than is known, and no noise of binary fractions. */
  private static double round(double value) {
    return Math.round(value * 1e6) / 1e6;
  }
}
