package io.moodline.detector.opencv;

import static org.bytedeco.opencv.global.opencv_core.setNumThreads;

import io.moodline.detector.DetectorChoice;
import io.moodline.detector.DetectorConfig;
import io.moodline.detector.FaceFinder;
import io.moodline.detector.FaceFinders;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes face finders as the configuration says. */
public final class OpenCvFaceFinders {

  private static final Logger LOG = LoggerFactory.getLogger(OpenCvFaceFinders.class);

  private OpenCvFaceFinders() {}

  /**
   * Chooses the standard detector and opens it once, so that a wrong file is found out now. The
   * other one is there for cameras that ask for it.
   *
   * @throws IllegalArgumentException when the standard detector cannot be loaded, naming its file
   */
  public static FaceFinders of(DetectorConfig config) {
    // The stages share the cores by threads of their own; OpenCV's would only get in their way.
    setNumThreads(1);
    DetectorChoice choice = config.choice();
    choice.refused().forEach(file -> LOG.warn("not loaded: {}", file));
    Map<String, Supplier<FaceFinder>> openers = new HashMap<>();
    openers.put(DetectorChoice.HAAR, () -> haarFinder(config));
    config
        .choice(DetectorChoice.AUTO)
        .yunet()
        .ifPresent(file -> openers.put(DetectorChoice.YUNET, () -> yunetFinder(config, file)));
    FaceFinders finders = new FaceFinders(choice.detector(), openers);
    finders.open().close();
    return finders;
  }

  private static FaceFinder yunetFinder(DetectorConfig config, Path model) {
    int looks = config.secondLooks();
    Refiner refiner =
        looks == 0
            ? Refiner.none()
            : new SecondLook(new YuNetDetector(model, SecondLook.SIDE, SecondLook.MIN_SCORE));
    return finder(config, yunet(config, model), refiner, looks);
  }

  private static FaceFinder haarFinder(DetectorConfig config) {
    Refiner refiner = config.haarEyes() ? new EyeFinder() : Refiner.none();
    return finder(config, haar(config), refiner, config.maxFaces());
  }

  /** The standard detector by itself, which the caller closes. */
  static FaceDetector detector(DetectorConfig config) {
    Optional<Path> model = config.yunetModel();
    return model.isPresent() ? yunet(config, model.get()) : haar(config);
  }

  private static FaceDetector yunet(DetectorConfig config, Path model) {
    return new YuNetDetector(model, config.inputWidth(), config.minScore());
  }

  private static FaceDetector haar(DetectorConfig config) {
    return new HaarDetector(
        new HaarDetector.Settings(
            config.inputWidth(),
            config.minFace(),
            config.haarMinNeighbors(),
            config.haarProfile()));
  }

  private static FaceFinder finder(
      DetectorConfig config, FaceDetector detector, Refiner refiner, int maxRefined) {
    return new OpenCvFaceFinder(
        new JpegDecoder(config.maxPixels()),
        detector,
        refiner,
        new FaceCutter(config.cropGeometry()),
        config.qualityLimits(),
        new OpenCvFaceFinder.Acceptance(config.minFace(), config.maxFaces(), maxRefined));
  }
}
