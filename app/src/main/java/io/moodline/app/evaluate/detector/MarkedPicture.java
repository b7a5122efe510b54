package io.moodline.app.evaluate.detector;

import io.moodline.detector.geometry.Box;
import io.moodline.detector.geometry.Point;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** Draws a picture, scaled, with marks that stay readable and a caption above. */
final class MarkedPicture {

  private static final int CAPTION_HEIGHT = 20;
  private static final Font CAPTION_FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
  private static final Font MARK_FONT = new Font(Font.SANS_SERIF, Font.BOLD, 11);
  private static final float LINE = 1.6f;

  /** Right eye, left eye, nose, right and left corner of the mouth: to see them mixed up. */
  private static final List<Color> LANDMARKS =
      List.of(Color.RED, Color.BLUE, Color.GREEN, Color.MAGENTA, Color.CYAN);

  private MarkedPicture() {}

  static BufferedImage draw(BufferedImage picture, double scale, List<Mark> marks, String caption) {
    int width = (int) Math.max(1, Math.round(picture.getWidth() * scale));
    int height = (int) Math.max(1, Math.round(picture.getHeight() * scale));
    BufferedImage cell =
        new BufferedImage(width, height + CAPTION_HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = cell.createGraphics();
    try {
      pen.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      pen.setColor(Color.WHITE);
      pen.setFont(CAPTION_FONT);
      pen.drawString(caption, 4, CAPTION_HEIGHT - 6);
      pen.translate(0, CAPTION_HEIGHT);
      pen.drawImage(picture, 0, 0, width, height, null);
      pen.setStroke(new BasicStroke(LINE));
      pen.setFont(MARK_FONT);
      marks.forEach(mark -> draw(pen, mark, scale));
    } finally {
      pen.dispose();
    }
    return cell;
  }

  private static void draw(Graphics2D pen, Mark mark, double scale) {
    Box box = mark.box().scaled(scale);
    pen.setColor(mark.color());
    pen.draw(new Rectangle2D.Double(box.x1(), box.y1(), box.width(), box.height()));
    double radius = Math.max(1.2, Math.min(4, box.width() / 40));
    for (int i = 0; i < mark.landmarks().size(); i++) {
      Point point = mark.landmarks().get(i);
      pen.setColor(LANDMARKS.get(i % LANDMARKS.size()));
      pen.fill(
          new Ellipse2D.Double(
              point.x() * scale - radius, point.y() * scale - radius, 2 * radius, 2 * radius));
    }
    text(pen, mark, box);
  }

  /** Above the box, or within it where there is no room above. */
  private static void text(Graphics2D pen, Mark mark, Box box) {
    int baseline = (int) (box.y1() >= MARK_FONT.getSize() ? box.y1() - 3 : box.y1() + 12);
    pen.setColor(Color.BLACK);
    pen.drawString(mark.text(), (int) box.x1() + 1, baseline + 1);
    pen.setColor(mark.color());
    pen.drawString(mark.text(), (int) box.x1(), baseline);
  }
}
