package io.moodline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.moodline.schemas.AnalyticsSettings;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class AnalyticsOptionsTest {

  @CommandLine.Command
  private static final class Host {
    @CommandLine.Mixin private AnalyticsOptions options;
  }

  private static AnalyticsSettings settings(String... arguments) {
    Host host = new Host();
    new CommandLine(host).parseArgs(arguments);
    return host.options.settings();
  }

  @Test
  void whereNothingIsSaidThereIsNone() {
    assertThat(settings()).isNull();
  }

  @Test
  void everythingIsRead() {
    assertThat(
            settings(
                "--smoothing-tau-ms=1500",
                "--smoothing-margin=0.1",
                "--smoothing-dwell-ms=900",
                "--uncertain-below=0.4",
                "--keep-photos"))
        .isEqualTo(new AnalyticsSettings(1_500L, 0.1, 900L, 0.4, true));
  }

  @Test
  void photosAloneLeaveTheSmoothingAsConfigured() {
    assertThat(settings("--keep-photos"))
        .isEqualTo(new AnalyticsSettings(null, null, null, null, true));
  }
}
