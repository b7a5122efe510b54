package io.moodline.app.bench;

import io.moodline.app.demo.DemoFaces;
import io.moodline.app.demo.DemoOptions;
import io.moodline.app.demo.DemoRenderer;
import io.moodline.app.demo.DemoScene;
import io.moodline.app.demo.TruthFace;
import io.moodline.trainer.facebasis.FaceBasis;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Frames that show a given number of the demo's people, in a grid. */
final class FaceGrid {

  private static final int PEOPLE = 4;
  private static final long STEP_MS = 500;
  private static final long END_MS = 120_000;

  /** What is cut out around a face's box, as a multiple of it. */
  private static final double ROOM = 1.6;

  /** Height of what is cut out, as a share of the frame's height over the rows of the grid. */
  private static final double FILLED = 0.9;

  /** No face is larger than in a frame with this many rows. */
  private static final int LEAST_ROWS = 3;

  private final List<BufferedImage> heads;

  private FaceGrid(List<BufferedImage> heads) {
    this.heads = heads;
  }

  /**
   * Draws the people once.
   *
   * @throws IOException when the demo's faces are not in this build
   */
  static FaceGrid draw() throws IOException {
    FaceBasis basis = DemoFaces.load();
    List<BufferedImage> heads = new ArrayList<>();
    for (int seed = 1; heads.size() < PEOPLE; seed++) {
      head(basis, seed).ifPresent(heads::add);
    }
    return new FaceGrid(heads);
  }

  private static Optional<BufferedImage> head(FaceBasis basis, int seed) {
    DemoOptions options = new DemoOptions(1, seed, 0, false, 1280, 720, 15);
    DemoScene scene = new DemoScene(options);
    for (long ms = 0; ms < END_MS; ms += STEP_MS) {
      for (TruthFace face : scene.truthAt(ms)) {
        int side = (int) Math.round(ROOM * (face.y2() - face.y1()));
        int x = (face.x1() + face.x2() - side) / 2;
        int y = (face.y1() + face.y2() - side) / 2;
        if (face.clear() && x >= 0 && y >= 0 && x + side <= 1280 && y + side <= 720) {
          byte[] bgr = new DemoRenderer(scene, basis).render(ms);
          return Optional.of(image(bgr, 1280, 720).getSubimage(x, y, side, side));
        }
      }
    }
    return Optional.empty();
  }

  private static BufferedImage image(byte[] bgr, int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < width * height; i++) {
      int rgb = (bgr[3 * i + 2] & 0xFF) << 16 | (bgr[3 * i + 1] & 0xFF) << 8 | bgr[3 * i] & 0xFF;
      image.setRGB(i % width, i / width, rgb);
    }
    return image;
  }

  /**
   * One frame.
   *
   * @param faces how many it shows
   */
  BufferedImage frame(int width, int height, int faces) {
    BufferedImage frame = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = frame.createGraphics();
    try {
      pen.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
      pen.setPaint(
          new GradientPaint(0, 0, new Color(150, 146, 140), width, height, new Color(96, 94, 98)));
      pen.fillRect(0, 0, width, height);
      int columns = (int) Math.ceil(Math.sqrt(faces));
      int rows = (faces + columns - 1) / columns;
      int side = (int) (FILLED * height / Math.max(LEAST_ROWS, rows));
      for (int i = 0; i < faces; i++) {
        int x = (2 * (i % columns) + 1) * width / (2 * columns) - side / 2;
        int y = (2 * (i / columns) + 1) * height / (2 * rows) - side / 2;
        pen.drawImage(heads.get(i % heads.size()), x, y, side, side, null);
      }
    } finally {
      pen.dispose();
    }
    return frame;
  }
}
