package io.moodline.app.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moodline.detector.models.KnownModel;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginTest {

  private static final KnownModel MODEL =
      TestModels.model(URI.create("https://example.org/model.onnx"));

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "https://mirror.example/a.onnx, https://mirror.example/a.onnx, false",
    "https://mirror.example:8443/x/, https://mirror.example:8443/x/model.onnx, false",
    "HTTP://10.0.0.7/m/, HTTP://10.0.0.7/m/model.onnx, true"
  })
  void addressesAreOfTheFileOrOfItsFolder(String from, URI uri, boolean plain) {
    assertThat(Origin.parse(from, MODEL)).isEqualTo(new Origin.Web(uri, plain));
  }

  @Test
  void pathsAreOfTheFileOrOfItsFolder() {
    assertThat(Origin.parse(folder.toString(), MODEL))
        .isEqualTo(new Origin.Local(folder.resolve("model.onnx")));
    assertThat(Origin.parse("some/file", MODEL))
        .isEqualTo(new Origin.Local(Path.of("some", "file")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ftp://example.org/a|must be https://",
        "file:///tmp/a.onnx|must be https://",
        "https:///a.onnx|must be https://",
        "https://exa mple.org/a|is no address",
        "https://anna:secret@example.org/a|has a user name before its host"
      })
  void othersAreRefusedWithoutTellingSecrets(String from, String message) {
    assertThatThrownBy(() -> Origin.parse(from, MODEL))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message)
        .hasMessageNotContaining("secret");
  }

  @Test
  void messagesLeaveTokensOut() {
    assertThat(Origin.parse("https://example.org/a.onnx?token=secret", MODEL))
        .hasToString("https://example.org/a.onnx");
  }

  @Test
  void theCataloguesAddressIsNotPlain() {
    assertThat(Origin.of(MODEL)).isEqualTo(new Origin.Web(MODEL.url(), false));
  }
}
