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
        () -> finder(config, yunet.isPresent() ? yunet(config, yunet.get()) : haar(config));
    opener.get().close();
    return new FaceFinders(yunet.isPresent() ? YUNET : HAAR, opener);
  }

  private static FaceFinder finder(DetectorConfig config, FaceDetector detector) {
    return new OpenCvFaceFinder(
        new JpegDecoder(config.maxPixels()),
        detector,
        new FaceCutter(config.cropGeometry()),
        config.qualityLimits(),
        new OpenCvFaceFinder.Acceptance(config.minFace(), config.maxFaces()));
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
            config.haarProfile(),
            config.haarEyes()));
  }
}
