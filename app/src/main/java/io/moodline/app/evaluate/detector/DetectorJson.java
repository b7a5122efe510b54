package io.moodline.app.evaluate.detector;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.moodline.detector.evaluation.DetectionScores;
import io.moodline.detector.evaluation.SizeBand;

/**
 * The report for programs: {@code report.json}. Shares are 0 to 1, or null where there was nothing
 * to share; times are milliseconds, sizes pixels.
 */
final class DetectorJson {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private DetectorJson() {}

  static String write(DetectorReport report) {
    ObjectNode root = JSON.createObjectNode();
    root.put("format", 1);
    root.put("at", report.at().toString());
    root.put("data", report.data().toString());
    root.put("dataFormat", report.truth().format().text());
    root.put("pictures", report.truth().pictures().size());
    root.put("faces", report.truth().faces());
    root.put("ignoredFaces", report.truth().ignored());
    root.put("picturesLeftOut", report.truth().leftOut());
    ArrayNode faults = root.putArray("faults");
    report.truth().faults().forEach(faults::add);
    root.put("minIou", report.minIou());
    root.put("averagePrecision", "all-points interpolation, PASCAL VOC 2010 and later");
    ArrayNode detectors = root.putArray("detectors");
    report.results().forEach(result -> detectors.add(detector(result)));
    try {
      return JSON.writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of numbers and text is always JSON", e);
    }
  }

  private static ObjectNode detector(DetectorResult result) {
    ObjectNode node = JSON.createObjectNode();
    node.put("id", result.id());
    node.put("kind", result.kind());
    node.put("thresholds", result.thresholds());
    node.putObject("medianCpuMillisPerPicture")
        .put("decode", round(result.time().decodeMillis()))
        .put("find", round(result.time().findMillis()));
    ArrayNode scores = node.putArray("scores");
    result.scores().forEach(one -> scores.add(scores(one)));
    return node;
  }

  private static ObjectNode scores(DetectionScores scores) {
    SizeBand band = scores.band();
    ObjectNode node = JSON.createObjectNode();
    node.put("size", band.name());
    node.put("fromPx", band.from());
    node.put("toPx", finite(band.to()));
    node.put("faces", scores.counts().faces());
    node.put("found", scores.counts().found());
    node.put("false", scores.counts().falses());
    node.put("precision", round(scores.counts().precision()));
    node.put("recall", round(scores.counts().recall()));
    node.put("f1", round(scores.counts().f1()));
    node.put("averagePrecision", round(scores.averagePrecision()));
    return node;
  }

  /** Six digits behind the point: more than is known, and no noise of binary fractions. */
  private static Double round(double value) {
    return finite(Math.rint(value * 1e6) / 1e6);
  }

  /** JSON knows neither NaN nor infinity. */
  private static Double finite(double value) {
    return Double.isFinite(value) ? Double.valueOf(value) : null;
  }
}
