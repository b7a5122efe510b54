package io.moodline.detector.opencv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moodline.detector.DetectedFace;
import io.moodline.detector.DetectorConfig;
import io.moodline.detector.FaceFinder;
import io.moodline.detector.FoundFaces;
import io.moodline.detector.Jpegs;
import io.moodline.detector.UndecodableImageException;
import io.moodline.testing.SharedData;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaceFinderTest {

  private static FaceFinder open(String kind, String... more) {
    Map<String, String> settings = new HashMap<>();
    settings.put(DetectorConfig.KIND, kind);
    if (kind.equals("yunet")) {
      settings.put(DetectorConfig.MODELS_DIR, SharedData.get("models").toString());
    }
    for (int i = 0; i < more.length; i += 2) {
      settings.put(more[i], more[i + 1]);
    }
    return OpenCvFaceFinders.of(new DetectorConfig(settings)).open();
  }

  private static byte[] photo(String name) throws Exception {
    return Files.readAllBytes(SharedData.get("photo/" + name));
  }

  @ParameterizedTest
  @CsvSource({
    "haar, azure_detection1.jpg, 1",
    "haar, azure_detection5.jpg, 3",
    "yunet, azure_detection1.jpg, 1",
    "yunet, azure_detection5.jpg, 3",
    "yunet, azure_detection6.jpg, 2",
    "yunet, azure_identification1.jpg, 4"
  })
  void findsThePeopleOfAPhotograph(String kind, String photo, int people) throws Exception {
    try (FaceFinder finder = open(kind)) {
      FoundFaces found = finder.find(photo(photo));

      assertThat(found.faces()).hasSize(people);
      assertThat(found.faces()).allSatisfy(face -> isWhole(face, found, kind));
      assertThat(found.faces()).isSortedAccordingTo((a, b) -> Double.compare(b.score(), a.score()));
    }
  }

  private static void isWhole(DetectedFace face, FoundFaces found, String kind) {
    assertThat(face.box().x1()).isGreaterThanOrEqualTo(0);
    assertThat(face.box().y1()).isGreaterThanOrEqualTo(0);
    assertThat(face.box().x2()).isLessThanOrEqualTo(found.width());
    assertThat(face.box().y2()).isLessThanOrEqualTo(found.height());
    assertThat(face.score()).isBetween(0.0, 1.0);
    assertThat(face.crop()).hasSize(48 * 48);
    assertThat(face.landmarks()).hasSize(kind.equals("yunet") ? 5 : 0);
    assertThat(face.quality().flaw()).isEmpty();
    assertThat(face.quality().brightness()).isBetween(30.0, 230.0);
  }

  @Test
  void bothDetectorsMeanTheSameFace() throws Exception {
    try (FaceFinder haar = open("haar");
        FaceFinder yunet = open("yunet")) {
      byte[] jpeg = photo("azure_detection2.jpg");
      // He holds his head upright, so that alignment and box should cut out the same.
      DetectedFace one = haar.find(jpeg).faces().get(0);
      DetectedFace other = yunet.find(jpeg).faces().get(0);

      assertThat(one.box().iou(other.box())).isGreaterThan(0.5);
      assertThat(correlation(one.crop(), other.crop())).isGreaterThan(0.6);
    }
  }

  /** Of the gray levels of two pictures of one size, -1 to 1. */
  private static double correlation(byte[] a, byte[] b) {
    double n = a.length;
    double sa = 0;
    double sb = 0;
    double saa = 0;
    double sbb = 0;
    double sab = 0;
    for (int i = 0; i < a.length; i++) {
      double x = a[i] & 0xFF;
      double y = b[i] & 0xFF;
      sa += x;
      sb += y;
      saa += x * x;
      sbb += y * y;
      sab += x * y;
    }
    return (sab - sa * sb / n) / Math.sqrt((saa - sa * sa / n) * (sbb - sb * sb / n));
  }

  @ParameterizedTest
  @ValueSource(strings = {"haar", "yunet"})
  void aDecodedPictureGivesWhatTheJpegGives(String kind) throws Exception {
    byte[] jpeg = photo("azure_detection5.jpg");
    try (FaceFinder finder = open(kind);
        BytePointer bytes = new BytePointer(jpeg);
        Mat encoded = new Mat(1, jpeg.length, 0, bytes);
        Mat bgr = opencv_imgcodecs.imdecode(encoded, opencv_imgcodecs.IMREAD_COLOR)) {
      ByteBuffer pixels = bgr.createBuffer();

      FoundFaces decoded = finder.findBgr(pixels, bgr.cols(), bgr.rows());
      FoundFaces fromJpeg = finder.find(jpeg);

      assertThat(decoded.faces()).extracting(DetectedFace::box).hasSize(3);
      assertThat(decoded.faces())
          .extracting(DetectedFace::box)
          .isEqualTo(fromJpeg.faces().stream().map(DetectedFace::box).toList());
      assertThat(decoded.faces().get(0).crop()).isEqualTo(fromJpeg.faces().get(0).crop());
    }
  }

  @Test
  void cropsInColourAreRedGreenBlue() throws Exception {
    try (FaceFinder finder =
        open(
            "haar",
            "detector.crop.channels",
            "3",
            "detector.crop.width",
            "32",
            "detector.crop.height",
            "32")) {
      byte[] crop = finder.find(photo("azure_detection1.jpg")).faces().get(0).crop();

      assertThat(crop).hasSize(32 * 32 * 3);
      double[] mean = new double[3];
      for (int i = 0; i < crop.length; i++) {
        mean[i % 3] += (crop[i] & 0xFF) / (32.0 * 32);
      }
      // Skin is redder than blue under any ordinary light.
      assertThat(mean[0]).isGreaterThan(mean[2] + 10);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"haar", "yunet"})
  void nobodyIsAResult(String kind) throws Exception {
    try (FaceFinder finder = open(kind)) {
      assertThat(finder.find(Jpegs.plain(640, 360))).isEqualTo(new FoundFaces(640, 360, List.of()));
      assertThat(finder.find(Jpegs.plain(1, 1))).isEqualTo(new FoundFaces(1, 1, List.of()));
      assertThat(finder.find(Jpegs.plain(3000, 2)).width()).isEqualTo(3000);
      assertThat(finder.find(Jpegs.plain(64, 48, BufferedImage.TYPE_BYTE_GRAY, "jpeg")).faces())
          .isEmpty();
    }
  }

  @Test
  void refusesWhatIsNoWholeJpeg() throws Exception {
    byte[] jpeg = Jpegs.plain(640, 360);
    try (FaceFinder finder = open("haar")) {
      assertThatThrownBy(() -> finder.find(Arrays.copyOf(jpeg, jpeg.length * 2 / 3)))
          .isInstanceOf(UndecodableImageException.class)
          .hasMessageContaining("truncated");
      assertThatThrownBy(() -> finder.find(Jpegs.plain(8, 8, BufferedImage.TYPE_INT_ARGB, "png")))
          .isInstanceOf(UndecodableImageException.class)
          .hasMessageContaining("not a JPEG");
      assertThatThrownBy(() -> finder.find(new byte[0]))
          .isInstanceOf(UndecodableImageException.class);
    }
  }

  @Test
  void refusesAHugePictureBeforeMemoryGoes() {
    byte[] huge = Jpegs.withSize(Jpegs.plain(16, 16), 20_000, 20_000);
    try (FaceFinder finder = open("haar")) {
      assertThatThrownBy(() -> finder.find(huge))
          .isInstanceOf(UndecodableImageException.class)
          .hasMessageContaining("20000 x 20000")
          .hasMessageContaining("detector.max.pixels");
    }
  }

  @Test
  void refusesBuffersThatDoNotFit() {
    try (FaceFinder finder = open("haar")) {
      assertThatThrownBy(() -> finder.findBgr(ByteBuffer.allocateDirect(299), 10, 10))
          .hasMessageContaining("direct buffer of 300 bytes");
      assertThatThrownBy(() -> finder.findBgr(ByteBuffer.allocate(300), 10, 10))
          .hasMessageContaining("heap");
    }
  }

  @Test
  void aClosedFinderSaysSo() {
    FaceFinder finder = open("haar");
    finder.close();
    finder.close();

    assertThatThrownBy(() -> finder.find(Jpegs.plain(64, 64))).hasMessageContaining("closed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"haar", "yunet"})
  void leaksNothing(String kind) throws Exception {
    byte[] jpeg = photo("azure_detection5.jpg");
    try (FaceFinder finder = open(kind, DetectorConfig.INPUT_WIDTH, "160")) {
      for (int i = 0; i < 20; i++) {
        finder.find(jpeg);
      }
      long tracked = Pointer.totalBytes();
      long resident = Pointer.physicalBytes();
      for (int i = 0; i < 500; i++) {
        finder.find(jpeg);
      }

      assertThat(Pointer.totalBytes() - tracked).isLessThan(100_000);
      // One decoded picture is 2 MB: 500 of them lost would show as 1 GB.
      assertThat(Pointer.physicalBytes() - resident).isLessThan(300_000_000);
    }
  }
}
