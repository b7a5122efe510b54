package io.moodline.detector.opencv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moodline.detector.DetectorConfig;
import io.moodline.testing.SharedData;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenCvFaceFindersTest {

  @TempDir Path folder;

  private String detectorOf(Map<String, String> settings) {
    return OpenCvFaceFinders.of(new DetectorConfig(settings)).detector();
  }

  @Test
  void withoutAFileItIsHaar() {
    assertThat(detectorOf(Map.of(DetectorConfig.MODELS_DIR, folder.toString()))).isEqualTo("haar");
  }

  @Test
  void withAFileInTheModelFolderItIsYuNet() {
    String models = SharedData.get("models").toString();

    assertThat(detectorOf(Map.of(DetectorConfig.MODELS_DIR, models))).isEqualTo("yunet");
    assertThat(detectorOf(Map.of(DetectorConfig.MODELS_DIR, models, DetectorConfig.KIND, "haar")))
        .isEqualTo("haar");
  }

  @Test
  void aDamagedFileOfTheFolderIsNotLoaded() throws Exception {
    Path real = SharedData.get("models/face_detection_yunet_2026may.onnx");
    Path damaged = folder.resolve(real.getFileName());
    byte[] content = Files.readAllBytes(real);
    content[content.length / 2] ^= 1;
    Files.write(damaged, content);
    Map<String, String> settings = Map.of(DetectorConfig.MODELS_DIR, folder.toString());

    assertThat(detectorOf(settings)).isEqualTo("haar");

    Files.copy(real, damaged, StandardCopyOption.REPLACE_EXISTING);
    assertThat(detectorOf(settings)).isEqualTo("yunet");
  }

  @Test
  void aFileThatIsNoModelIsNamed() throws Exception {
    Path broken = folder.resolve("broken.onnx");
    Files.write(broken, "not a network".getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> detectorOf(Map.of(DetectorConfig.YUNET_MODEL, broken.toString())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(broken + " is not a YuNet model");
  }

  @Test
  void halfAModelIsNamed() throws Exception {
    byte[] whole = Files.readAllBytes(SharedData.get("models/face_detection_yunet_2026may.onnx"));
    Path half = folder.resolve("half.onnx");
    Files.write(half, Arrays.copyOf(whole, whole.length / 2));

    assertThatThrownBy(() -> detectorOf(Map.of(DetectorConfig.YUNET_MODEL, half.toString())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(half + " is not a YuNet model");
  }

  @Test
  void anotherNetworkIsNamed() {
    String emotions = SharedData.get("models/bootstrap-emotion.onnx").toString();

    assertThatThrownBy(() -> detectorOf(Map.of(DetectorConfig.YUNET_MODEL, emotions)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(emotions + " is not a YuNet model");
  }

  @Test
  void aMissingFileIsNamed() {
    assertThatThrownBy(() -> detectorOf(Map.of(DetectorConfig.YUNET_MODEL, "nowhere.onnx")))
        .hasMessageContaining("no readable YuNet model nowhere.onnx");
  }
}
