package io.moodline.app.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Random;

/**
 * The room: a cafe with a window, shelves, lamps and a wooden floor, out of focus behind the
 * people. Drawn in a picture of 1280 x 720 and stretched to any other size.
 */
final class Backdrop {

  private static final double WIDTH = 1280;
  private static final double HEIGHT = 720;
  private static final double FLOOR = 520;

  private Backdrop() {}

  /** Draws the empty room: blue, green, red, row by row. */
  static byte[] draw(int width, int height, long seed) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = Paint.on(image);
    g.scale(width / WIDTH, height / HEIGHT);
    Random random = new Random(seed);
    drawWall(g);
    drawFloor(g);
    drawWindow(g);
    drawShelves(g, random);
    drawPictures(g);
    drawCounter(g);
    drawPlant(g, random);
    drawLamps(g);
    drawVignette(g);
    g.dispose();
    int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    Paint.blur(pixels, width, height, Math.max(1, height / 240));
    return bgr(pixels);
  }

  private static byte[] bgr(int[] pixels) {
    byte[] bgr = new byte[3 * pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      bgr[3 * i] = (byte) pixels[i];
      bgr[3 * i + 1] = (byte) (pixels[i] >> 8);
      bgr[3 * i + 2] = (byte) (pixels[i] >> 16);
    }
    return bgr;
  }

  private static void drawWall(Graphics2D g) {
    g.setPaint(new GradientPaint(0, 0, new Color(196, 184, 166), 0, 520, new Color(160, 146, 128)));
    g.fill(new Rectangle2D.Double(0, 0, WIDTH, FLOOR));
    g.setPaint(new Color(122, 104, 86));
    g.fill(new Rectangle2D.Double(0, FLOOR - 18, WIDTH, 18));
  }

  private static void drawFloor(Graphics2D g) {
    g.setPaint(new GradientPaint(0, 520, new Color(124, 92, 66), 0, 720, new Color(92, 66, 46)));
    g.fill(new Rectangle2D.Double(0, FLOOR, WIDTH, HEIGHT - FLOOR));
    g.setPaint(new Color(60, 40, 26, 90));
    g.setStroke(new BasicStroke(2));
    for (int board = -14; board <= 14; board++) {
      g.draw(new Line2D.Double(640 + 60 * board, FLOOR, 640 + 170 * board, HEIGHT));
    }
  }

  private static void drawWindow(Graphics2D g) {
    g.setPaint(new Color(134, 118, 100));
    g.fill(new Rectangle2D.Double(70, 70, 330, 330));
    g.setPaint(
        new GradientPaint(0, 80, new Color(214, 228, 236), 0, 390, new Color(186, 200, 190)));
    g.fill(new Rectangle2D.Double(82, 82, 306, 306));
    g.setPaint(new Color(166, 184, 162));
    g.fill(new Ellipse2D.Double(90, 270, 170, 118));
    g.fill(new Ellipse2D.Double(250, 300, 130, 88));
    g.setPaint(new Color(186, 194, 196));
    g.fill(new Rectangle2D.Double(260, 150, 90, 160));
    g.setPaint(new Color(134, 118, 100));
    g.fill(new Rectangle2D.Double(230, 82, 9, 306));
    g.fill(new Rectangle2D.Double(82, 228, 306, 7));
    g.setPaint(
        new RadialGradientPaint(
            235,
            235,
            420,
            new float[] {0, 1},
            new Color[] {new Color(255, 255, 240, 60), new Color(255, 255, 240, 0)}));
    g.fill(new Rectangle2D.Double(0, 0, 700, 700));
  }

  private static void drawShelves(Graphics2D g, Random random) {
    for (int shelf = 0; shelf < 3; shelf++) {
      double y = 170 + 95 * shelf;
      double x = 840;
      while (x < 1170) {
        double width = 16 + 26 * random.nextDouble();
        double height = 30 + 38 * random.nextDouble();
        float hue = random.nextFloat();
        g.setPaint(Color.getHSBColor(hue, 0.38f, 0.42f + 0.3f * random.nextFloat()));
        g.fill(new Rectangle2D.Double(x, y - height, width, height));
        x += width + 4 + 14 * random.nextDouble();
      }
      g.setPaint(new Color(104, 78, 56));
      g.fill(new Rectangle2D.Double(820, y, 380, 11));
      g.setPaint(new Color(60, 44, 32, 70));
      g.fill(new Rectangle2D.Double(820, y + 11, 380, 9));
    }
  }

  private static void drawPictures(Graphics2D g) {
    for (int picture = 0; picture < 2; picture++) {
      double x = 490 + 150 * picture;
      double y = 150 + 36 * picture;
      g.setPaint(new Color(74, 62, 52));
      g.fill(new Rectangle2D.Double(x, y, 110, 140));
      g.setPaint(new Color(208, 204, 194));
      g.fill(new Rectangle2D.Double(x + 8, y + 8, 94, 124));
      g.setPaint(picture == 0 ? new Color(146, 108, 84) : new Color(92, 120, 132));
      Path2D hill = new Path2D.Double();
      hill.moveTo(x + 16, y + 124);
      hill.curveTo(x + 40, y + 50, x + 70, y + 110, x + 94, y + 60);
      hill.lineTo(x + 94, y + 124);
      hill.closePath();
      g.fill(hill);
    }
  }

  private static void drawCounter(Graphics2D g) {
    g.setPaint(new GradientPaint(0, 430, new Color(112, 86, 64), 0, 620, new Color(78, 58, 42)));
    g.fill(new Rectangle2D.Double(760, 440, 520, 180));
    g.setPaint(new Color(170, 150, 126));
    g.fill(new Rectangle2D.Double(745, 424, 535, 18));
    g.setPaint(new Color(52, 50, 52));
    g.fill(new Rectangle2D.Double(1080, 352, 130, 74));
    g.setPaint(new Color(150, 150, 152));
    g.fill(new Rectangle2D.Double(1092, 362, 106, 18));
  }

  private static void drawPlant(Graphics2D g, Random random) {
    g.setPaint(new Color(128, 88, 66));
    g.fill(new Rectangle2D.Double(450, 470, 60, 66));
    g.setStroke(new BasicStroke(9, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    for (int leaf = 0; leaf < 13; leaf++) {
      double reach = -70 + 140 * random.nextDouble();
      Path2D path = new Path2D.Double();
      path.moveTo(480, 474);
      path.quadTo(480 + reach / 3, 380, 480 + reach, 360 + Math.abs(reach));
      g.setPaint(new Color(58, 92 + random.nextInt(30), 56));
      g.draw(path);
    }
  }

  private static void drawLamps(Graphics2D g) {
    for (int lamp = 0; lamp < 3; lamp++) {
      double x = 300 + 340 * lamp;
      g.setPaint(new Color(50, 46, 44));
      g.fill(new Rectangle2D.Double(x - 1.5, 0, 3, 42));
      g.fill(new Ellipse2D.Double(x - 34, 38, 68, 34));
      g.setPaint(
          new RadialGradientPaint(
              (float) x,
              72,
              190,
              new float[] {0, 0.12f, 1},
              new Color[] {
                new Color(255, 244, 210, 235),
                new Color(255, 232, 180, 84),
                new Color(255, 226, 170, 0)
              }));
      g.fill(new Rectangle2D.Double(x - 190, 58, 380, 220));
    }
  }

  private static void drawVignette(Graphics2D g) {
    g.setPaint(
        new RadialGradientPaint(
            640,
            330,
            900,
            new float[] {0.35f, 1},
            new Color[] {new Color(0, 0, 0, 0), new Color(0, 0, 0, 120)}));
    g.fill(new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
  }
}
