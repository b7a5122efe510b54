package io.moodline.app.evaluate;

import io.moodline.schemas.Emotion;
import io.moodline.trainer.evaluation.ConfusionMatrix;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** Draws a confusion matrix: a cell is the darker, the larger its share of its row. */
final class ConfusionPicture {

  private static final int CELL_WIDTH = 92;
  private static final int CELL_HEIGHT = 56;
  private static final int LEFT = 170;
  private static final int TOP = 110;
  private static final int MARGIN = 24;

  private static final Color INK = new Color(0x1d2733);
  private static final Color FAINT = new Color(0x667486);
  private static final Color LINE = new Color(0xd5dce4);
  private static final Color RIGHT = new Color(0x1f6f8b);
  private static final Color WRONG = new Color(0xb3472f);

  private final ConfusionMatrix matrix;
  private final String title;
  private final BufferedImage image;
  private final Graphics2D pen;

  private ConfusionPicture(ConfusionMatrix matrix, String title) {
    this.matrix = matrix;
    this.title = title;
    this.image =
        new BufferedImage(
            LEFT + matrix.answers().size() * CELL_WIDTH + MARGIN,
            TOP + matrix.classes().size() * CELL_HEIGHT + 2 * MARGIN,
            BufferedImage.TYPE_INT_RGB);
    this.pen = image.createGraphics();
  }

  /** A picture on a white ground. */
  static BufferedImage draw(ConfusionMatrix matrix, String title) {
    ConfusionPicture picture = new ConfusionPicture(matrix, title);
    try {
      picture.draw();
      return picture.image;
    } finally {
      picture.pen.dispose();
    }
  }

  private void draw() {
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, image.getWidth(), image.getHeight());
    text(title, MARGIN, 34, Font.BOLD, 18, INK);
    text("rows: what people named; columns: the model's answers", MARGIN, 58, 0, 13, FAINT);
    for (int column = 0; column < matrix.answers().size(); column++) {
      centred(Texts.name(matrix.answers().get(column)), x(column), TOP - 12, Font.BOLD, 13, INK);
    }
    for (int row = 0; row < matrix.classes().size(); row++) {
      drawRow(row, matrix.classes().get(row));
    }
  }

  private void drawRow(int row, Emotion truth) {
    int y = TOP + row * CELL_HEIGHT;
    text(Texts.name(truth), MARGIN, y + 25, Font.BOLD, 13, INK);
    text(matrix.support(truth) + " faces", MARGIN, y + 43, 0, 12, FAINT);
    for (int column = 0; column < matrix.answers().size(); column++) {
      drawCell(x(column), y, truth, matrix.answers().get(column));
    }
  }

  private void drawCell(int x, int y, Emotion truth, Emotion answer) {
    double share = matrix.rowShare(truth, answer);
    Color ground = mix(Color.WHITE, truth == answer ? RIGHT : WRONG, Math.sqrt(share));
    pen.setColor(ground);
    pen.fillRect(x, y, CELL_WIDTH, CELL_HEIGHT);
    pen.setColor(LINE);
    pen.setStroke(new BasicStroke(1));
    pen.drawRect(x, y, CELL_WIDTH, CELL_HEIGHT);
    int count = matrix.count(truth, answer);
    Color ink = Math.sqrt(share) > 0.6 ? Color.WHITE : count == 0 ? FAINT : INK;
    centred(Integer.toString(count), x, y + 25, Font.BOLD, 15, ink);
    centred(Texts.percent(share), x, y + 43, 0, 12, ink);
  }

  private static int x(int column) {
    return LEFT + column * CELL_WIDTH;
  }

  private void centred(String text, int x, int y, int style, int size, Color color) {
    pen.setFont(new Font(Font.SANS_SERIF, style, size));
    text(
        text, x + (CELL_WIDTH - pen.getFontMetrics().stringWidth(text)) / 2, y, style, size, color);
  }

  private void text(String text, int x, int y, int style, int size, Color color) {
    pen.setFont(new Font(Font.SANS_SERIF, style, size));
    pen.setColor(color);
    pen.drawString(text, x, y);
  }

  private static Color mix(Color from, Color to, double share) {
    return new Color(
        mix(from.getRed(), to.getRed(), share),
        mix(from.getGreen(), to.getGreen(), share),
        mix(from.getBlue(), to.getBlue(), share));
  }

  private static int mix(int from, int to, double share) {
    return (int) Math.round(from + (to - from) * share);
  }
}
