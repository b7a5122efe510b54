package io.moodline.app.evaluate.pipeline;

import io.moodline.trainer.dataset.LabelledFace;
import io.moodline.trainer.evaluation.JpegLoss;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Made-up frames that show each labelled face once, always the same for the same faces. Faces lie
 * in the cells of a grid, each anywhere within its cell, and do not touch each other.
 */
final class Frames {

  static final int WIDTH = 1280;
  static final int HEIGHT = 720;

  /** Largest side of a face, pixels: with what fades around it fills a cell. */
  static final int LARGEST = 160;

  private static final int COLUMNS = 5;
  private static final int ROWS = 3;
  private static final int CELLS = COLUMNS * ROWS;
  private static final double CELL_WIDTH = (double) WIDTH / COLUMNS;
  private static final double CELL_HEIGHT = (double) HEIGHT / ROWS;

  /** What the ingest uses by default. */
  private static final int JPEG_QUALITY = 85;

  private static final long SEED = 20130713;

  private final List<LabelledFace> faces;
  private final int smallest;
  private final int largest;

  /**
   * @param smallest least side of a face, pixels of the frame
   * @param largest most, up to {@link #LARGEST}
   */
  Frames(List<LabelledFace> faces, int smallest, int largest) {
    this.faces = faces;
    this.smallest = smallest;
    this.largest = largest;
  }

  /**
   * One frame.
   *
   * @param image what a camera would give
   * @param placements where the labelled faces lie in it
   */
  record Frame(BufferedImage image, List<Placement> placements) {

    /** The picture as the ingest passes it on. */
    byte[] jpeg() {
      return JpegLoss.encode(image, JPEG_QUALITY);
    }
  }

  /** How many frames it takes to show all faces. */
  int count() {
    return (faces.size() + CELLS - 1) / CELLS;
  }

  /** A frame, from 0; made anew at each call. */
  Frame frame(int number) {
    SplittableRandom random = new SplittableRandom(SEED + number);
    BufferedImage image = Background.paint(WIDTH, HEIGHT, random);
    List<Placement> placements = new ArrayList<>();
    int first = number * CELLS;
    for (int face = first; face < Math.min(faces.size(), first + CELLS); face++) {
      Placement place = place(face, face - first, random);
      FacePainter.paint(image, faces.get(face), place);
      placements.add(place);
    }
    return new Frame(image, placements);
  }

  private Placement place(int face, int cell, SplittableRandom random) {
    double side = smallest + random.nextDouble() * (largest - smallest);
    double spaceX = Math.max(0, CELL_WIDTH - FacePainter.REACH * side);
    double spaceY = Math.max(0, CELL_HEIGHT - FacePainter.REACH * side);
    double margin = (FacePainter.REACH - 1) / 2 * side;
    return new Placement(
        face,
        cell % COLUMNS * CELL_WIDTH + margin + random.nextDouble() * spaceX,
        cell / COLUMNS * CELL_HEIGHT + margin + random.nextDouble() * spaceY,
        side);
  }
}
