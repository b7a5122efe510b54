package io.moodline.app.evaluate.tracking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.moodline.app.evaluate.TextTable;
import io.moodline.app.evaluate.tracking.TrackerEvaluation.Row;
import io.moodline.detector.evaluation.tracking.TrackingScores;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The measurements for people and for programs. Shares are 0 to 1. */
public final class TrackerReport {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private TrackerReport() {}

  /** A table: one line for each condition, then the mean of the conditions. */
  public static List<String> lines(List<Row> rows) {
    List<List<String>> table = new ArrayList<>();
    table.add(
        List.of(
            "scene",
            "faces",
            "fps",
            "drop",
            "MOTA",
            "IDF1",
            "IDP",
            "IDR",
            "MOTP",
            "switches",
            "fragments",
            "misses",
            "false",
            "of"));
    rows.forEach(row -> table.add(cells(row)));
    table.add(
        List.of(
            "mean",
            "",
            "",
            "",
            share(mean(rows, TrackingScores::mota)),
            share(mean(rows, TrackingScores::idf1)),
            share(mean(rows, TrackingScores::idp)),
            share(mean(rows, TrackingScores::idr)),
            share(mean(rows, TrackingScores::motp)),
            number(mean(rows, TrackingScores::switches)),
            number(mean(rows, TrackingScores::fragments)),
            number(mean(rows, TrackingScores::misses)),
            number(mean(rows, TrackingScores::falsePositives)),
            number(mean(rows, TrackingScores::truths))));
    return TextTable.lines(table);
  }

  private static List<String> cells(Row row) {
    TrackingScores scores = row.scores();
    return List.of(
        name(row),
        Integer.toString(row.condition().faces()),
        Integer.toString(row.condition().fps()),
        "%.2f".formatted(row.condition().drop()),
        share(scores.mota()),
        share(scores.idf1()),
        share(scores.idp()),
        share(scores.idr()),
        share(scores.motp()),
        Long.toString(scores.switches()),
        Long.toString(scores.fragments()),
        Long.toString(scores.misses()),
        Long.toString(scores.falsePositives()),
        Long.toString(scores.truths()));
  }

  /** The same for programs. */
  public static String json(TrackerPlan plan, List<Row> rows) {
    ObjectNode root = JSON.createObjectNode();
    root.put("format", 1);
    root.put("firstSeed", plan.firstSeed());
    root.put("lastSeed", plan.lastSeed());
    root.put("sceneSeconds", plan.seconds());
    ArrayNode conditions = root.putArray("conditions");
    rows.forEach(row -> put(conditions.addObject(), row));
    ObjectNode mean = root.putObject("mean");
    mean.put("mota", mean(rows, TrackingScores::mota));
    mean.put("idf1", mean(rows, TrackingScores::idf1));
    mean.put("switches", mean(rows, TrackingScores::switches));
    mean.put("fragments", mean(rows, TrackingScores::fragments));
    try {
      return JSON.writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of numbers and text is always JSON", e);
    }
  }

  private static void put(ObjectNode node, Row row) {
    TrackingScores scores = row.scores();
    node.put("scene", name(row));
    node.put("faces", row.condition().faces());
    node.put("fps", row.condition().fps());
    node.put("drop", row.condition().drop());
    node.put("seconds", row.seconds());
    node.put("mota", scores.mota());
    node.put("motp", scores.motp());
    node.put("idf1", scores.idf1());
    node.put("idp", scores.idp());
    node.put("idr", scores.idr());
    node.put("truths", scores.truths());
    node.put("shown", scores.shown());
    node.put("misses", scores.misses());
    node.put("falsePositives", scores.falsePositives());
    node.put("switches", scores.switches());
    node.put("fragments", scores.fragments());
  }

  private static String name(Row row) {
    return row.scene().name().toLowerCase(Locale.ROOT);
  }

  private static double mean(List<Row> rows, ToDoubleFunction<TrackingScores> figure) {
    return rows.stream().map(Row::scores).mapToDouble(figure).average().orElse(Double.NaN);
  }

  private static String share(double value) {
    return Double.isNaN(value) ? "-" : "%.3f".formatted(value);
  }

  private static String number(double value) {
    return "%.1f".formatted(value);
  }
}
