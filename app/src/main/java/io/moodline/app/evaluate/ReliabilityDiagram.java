package io.moodline.app.evaluate;

import io.moodline.trainer.evaluation.Calibration;
import java.util.Locale;

/** Draws how often a model is right against how sure it is, as SVG in the page's colours. */
final class ReliabilityDiagram {

  private static final int SIDE = 260;
  private static final int LEFT = 44;
  private static final int TOP = 10;
  private static final int BOTTOM = 42;

  /** Bars of fewer faces are drawn pale: their height is mostly chance. */
  private static final int FEW = 20;

  private ReliabilityDiagram() {}

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }

  static String svg(Calibration calibration) {
    StringBuilder svg = new StringBuilder();
    svg.append(
        format(
            "<svg role=\"img\" aria-label=\"Reliability diagram: accuracy by confidence\""
                + " width=\"%d\" height=\"%d\">",
            LEFT + SIDE + 10, TOP + SIDE + BOTTOM));
    axes(svg);
    for (Calibration.Bin bin : calibration.bins()) {
      if (bin.faces() > 0) {
        bar(svg, bin);
      }
    }
    svg.append(line("ideal", 0, 0, 1, 1));
    return svg.append("</svg>").toString();
  }

  private static void axes(StringBuilder svg) {
    for (int tenths = 0; tenths <= 10; tenths += 2) {
      double at = tenths / 10.0;
      svg.append(line("axis", 0, at, 1, at));
      svg.append(text(x(0) - 8, y(at) + 4, "end", format("%.1f", at)));
      svg.append(text(x(at), y(0) + 18, "middle", format("%.1f", at)));
    }
    svg.append(text(x(0.5), y(0) + 36, "middle", "confidence (accuracy upwards)"));
  }

  private static void bar(StringBuilder svg, Calibration.Bin bin) {
    double width = x(bin.to()) - x(bin.from());
    svg.append(
        format(
            "<rect class=\"bar%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\">"
                + "<title>%d faces: confidence %.3f, accuracy %.3f</title></rect>",
            bin.faces() < FEW ? " few" : "",
            x(bin.from()) + 1,
            y(bin.accuracy()),
            width - 2,
            y(0) - y(bin.accuracy()),
            bin.faces(),
            bin.confidence(),
            bin.accuracy()));
    svg.append(line("gap", bin.confidence(), bin.accuracy(), bin.confidence(), bin.confidence()));
  }

  private static String line(String style, double x1, double y1, double x2, double y2) {
    return format(
        "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>",
        style, x(x1), y(y1), x(x2), y(y2));
  }

  private static String text(double x, double y, String anchor, String text) {
    return format("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>", x, y, anchor, text);
  }

  private static double x(double confidence) {
    return LEFT + confidence * SIDE;
  }

  private static double y(double accuracy) {
    return TOP + (1 - accuracy) * SIDE;
  }
}
