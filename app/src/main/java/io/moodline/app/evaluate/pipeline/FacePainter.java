package io.moodline.app.evaluate.pipeline;

import io.moodline.trainer.dataset.LabelledFace;
import io.moodline.trainer.dataset.Sample;
import io.moodline.trainer.evaluation.GrayImage;
import java.awt.image.BufferedImage;

/**
 * Puts a labelled picture into a frame, enlarged. FER-2013's pictures end at forehead and chin,
 * which detectors need to see around: what lies beyond the picture continues its border and fades
 * softly into the frame, in the shape of a rounded square.
 */
final class FacePainter {

  /** How far the fading reaches, as a multiple of the picture's side. */
  static final double REACH = 1.5;

  /** The roundness of the fading: 2 would be a circle, more is squarer. */
  private static final double ROUNDNESS = 6;

  /** Within this, corners included, the frame shows the picture alone. */
  private static final double SOLID = 1.13;

  private FacePainter() {}

  static void paint(BufferedImage frame, LabelledFace face, Placement place) {
    GrayImage picture = GrayImage.of(Sample.SIZE, Sample.SIZE, face.pixels());
    double margin = (REACH - 1) / 2 * place.side();
    int fromX = (int) Math.max(0, place.left() - margin);
    int toX = (int) Math.min(frame.getWidth(), place.left() + place.side() + margin + 1);
    int fromY = (int) Math.max(0, place.top() - margin);
    int toY = (int) Math.min(frame.getHeight(), place.top() + place.side() + margin + 1);
    for (int y = fromY; y < toY; y++) {
      for (int x = fromX; x < toX; x++) {
        double u = (x + 0.5 - place.left()) / place.side();
        double v = (y + 0.5 - place.top()) / place.side();
        double level = picture.at(u * Sample.SIZE - 0.5, v * Sample.SIZE - 0.5);
        frame.setRGB(x, y, blend(frame.getRGB(x, y), level, opacity(u, v)));
      }
    }
  }

  /** 1 within the picture, 0 where the fading ends; u and v are 0 to 1 within the picture. */
  private static double opacity(double u, double v) {
    double across = Math.pow(Math.abs(2 * u - 1), ROUNDNESS);
    double down = Math.pow(Math.abs(2 * v - 1), ROUNDNESS);
    double distance = Math.pow(across + down, 1 / ROUNDNESS);
    double share = Math.max(0, Math.min(1, (REACH - distance) / (REACH - SOLID)));
    return share * share * (3 - 2 * share);
  }

  private static int blend(int rgb, double level, double opacity) {
    int red = mix(rgb >> 16 & 0xFF, level, opacity);
    int green = mix(rgb >> 8 & 0xFF, level, opacity);
    int blue = mix(rgb & 0xFF, level, opacity);
    return red << 16 | green << 8 | blue;
  }

  private static int mix(int from, double to, double share) {
    return (int) Math.round(from + (to - from) * share);
  }
}
