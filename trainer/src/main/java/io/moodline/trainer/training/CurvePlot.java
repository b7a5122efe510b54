package io.moodline.trainer.training;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Draws a training's curves: losses above, accuracies below, over epochs. */
final class CurvePlot {

  private static final int WIDTH = 760;
  private static final int PANEL = 260;
  private static final int LEFT = 60;
  private static final int RIGHT = 30;
  private static final int TOP = 66;
  private static final int GAP = 64;
  private static final int SPACE = 24;
  private static final int TICKS = 6;
  private static final List<Color> COLOURS =
      List.of(new Color(0x1f77b4), new Color(0xd62728), new Color(0x2ca02c), new Color(0x9467bd));

  private final Graphics2D graphics;
  private final List<EpochResult> history;

  private CurvePlot(Graphics2D graphics, List<EpochResult> history) {
    this.graphics = graphics;
    this.history = history;
  }

  private record Curve(String name, ToDoubleFunction<EpochResult> value) {}

  /**
   * A picture of 760 pixels' width.
   *
   * @param labels by whose labels each head is judged
   */
  static BufferedImage picture(String title, List<String> labels, List<EpochResult> history) {
    BufferedImage image =
        new BufferedImage(WIDTH, TOP + 2 * (PANEL + GAP), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.setColor(Color.WHITE);
      graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
      new CurvePlot(graphics, history).draw(title, labels);
    } finally {
      graphics.dispose();
    }
    return image;
  }

  private void draw(String title, List<String> labels) {
    graphics.setColor(Color.BLACK);
    graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 14));
    graphics.drawString(title, LEFT, 24);
    graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    panel(
        TOP,
        List.of(
            // Two quantities: they fall together, but where they cross says nothing.
            new Curve("training loss (as trained)", EpochResult::trainingLoss),
            new Curve("validation loss (cross-entropy, first head)", EpochResult::validationLoss)));
    List<Curve> accuracies = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      int head = i;
      accuracies.add(
          new Curve("accuracy, " + labels.get(i), epoch -> epoch.accuracies().get(head)));
    }
    panel(TOP + PANEL + GAP, accuracies);
  }

  private void panel(int top, List<Curve> curves) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (Curve curve : curves) {
      for (EpochResult epoch : history) {
        least = Math.min(least, curve.value().applyAsDouble(epoch));
        most = Math.max(most, curve.value().applyAsDouble(epoch));
      }
    }
    double margin = Math.max((most - least) * 0.05, 1e-3);
    grid(top, least - margin, most + margin);
    int x = LEFT;
    for (int i = 0; i < curves.size(); i++) {
      curve(top, curves.get(i), COLOURS.get(i % COLOURS.size()), least - margin, most + margin);
      graphics.drawString(curves.get(i).name(), x, top - 10);
      x += graphics.getFontMetrics().stringWidth(curves.get(i).name()) + SPACE;
    }
  }

  private void grid(int top, double least, double most) {
    AxisLabels axis = AxisLabels.of(least, most, TICKS);
    for (double value : axis.values()) {
      int y = (int) Math.round(y(top, value, least, most));
      graphics.setColor(new Color(0xdddddd));
      graphics.drawLine(LEFT, y, WIDTH - RIGHT, y);
      graphics.setColor(Color.DARK_GRAY);
      graphics.drawString(axis.text(value), 10, y + 4);
    }
    graphics.drawString("epoch 1", LEFT, top + PANEL + 16);
    graphics.drawString(Integer.toString(history.size()), WIDTH - RIGHT - 16, top + PANEL + 16);
  }

  private void curve(int top, Curve curve, Color colour, double least, double most) {
    graphics.setColor(colour);
    graphics.setStroke(new BasicStroke(2));
    Path2D path = new Path2D.Double();
    for (int i = 0; i < history.size(); i++) {
      double y = y(top, curve.value().applyAsDouble(history.get(i)), least, most);
      if (i == 0) {
        path.moveTo(x(i), y);
      } else {
        path.lineTo(x(i), y);
      }
    }
    graphics.draw(path);
    graphics.setStroke(new BasicStroke(1));
  }

  private double x(int epoch) {
    return LEFT + (WIDTH - RIGHT - LEFT) * epoch / (double) Math.max(1, history.size() - 1);
  }

  private static double y(int top, double value, double least, double most) {
    return top + PANEL * (1 - (value - least) / (most - least));
  }
}
