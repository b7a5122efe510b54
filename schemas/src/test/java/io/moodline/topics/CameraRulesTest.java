package io.moodline.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moodline.schemas.Camera;
import org.junit.jupiter.api.Test;

class CameraRulesTest {

  private static Camera.Builder door() {
    return Camera.newBuilder()
        .setId("door")
        .setSite("city")
        .setName("Front door")
        .setSource("demo")
        .setUpdatedAtMs(1);
  }

  @Test
  void aProperCameraIsAccepted() {
    assertThat(CameraRules.violations(door().build())).isEmpty();
  }

  @Test
  void everythingWrongIsNamedWithWhatIsAllowed() {
    Camera camera =
        door().setId("Front Door").setSite("").setSource(" ").setTargetFps(Double.NaN).build();
    assertThat(CameraRules.violations(camera))
        .extracting(CameraRules.Violation::field)
        .containsExactly("id", "site", "source", "targetFps");
    assertThatThrownBy(() -> CameraRules.check(camera))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"Front Door\"")
        .hasMessageContaining("a-z, 0-9 and -")
        .hasMessageContaining("at most 60");
  }

  @Test
  void aPasswordMustNotEndTheAddressAndIsNotRepeated() {
    assertThat(CameraRules.violations(door().setSource("rtsp://u:se#cret@h/x").build()))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.field()).isEqualTo("source");
              assertThat(found.message()).contains("# as %23").doesNotContain("cret");
            });
  }

  @Test
  void anAddressWithoutItsSchemeIsRefusedAndNotRepeated() {
    assertThat(CameraRules.violations(door().setSource("admin:secret@10.0.0.7/s").build()))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.field()).isEqualTo("source");
              assertThat(found.message())
                  .contains("rtsp://user:password@host/path", "./name")
                  .doesNotContain("secret");
            });
  }

  @Test
  void anAddressWithAHiddenPasswordIsNoAddress() {
    assertThat(CameraRules.violations(door().setSource("rtsp://***@h/x").build()))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.field()).isEqualTo("source");
              assertThat(found.message()).contains("***", "write the whole address");
            });
  }

  @Test
  void theRateHasBounds() {
    assertThat(CameraRules.violations(door().setTargetFps(60).build())).isEmpty();
    assertThat(CameraRules.violations(door().setTargetFps(60.1).build())).hasSize(1);
    assertThat(CameraRules.violations(door().setTargetFps(0).build())).hasSize(1);
  }
}
