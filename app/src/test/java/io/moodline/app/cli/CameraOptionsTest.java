package io.moodline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class CameraOptionsTest {

  @CommandLine.Command
  private static final class Host {
    @CommandLine.Mixin private CameraOptions options;
  }

  private static CameraOptions options(String... arguments) {
    Host host = new Host();
    new CommandLine(host).parseArgs(arguments);
    return host.options;
  }

  @Test
  void aSourceIsTakenAsItIs() {
    assertThat(options("--site", "city").camera("door=rtsp://u:p@h/x", CameraOptions.CLI))
        .satisfies(
            camera -> {
              assertThat(camera.getId()).isEqualTo("door");
              assertThat(camera.getSite()).isEqualTo("city");
              assertThat(camera.getSource()).isEqualTo("rtsp://u:p@h/x");
            });
  }

  /** As {@code cameras list} shows it: it would overwrite the password with the mask. */
  @Test
  void anAddressAsItIsShownIsRefused() {
    assertThatThrownBy(() -> options().camera("door=rtsp://***@h/x", CameraOptions.CLI))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("write the whole address");
  }
}
