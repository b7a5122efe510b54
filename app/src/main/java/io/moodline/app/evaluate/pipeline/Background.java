package io.moodline.app.evaluate.pipeline;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.SplittableRandom;

/** Paints rooms that nobody is in: light that changes across the wall, and coloured things. */
final class Background {

  private static final int THINGS = 40;

  private Background() {}

  /** A picture of red, green and blue without any face. */
  static BufferedImage paint(int width, int height, SplittableRandom random) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    try {
      pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      Color light = color(random, 255);
      Color dark = color(random, 255);
      pen.setPaint(new GradientPaint(0, 0, light, random.nextInt(width), height, dark));
      pen.fillRect(0, 0, width, height);
      for (int i = 0; i < THINGS; i++) {
        paintThing(pen, width, height, random);
      }
    } finally {
      pen.dispose();
    }
    return image;
  }

  private static void paintThing(Graphics2D pen, int width, int height, SplittableRandom random) {
    double w = 20 + random.nextDouble() * width / 4;
    double h = 20 + random.nextDouble() * height / 3;
    double x = random.nextDouble() * width - w / 2;
    double y = random.nextDouble() * height - h / 2;
    AffineTransform before = pen.getTransform();
    pen.rotate((random.nextDouble() - 0.5) * Math.PI / 4, x + w / 2, y + h / 2);
    pen.setPaint(color(random, 150));
    pen.fill(
        random.nextInt(3) == 0
            ? new Ellipse2D.Double(x, y, w, h)
            : new Rectangle2D.Double(x, y, w, h));
    pen.setTransform(before);
  }

  /** Muted colours, as rooms have. */
  private static Color color(SplittableRandom random, int opacity) {
    float hue = (float) random.nextDouble();
    float saturation = (float) (0.4 * random.nextDouble());
    float brightness = (float) (0.15 + 0.75 * random.nextDouble());
    Color solid = Color.getHSBColor(hue, saturation, brightness);
    return new Color(solid.getRed(), solid.getGreen(), solid.getBlue(), opacity);
  }
}
