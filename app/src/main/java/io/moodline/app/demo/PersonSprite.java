package io.moodline.app.demo;

import io.moodline.app.demo.Appearance.HairStyle;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.QuadCurve2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/**
 * The drawn parts of a person at one size: behind the face (body, neck, head, hair) and before it
 * (the hair's edge on the forehead).
 *
 * @param width of both pictures, pixels
 * @param height of both pictures, pixels
 * @param behind premultiplied ARGB, row by row
 * @param before premultiplied ARGB, row by row
 */
record PersonSprite(int width, int height, int[] behind, int[] before) {

  private static final Shape FRINGE_OPENING = BodyShape.ellipse(0.5, 0.62, 0.415, 0.62);
  private static final int STRANDS = 22;
  private static final double PARTING = 0.42;
  private static final Shape HIGH_OPENING = BodyShape.ellipse(0.5, 0.56, 0.44, 0.66);

  /**
   * Draws a person.
   *
   * @param faceSize width and height of the face's box, pixels
   * @param height from the sprite's top to the lowest row ever seen, pixels
   */
  static PersonSprite draw(Appearance look, int faceSize, int height) {
    int width = (int) Math.ceil((BodyShape.RIGHT - BodyShape.LEFT) * faceSize);
    BufferedImage behind = picture(width, height);
    BufferedImage before = picture(width, height);
    Graphics2D back = brush(behind, faceSize);
    drawBehind(look, back);
    back.dispose();
    Graphics2D front = brush(before, faceSize);
    drawBefore(look, front);
    front.dispose();
    int softness = Math.max(1, faceSize / 140);
    return new PersonSprite(width, height, soft(behind, softness), soft(before, softness));
  }

  private static BufferedImage picture(int width, int height) {
    return new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
  }

  private static Graphics2D brush(BufferedImage image, int faceSize) {
    Graphics2D brush = Paint.on(image);
    brush.scale(faceSize, faceSize);
    brush.translate(-BodyShape.LEFT, -BodyShape.TOP);
    return brush;
  }

  /** Soft like the face, and like what a lens draws. */
  private static int[] soft(BufferedImage image, int radius) {
    int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    Paint.blur(pixels, image.getWidth(), image.getHeight(), radius);
    return pixels;
  }

  private static void drawBehind(Appearance look, Graphics2D g) {
    drawBackHair(look, g);
    drawTorso(look.shirt(), g);
    Color shade = Paint.scaled(look.skin(), 0.72);
    g.setPaint(new GradientPaint(0, 0.95f, shade, 0, 1.3f, Paint.scaled(look.skin(), 0.92)));
    Area neck = new Area(BodyShape.NECK);
    neck.intersect(new Area(BodyShape.ellipse(0.5, 0.9, 0.4, 0.42)));
    g.fill(neck);
    g.setPaint(Paint.scaled(look.skin(), 0.8));
    g.fill(BodyShape.ellipse(0.055, 0.5, 0.055, 0.13));
    g.fill(BodyShape.ellipse(0.945, 0.5, 0.055, 0.13));
    g.setPaint(
        new RadialGradientPaint(
            0.5f,
            0.42f,
            0.66f,
            new float[] {0.3f, 0.75f, 1},
            new Color[] {
              look.skin(), Paint.scaled(look.skin(), 0.84), Paint.scaled(look.skin(), 0.66)
            }));
    g.fill(BodyShape.HEAD);
  }

  private static void drawBackHair(Appearance look, Graphics2D g) {
    g.setPaint(
        new GradientPaint(
            0, -0.3f, Paint.scaled(look.hair(), 1.15), 0, 1.3f, Paint.scaled(look.hair(), 0.7)));
    if (look.hairStyle() == HairStyle.LONG) {
      Area hair = new Area(BodyShape.HAIR);
      hair.add(new Area(BodyShape.ellipse(0.5, 0.85, 0.54, 0.75)));
      g.fill(hair);
    } else if (look.hairStyle() == HairStyle.BOB) {
      Area hair = new Area(BodyShape.HAIR);
      hair.add(new Area(BodyShape.ellipse(0.5, 0.55, 0.55, 0.52)));
      g.fill(hair);
    } else {
      g.fill(BodyShape.ellipse(0.5, 0.32, 0.475, 0.57));
    }
  }

  private static void drawTorso(Color shirt, Graphics2D g) {
    g.setPaint(
        new GradientPaint(-0.6f, 0, Paint.scaled(shirt, 1.12), 1.7f, 0, Paint.scaled(shirt, 0.72)));
    g.fill(BodyShape.TORSO);
    drawArms(shirt, g);
    g.setPaint(Paint.scaled(shirt, 0.86));
    Area collar = new Area(BodyShape.ellipse(0.5, 1.18, 0.33, 0.2));
    collar.subtract(new Area(BodyShape.ellipse(0.5, 1.13, 0.28, 0.17)));
    collar.intersect(new Area(BodyShape.TORSO));
    g.fill(collar);
  }

  private static void drawArms(Color shirt, Graphics2D g) {
    g.setPaint(Paint.withAlpha(Paint.scaled(shirt, 0.6), 0.5));
    g.setStroke(new BasicStroke(0.035f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.draw(new QuadCurve2D.Double(-0.2, 1.95, -0.28, 2.4, -0.26, 6));
    g.draw(new QuadCurve2D.Double(1.2, 1.95, 1.28, 2.4, 1.26, 6));
  }

  /** Strands from the parting down, lighter and darker by turns. */
  private static void drawStrands(Color hair, Area within, Graphics2D g) {
    Shape clip = g.getClip();
    g.clip(within);
    g.setStroke(new BasicStroke(0.022f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    for (int strand = 0; strand <= STRANDS; strand++) {
      double x = strand / (double) STRANDS * 1.2 - 0.1;
      double light = strand % 2 == 0 ? 1.45 : 0.6;
      g.setPaint(Paint.withAlpha(Paint.scaled(hair, light), 0.35));
      g.draw(new QuadCurve2D.Double(PARTING, -0.27, x, -0.2, 1.25 * x - 0.125, 0.7));
    }
    g.setClip(clip);
  }

  private static void drawBefore(Appearance look, Graphics2D g) {
    boolean thin = look.hairStyle() == HairStyle.THIN;
    Area hair = new Area(thin ? BodyShape.ellipse(0.5, 0.34, 0.46, 0.57) : BodyShape.HAIR);
    hair.subtract(new Area(thin ? HIGH_OPENING : FRINGE_OPENING));
    boolean falls = look.hairStyle() == HairStyle.LONG || look.hairStyle() == HairStyle.BOB;
    double lowest = falls ? 0.9 : 0.42;
    hair.intersect(new Area(new Rectangle2D.Double(-1, -1, 3, 1 + lowest)));
    g.setPaint(
        new GradientPaint(
            0.2f,
            -0.25f,
            Paint.scaled(look.hair(), 1.3),
            0.6f,
            0.5f,
            Paint.scaled(look.hair(), 0.85)));
    g.fill(hair);
    drawStrands(look.hair(), hair, g);
  }
}
