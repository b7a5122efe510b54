package io.moodline.app.evaluate.pipeline;

import io.moodline.classifier.model.FaceCrop;
import io.moodline.detector.DetectedFace;
import io.moodline.detector.DetectorConfig;
import io.moodline.detector.FaceFinder;
import io.moodline.detector.FaceFinders;
import io.moodline.detector.FoundFaces;
import io.moodline.detector.UndecodableImageException;
import io.moodline.detector.geometry.CropGeometry;
import io.moodline.detector.opencv.OpenCvFaceFinders;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the detector cut out of frames.
 *
 * @param detector which kind ran
 * @param crops by the index of the face that they show
 * @param spurious how many faces were found where none was placed
 */
record FoundCrops(String detector, Map<Integer, FaceCrop> crops, int spurious) {

  /**
   * Looks through all frames.
   *
   * @throws IllegalArgumentException when the detector cannot be opened
   */
  static FoundCrops in(Frames frames, DetectorConfig config) {
    FaceFinders finders = OpenCvFaceFinders.of(config);
    Map<Integer, FaceCrop> crops = new TreeMap<>();
    int spurious = 0;
    try (FaceFinder finder = finders.open()) {
      for (int i = 0; i < frames.count(); i++) {
        Frames.Frame frame = frames.frame(i);
        FoundFaces found = find(finder, frame.jpeg());
        int before = crops.size();
        match(frame, found, config.cropGeometry(), crops);
        spurious += found.faces().size() - (crops.size() - before);
      }
    }
    return new FoundCrops(finders.detector(), crops, spurious);
  }

  private static FoundFaces find(FaceFinder finder, byte[] jpeg) {
    try {
      return finder.find(jpeg);
    } catch (UndecodableImageException e) {
      throw new IllegalStateException("a JPEG made here cannot be decoded", e);
    }
  }

  /** Gives each placed face the nearest found one that fits and is not taken yet. */
  private static void match(
      Frames.Frame frame, FoundFaces found, CropGeometry size, Map<Integer, FaceCrop> crops) {
    Set<DetectedFace> taken = new HashSet<>();
    for (Placement place : frame.placements()) {
      Optional<DetectedFace> best =
          found.faces().stream()
              .filter(face -> !taken.contains(face) && place.isFoundBy(face.box()))
              .min(Comparator.comparingDouble(face -> place.distance(face.box())));
      best.ifPresent(
          face -> {
            taken.add(face);
            crops.put(
                place.face(),
                new FaceCrop(size.width(), size.height(), size.channels(), face.crop()));
          });
    }
  }
}
