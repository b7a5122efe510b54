package io.moodline.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moodline.detector.models.ModelCatalogue;
import io.moodline.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which detector it is, by what lies in the model folder. */
class DetectorChoiceTest {

  private static final String MAY = "face_detection_yunet_2026may.onnx";
  private static final String MARCH = "face_detection_yunet_2023mar.onnx";
  private static final String SUM_OF_MAY =
      "ebafce4e3c118d6554634be5c27ab333b4c047a9a8c3faf1d7cf93101c22f0f0";
  private static final String SUM_OF_NOTHING =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  @TempDir private Path folder;

  @Test
  void anEmptyOrMissingFolderMeansHaarAndSaysHowToGetYuNet() {
    DetectorChoice choice = choice("auto");

    assertThat(choice.detector()).isEqualTo("haar");
    assertThat(choice.refused()).isEmpty();
    assertThat(choice.reason())
        .isEqualTo(
            "there is no YuNet file in the folder %s; 'moodline models pull yunet --dir %s' fetches"
                + " it",
            folder, folder);
    assertThat(new DetectorConfig(Map.of()).choice().reason())
        .endsWith("folder .moodline/models; 'moodline models pull yunet' fetches it");
  }

  @Test
  void aFileThatIsNotTheCataloguesIsRefusedByBothSums() throws IOException {
    create(MAY);

    DetectorChoice choice = choice("auto");

    assertThat(choice.detector()).isEqualTo("haar");
    assertThat(choice.reason()).contains("no YuNet file of the folder", "may be loaded");
    assertThat(choice.refused())
        .singleElement()
        .asString()
        .contains(folder.resolve(MAY).toString(), SUM_OF_NOTHING, SUM_OF_MAY);
  }

  @Test
  void whereYuNetIsDemandedARefusedFileIsAnError() throws IOException {
    create(MAY);

    assertThatThrownBy(() -> choice("yunet"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("detector.kind")
        .hasMessageContaining(SUM_OF_NOTHING)
        .hasMessageContaining(SUM_OF_MAY);
  }

  @Test
  void anOlderFileThatMatchesGoesBeforeANewerThatDoesNot() throws IOException {
    create(MAY);
    Files.copy(SharedData.get("models/" + MARCH), folder.resolve(MARCH));

    DetectorChoice choice = choice("yunet");

    assertThat(choice.yunet()).contains(folder.resolve(MARCH));
    assertThat(choice.reason()).endsWith(MARCH + ", its sha256 is the catalogue's");
    assertThat(choice.refused()).singleElement().asString().contains(MAY);
  }

  @Test
  void theNewestThatMatchesWins() {
    String models = SharedData.get("models").toString();

    DetectorChoice choice = new DetectorConfig(Map.of(DetectorConfig.MODELS_DIR, models)).choice();

    assertThat(choice.yunet()).contains(Path.of(models, MAY));
    assertThat(choice.refused()).isEmpty();
    assertThat(choice.detector()).isEqualTo("yunet");
  }

  @Test
  void aFileThatTheCatalogueDoesNotKnowIsTheUsersOwn() throws IOException {
    create("face_detection_yunet_2031jan.onnx");

    assertThat(choice("auto").reason())
        .endsWith("2031jan.onnx, which the catalogue does not know: its sha256 was not checked");
  }

  @Test
  void ofOneMonthTheCataloguesGoesFirst() throws IOException {
    create("face_detection_yunet_2023mar_int8.onnx");
    Files.copy(SharedData.get("models/" + MARCH), folder.resolve(MARCH));

    assertThat(choice("auto").yunet()).contains(folder.resolve(MARCH));
  }

  @Test
  void whatIsNoFinishedFileIsNeverChosen() throws IOException {
    create(MAY + ".part");
    create("zz.onnx");
    Files.createDirectory(folder.resolve(MARCH));

    DetectorChoice choice = choice("auto");

    assertThat(choice.yunet()).isEmpty();
    assertThat(choice.refused()).isEmpty();
  }

  @Test
  void theNewestByMonthNotByAlphabet() throws IOException {
    create("face_detection_yunet_2027sep.onnx");
    create("face_detection_yunet_2027apr.onnx");
    create("face_detection_yunet_2026oct.onnx");

    assertThat(YuNetFile.newestIn(folder, ModelCatalogue.bundled()).file())
        .contains(folder.resolve("face_detection_yunet_2027sep.onnx"));
  }

  @Test
  void aFileThatTheUserNamesIsNotHeldAgainstTheCatalogue() throws IOException {
    create(MAY);
    String named = folder.resolve(MAY).toString();

    DetectorChoice choice = new DetectorConfig(Map.of(DetectorConfig.YUNET_MODEL, named)).choice();

    assertThat(choice.yunet()).contains(Path.of(named));
    assertThat(choice.reason()).isEqualTo(named + ", which detector.yunet.model names");
  }

  @Test
  void haarIsHaar() throws IOException {
    create("face_detection_yunet_2031jan.onnx");

    assertThat(choice("haar").yunet()).isEmpty();
    assertThat(choice("haar").reason()).isEqualTo("detector.kind is haar");
  }

  private DetectorChoice choice(String kind) {
    return new DetectorConfig(Map.of(DetectorConfig.MODELS_DIR, folder.toString())).choice(kind);
  }

  private void create(String name) throws IOException {
    Files.createFile(folder.resolve(name));
  }
}
