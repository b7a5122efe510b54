package io.moodline.detector.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moodline.testing.SharedData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelCatalogueTest {

  private static final String ONE =
      """
      {"format": 1, "models": [{"name": "abc", "aliases": ["a"], "file": "abc.onnx",
       "url": "https://example.org/abc.onnx", "size": 3, "licence": "MIT", "purpose": "a test",
       "sha256": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"}]}
      """;

  @Test
  void yunetMeansTheNewestAndAllComeOverHttpsFromAPinnedCommit() {
    ModelCatalogue catalogue = ModelCatalogue.bundled();

    assertThat(catalogue.models())
        .extracting(KnownModel::name)
        .containsExactly("yunet-2026may", "yunet-2023mar");
    assertThat(catalogue.named("yunet")).contains(catalogue.models().get(0));
    assertThat(catalogue.names()).containsExactly("yunet", "yunet-2026may", "yunet-2023mar");
    assertThat(catalogue.models())
        .allSatisfy(
            model -> {
              assertThat(model.url().getScheme()).isEqualTo("https");
              assertThat(model.url().getPath())
                  .matches(".*/opencv_zoo/[0-9a-f]{40}/.*/" + model.file());
            });
  }

  @Test
  void theRealFilesAreTheCataloguesOwn() throws IOException {
    Path folder = SharedData.get("models");

    for (KnownModel model : ModelCatalogue.bundled().models()) {
      assertThat(FileCheck.of(folder, model).text())
          .endsWith(" matches the catalogue's " + model.name());
      assertThat(Files.size(folder.resolve(model.file()))).isEqualTo(model.size());
    }
  }

  @Test
  void aCatalogueIsRead() {
    KnownModel model = read(ONE).models().get(0);

    assertThat(model.size()).isEqualTo(3);
    assertThat(model.licence()).isEqualTo("MIT");
    assertThat(read(ONE).named("a")).contains(model);
    assertThat(read(ONE).named("b")).isEmpty();
    assertThat(read(ONE).ofFile("abc.onnx")).contains(model);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '!',
      value = {
        "\"format\": 1|\"format\": 2|format is 2, but must be 1",
        "\"size\": 3|\"size\": 0|size is \"0\", but must be 1 byte or more",
        "\"ba78|\"xyz|sha256 is \"xyz16bf",
        "\"abc.onnx\", |\"../abc.onnx\", |file is \"../abc.onnx\", but must be a file name",
        "https://example.org/abc.onnx|abc.onnx|url is \"abc.onnx\", but must be an absolute URL",
        "\"licence\"|\"license\"|has no licence",
        "[\"a\"]|[\"abc\"]|has \"abc\" twice",
        "]}|]|is not JSON"
      })
  void aFaultIsNamed(String good, String bad, String message) {
    assertThat(ONE).contains(good);
    assertThatThrownBy(() -> read(ONE.replace(good, bad)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  private static ModelCatalogue read(String json) {
    return ModelCatalogue.read(json.getBytes(StandardCharsets.UTF_8));
  }
}
