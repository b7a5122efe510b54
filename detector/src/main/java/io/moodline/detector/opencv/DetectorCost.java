package io.moodline.detector.opencv;

import io.moodline.detector.DetectorConfig;
import io.moodline.detector.FaceFinder;
import io.moodline.detector.UndecodableImageException;
import java.lang.management.ManagementFactory;
import java.util.function.IntSupplier;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Measures what faces cost, against OpenCV's bare calls on the same picture. It counts the calling
 * thread's processor time, so that a busy machine does not show. One thread uses it; it holds
 * native memory until it is closed.
 */
public final class DetectorCost implements AutoCloseable {

  private final String name;
  private final JpegDecoder decoder;
  private final BareDetector bare;
  private final FaceDetector detector;
  private final FaceFinder finder;

  /**
   * @throws IllegalArgumentException when the configured detector cannot be loaded
   */
  public DetectorCost(DetectorConfig config) {
    this.name = OpenCvFaceFinders.of(config).detector();
    this.decoder = new JpegDecoder(config.maxPixels());
    this.bare = BareDetector.of(config);
    this.detector = OpenCvFaceFinders.detector(config);
    this.finder = OpenCvFaceFinders.of(config).open();
  }

  /**
   * What one picture took, nanoseconds of processor time.
   *
   * @param decode decoding of the JPEG
   * @param bare OpenCV's calls alone: scaling, conversion to gray where the detector needs it,
   *     detection
   * @param detect the same by the service's detector
   * @param find all that the service does: decoding, detection, second looks, crops, quality
   * @param faces how many were found
   */
  public record Sample(long decode, long bare, long detect, long find, int faces) {}

  /** Which detector runs: haar or yunet. */
  public String detector() {
    return name;
  }

  /**
   * Takes a picture through all steps: twice through detection, with either detector first, since
   * whoever comes first reads a picture that was just decoded, and pays for it.
   */
  public Sample measure(byte[] jpeg) throws UndecodableImageException {
    Turn one = turn(jpeg, true);
    Turn other = turn(jpeg, false);
    long start = cpuNanos();
    int faces = finder.find(jpeg).faces().size();
    long find = cpuNanos() - start;
    return new Sample(
        (one.decode + other.decode) / 2,
        (one.bare + other.bare) / 2,
        (one.detect + other.detect) / 2,
        find,
        faces);
  }

  private record Turn(long decode, long bare, long detect) {}

  private Turn turn(byte[] jpeg, boolean bareFirst) throws UndecodableImageException {
    long start = cpuNanos();
    try (Mat bgr = decoder.decode(jpeg)) {
      long decode = cpuNanos() - start;
      long first = nanos(() -> bareFirst ? bare.count(bgr) : detector.detect(bgr).size());
      long second = nanos(() -> bareFirst ? detector.detect(bgr).size() : bare.count(bgr));
      return new Turn(decode, bareFirst ? first : second, bareFirst ? second : first);
    }
  }

  private static long nanos(IntSupplier step) {
    long start = cpuNanos();
    int found = step.getAsInt();
    long nanos = cpuNanos() - start;
    if (found < 0) {
      throw new IllegalStateException("a detector found " + found + " faces");
    }
    return nanos;
  }

  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  @Override
  public void close() {
    finder.close();
    detector.close();
    bare.close();
  }
}
