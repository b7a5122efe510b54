package io.moodline.app.bench;

import io.moodline.detector.DetectorConfig;
import io.moodline.detector.UndecodableImageException;
import io.moodline.detector.opencv.DetectorCost;
import io.moodline.detector.opencv.DetectorCost.Sample;
import io.moodline.trainer.evaluation.JpegLoss;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Measures what a frame costs by its size and the number of faces, on one thread, against OpenCV's
 * bare calls; the two take turns on the same pictures, so that their ratio holds on whatever
 * machine it is run.
 */
public final class DetectorBench {

  private static final int[][] SIZES = {{640, 360}, {1280, 720}, {1920, 1080}};
  private static final int[] FACES = {1, 4, 16};

  /** What the ingest uses by default. */
  private static final int JPEG_QUALITY = 85;

  private static final int WARM_UP = 3;
  private static final double NANOS_PER_MS = 1e6;

  private final PrintWriter out;
  private final int rounds;

  /**
   * @param out for the table
   * @param rounds how often each picture is measured, 1 or more
   */
  public DetectorBench(PrintWriter out, int rounds) {
    this.out = out;
    this.rounds = rounds;
  }

  /**
   * Measures one detector and prints medians.
   *
   * @throws IOException when the demo's faces are not in this build
   * @throws IllegalArgumentException when the configured detector cannot be loaded
   */
  public void run(DetectorConfig config) throws IOException {
    FaceGrid grid = FaceGrid.draw();
    try (DetectorCost cost = new DetectorCost(config)) {
      say(
          "%s, one thread, medians of %d, milliseconds of processor time a frame",
          cost.detector(), rounds);
      say(
          "%-10s %5s %6s %8s %8s %8s %9s %8s",
          "frame", "faces", "found", "decode", "bare", "detect", "wrapping", "find");
      for (int[] size : SIZES) {
        for (int faces : FACES) {
          byte[] jpeg = JpegLoss.encode(grid.frame(size[0], size[1], faces), JPEG_QUALITY);
          row(size, faces, samples(cost, jpeg));
        }
      }
    }
  }

  private List<Sample> samples(DetectorCost cost, byte[] jpeg) {
    List<Sample> samples = new ArrayList<>();
    try {
      for (int i = 0; i < WARM_UP + rounds; i++) {
        Sample sample = cost.measure(jpeg);
        if (i >= WARM_UP) {
          samples.add(sample);
        }
      }
    } catch (UndecodableImageException e) {
      throw new IllegalStateException("a JPEG made here cannot be decoded", e);
    }
    return samples;
  }

  private void row(int[] size, int faces, List<Sample> samples) {
    say(
        "%-10s %5d %6d %8.2f %8.2f %8.2f %8.1f%% %8.2f",
        size[0] + "x" + size[1],
        faces,
        samples.get(0).faces(),
        median(samples, Sample::decode) / NANOS_PER_MS,
        median(samples, Sample::bare) / NANOS_PER_MS,
        median(samples, Sample::detect) / NANOS_PER_MS,
        100 * median(samples, s -> (double) (s.detect() - s.bare()) / s.bare()),
        median(samples, Sample::find) / NANOS_PER_MS);
  }

  /** The middle value, or the mean of the two in the middle. */
  static <T> double median(List<T> all, ToDoubleFunction<T> of) {
    double[] sorted = all.stream().mapToDouble(of).sorted().toArray();
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  private void say(String format, Object... arguments) {
    out.println(String.format(Locale.ROOT, format, arguments));
    out.flush();
  }
}
