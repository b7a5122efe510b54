package io.moodline.detector.opencv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moodline.detector.DetectorConfig;
import io.moodline.detector.FaceFinder;
import io.moodline.detector.FoundFaces;
import io.moodline.detector.Jpegs;
import io.moodline.detector.UndecodableImageException;
import io.moodline.detector.geometry.Box;
import io.moodline.detector.geometry.CropGeometry;
import io.moodline.detector.geometry.Point;
import io.moodline.detector.geometry.ReferencePoints;
import io.moodline.testing.SharedData;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.Test;

/** Pictures that cameras and people send, beside plain JPEG; JPEG is all that is read. */
class BadPictureTest {

  private static FaceFinder haar() {
    return OpenCvFaceFinders.of(new DetectorConfig(Map.of(DetectorConfig.KIND, "haar"))).open();
  }

  private static FoundFaces find(byte[] jpeg) throws UndecodableImageException {
    try (FaceFinder finder = haar()) {
      return finder.find(jpeg);
    }
  }

  private static byte[] photo() throws Exception {
    return Files.readAllBytes(SharedData.get("photo/azure_detection1.jpg"));
  }

  @Test
  void facesOfAProgressiveJpegAreFound() throws Exception {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(photo()));

    assertThat(find(Jpegs.encoded(image, true)).faces()).hasSize(1);
  }

  @Test
  void facesOfAGrayJpegAreFound() throws Exception {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(photo()));
    BufferedImage gray =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
    gray.createGraphics().drawImage(image, 0, 0, null);

    assertThat(find(Jpegs.encoded(gray, false)).faces()).hasSize(1);
  }

  @Test
  void aNoteToTurnAPictureIsNotFollowed() throws Exception {
    FoundFaces plain = find(photo());
    FoundFaces turned = find(Jpegs.turned(photo()));

    assertThat(turned.width()).isEqualTo(plain.width());
    assertThat(turned.faces()).hasSize(1);
    assertThat(turned.faces().get(0).box()).isEqualTo(plain.faces().get(0).box());
  }

  @Test
  void printersColoursAreDecoded() throws Exception {
    assertThat(find(Jpegs.cmyk(64, 48))).isEqualTo(new FoundFaces(64, 48, List.of()));
  }

  @Test
  void aHeaderThatSaysLessIsBelieved() throws Exception {
    byte[] lying = Jpegs.withSize(Jpegs.plain(640, 360), 64, 48);

    assertThat(find(lying)).isEqualTo(new FoundFaces(64, 48, List.of()));
  }

  @Test
  void aHeaderThatSaysFarMoreIsRefused() {
    byte[] lying = Jpegs.withSize(Jpegs.plain(64, 48), 6000, 6000);

    assertThatThrownBy(() -> find(lying))
        .isInstanceOf(UndecodableImageException.class)
        .hasMessageContaining("cannot hold 6000 x 6000 pixels");
  }

  @Test
  void otherFormatsAreRefusedAndSayWhatIsRead() {
    for (String format : List.of("png", "bmp", "gif")) {
      byte[] other = Jpegs.plain(64, 48, BufferedImage.TYPE_BYTE_INDEXED, format);

      assertThatThrownBy(() -> find(other))
          .as(format)
          .isInstanceOf(UndecodableImageException.class)
          .hasMessageContaining("not a JPEG");
    }
  }

  @Test
  void landmarksOutsideOfTheFrameGiveARepeatedBorder() {
    CropGeometry geometry =
        new CropGeometry(48, 48, 1, 0, ReferencePoints.parse(ReferencePoints.FER_2013));
    // The reference points themselves, far to the left and above of a frame of one gray.
    List<Point> outside =
        geometry.reference().stream()
            .map(p -> new Point(p.x() * 96 - 900, p.y() * 96 - 900))
            .toList();
    try (Mat flat = new Mat(64, 64, opencv_core.CV_8UC3, Scalar.all(77));
        FaceCutter cutter = new FaceCutter(geometry)) {
      byte[] crop = cutter.cut(flat, new RawFace(new Box(-20, -20, 30, 30), outside, 1)).pixels();

      assertThat(crop).hasSize(48 * 48).containsOnly(77);
    }
  }

  @Test
  void eyesAreLookedForInABoxThatIsHalfOutside() {
    RawFace face = new RawFace(new Box(-30, -30, 30, 70), List.of(), 1);
    try (Mat flat = new Mat(64, 64, opencv_core.CV_8UC3, Scalar.all(77));
        EyeFinder eyes = new EyeFinder()) {
      assertThat(eyes.refine(flat, face)).isEqualTo(face);
    }
  }
}
