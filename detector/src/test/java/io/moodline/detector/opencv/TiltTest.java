package io.moodline.detector.opencv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.moodline.detector.DetectedFace;
import io.moodline.detector.DetectorConfig;
import io.moodline.detector.FaceFinder;
import io.moodline.detector.FoundFaces;
import io.moodline.detector.geometry.Point;
import io.moodline.detector.geometry.Similarity;
import io.moodline.testing.SharedData;
import java.util.List;
import java.util.Map;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A man who holds his head upright, in a frame turned by known angles. */
class TiltTest {

  private static final int WIDTH = 640;
  private static final int HEIGHT = 360;

  /** Of his face in the frame, about as wide as those of people near a door. */
  private static final double FACE = 90;

  private static DetectedFace find(double degrees, Map<String, String> settings) {
    try (Mat turned = turned(degrees);
        FaceFinder finder = OpenCvFaceFinders.of(new DetectorConfig(settings)).open()) {
      return only(finder.findBgr(turned.createBuffer(), WIDTH, HEIGHT));
    }
  }

  /** His face in the middle of a frame. */
  private static Mat turned(double degrees) {
    String photo = SharedData.get("photo/azure_detection2.jpg").toString();
    Map<String, String> haar = Map.of(DetectorConfig.KIND, "haar");
    try (Mat bgr = opencv_imgcodecs.imread(photo);
        Warper warper = new Warper(WIDTH, HEIGHT);
        FaceFinder finder = OpenCvFaceFinders.of(new DetectorConfig(haar)).open()) {
      DetectedFace plain = only(finder.findBgr(bgr.createBuffer(), bgr.cols(), bgr.rows()));
      return warper.warp(bgr, toFrame(plain, degrees)).clone();
    }
  }

  private static DetectedFace only(FoundFaces found) {
    assertThat(found.faces()).hasSize(1);
    return found.faces().get(0);
  }

  private static Similarity toFrame(DetectedFace face, double degrees) {
    Point middle = new Point(face.box().centerX(), face.box().centerY());
    double scale = FACE / face.box().width();
    Similarity turn = Similarity.turn(degrees, middle).scaled(scale);
    return new Similarity(
        turn.a(),
        turn.b(),
        turn.tx() - scale * middle.x() + WIDTH / 2.0,
        turn.ty() - scale * middle.y() + HEIGHT / 2.0);
  }

  private static Map<String, String> yunet(String secondLooks) {
    return Map.of(
        DetectorConfig.KIND,
        "yunet",
        DetectorConfig.MODELS_DIR,
        SharedData.get("models").toString(),
        DetectorConfig.SECOND_LOOKS,
        secondLooks);
  }

  private static double roll(DetectedFace face) {
    return face.quality().pose().rollDegrees().orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-30, -20, -10, 0, 10, 20, 30})
  void aSecondLookSeesHowFarAFaceLeans(double degrees) {
    DetectedFace face = find(degrees, yunet("16"));

    assertThat(roll(face)).isCloseTo(degrees, within(7.0));
    // What the crop is turned by is the landmarks' line: they must lean as the pose says.
    List<Point> landmarks = face.landmarks();
    Point eyes = landmarks.get(1).minus(landmarks.get(0));
    assertThat(Math.toDegrees(Math.atan2(eyes.y(), eyes.x()))).isCloseTo(roll(face), within(6.0));
    assertThat(face.quality().pose().yawDegrees().orElseThrow()).isBetween(-20.0, 20.0);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-30, 30})
  void withoutItThirtyDegreesAreNotSeen(double degrees) {
    assertThat(Math.abs(roll(find(degrees, yunet("0"))))).isLessThan(15);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-10, 0, 10})
  void eyesShowHowACascadesFaceLeans(double degrees) {
    DetectedFace face =
        find(degrees, Map.of(DetectorConfig.KIND, "haar", DetectorConfig.HAAR_EYES, "true"));

    assertThat(roll(face)).isCloseTo(degrees, within(8.0));
    assertThat(face.landmarks()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-10, 10})
  void withoutEyesNothingIsKnown(double degrees) {
    DetectedFace face = find(degrees, Map.of(DetectorConfig.KIND, "haar"));

    assertThat(face.quality().pose().rollDegrees()).isEmpty();
  }
}
