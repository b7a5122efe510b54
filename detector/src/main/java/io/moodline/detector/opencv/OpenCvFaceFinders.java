package io.moodline.detector.opencv;

import static org.bytedeco.opencv.global.opencv_core.setNumThreads;

import io.moodline.detector.DetectorConfig;
import io.moodline.detector.FaceFinder;
import io.moodline.detector.FaceFinders;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes face finders as the configuration says. */
public final class OpenCvFaceFinders {

  private static final String HAAR = "haar";
  private static final String YUNET = "yunet";

  private OpenCvFaceFinders() {}

  /**
   * Chooses the detector and opens it once, so that a wrong file is found out now.
   *
   * @throws IllegalArgumentException when the detector cannot be loaded, naming its file
   */
  public static FaceFinders of(DetectorConfig config) {
    // The stages share the cores by threads of their own; OpenCV's would only get in their way.
    setNumThreads(1);
    Optional<Path> yunet = config.yunetModel();
    Supplier<FaceFinder> opener =
        () -> yunet.map(model -> yunetFinder(config, model)).orElseGet(() -> haarFinder(config));
    opener.get().close();
    return new FaceFinders(yunet.isPresent() ? YUNET : HAAR, opener);
  }

  private static FaceFinder yunetFinder(DetectorConfig config, Path model) {
    int looks = config.secondLooks();
    Refiner refiner =
        looks == 0
            ? Refiner.none()
            : new SecondLook(new YuNetDetector(model, SecondLook.SIDE, SecondLook.MIN_SCORE));
    return finder(config, refiner, looks);
  }

  private static FaceFinder haarFinder(DetectorConfig config) {
    Refiner refiner = config.haarEyes() ? new EyeFinder() : Refiner.none();
    return finder(config, refiner, config.maxFaces());
  }

  /** The configured detector by itself, which the caller closes. */
  static FaceDetector detector(DetectorConfig config) {
    Optional<Path> model = config.yunetModel();
    if (model.isPresent()) {
      return new YuNetDetector(model.get(), config.inputWidth(), config.minScore());
    }
    return new HaarDetector(
        new HaarDetector.Settings(
            config.inputWidth(),
            config.minFace(),
            config.haarMinNeighbors(),
            config.haarProfile()));
  }

  private static FaceFinder finder(DetectorConfig config, Refiner refiner, int maxRefined) {
    return new OpenCvFaceFinder(
        new JpegDecoder(config.maxPixels()),
        detector(config),
        refiner,
        new FaceCutter(config.cropGeometry()),
        config.qualityLimits(),
        new OpenCvFaceFinder.Acceptance(config.minFace(), config.maxFaces(), maxRefined));
  }
}
