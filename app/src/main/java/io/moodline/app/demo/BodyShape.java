package io.moodline.app.demo;

import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;

/**
 * The outlines of a person, in units of the face's box: (0, 0) is its upper left corner, (1, 1) its
 * lower right. Everyone has these outlines, give or take some hair; the picture and the truth about
 * who hides whom both come from here.
 */
final class BodyShape {

  static final double LEFT = -0.75;
  static final double RIGHT = 1.75;
  static final double TOP = -0.4;

  /** How far down the body goes: below the lower edge of every frame. */
  private static final double FEET = 12;

  static final Shape HEAD = ellipse(0.5, 0.45, 0.435, 0.62);
  static final Shape NECK = new RoundRectangle2D.Double(0.27, 0.8, 0.46, 0.75, 0.2, 0.2);
  static final Shape TORSO = torso();
  static final Shape HAIR = ellipse(0.5, 0.36, 0.49, 0.62);

  private static final Shape ALL = all();

  private BodyShape() {}

  static Shape ellipse(double x, double y, double radiusX, double radiusY) {
    return new Ellipse2D.Double(x - radiusX, y - radiusY, 2 * radiusX, 2 * radiusY);
  }

  private static Shape torso() {
    Path2D path = new Path2D.Double();
    path.moveTo(0.22, 1.14);
    path.curveTo(0.05, 1.26, -0.32, 1.26, -0.46, 1.52);
    path.curveTo(-0.56, 1.8, -0.58, 2.4, -0.6, 3.2);
    path.lineTo(-0.6, FEET);
    path.lineTo(1.6, FEET);
    path.lineTo(1.6, 3.2);
    path.curveTo(1.58, 2.4, 1.56, 1.8, 1.46, 1.52);
    path.curveTo(1.32, 1.26, 0.95, 1.26, 0.78, 1.14);
    path.curveTo(0.66, 1.3, 0.34, 1.3, 0.22, 1.14);
    path.closePath();
    return path;
  }

  private static Shape all() {
    Area all = new Area(HEAD);
    all.add(new Area(NECK));
    all.add(new Area(TORSO));
    all.add(new Area(HAIR));
    return all;
  }

  /** True when a person covers this point, given in units of the person's face box. */
  static boolean covers(double x, double y) {
    return x > LEFT && x < RIGHT && y > TOP && ALL.contains(x, y);
  }
}
