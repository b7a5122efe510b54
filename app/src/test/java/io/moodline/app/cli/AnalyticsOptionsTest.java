package io.moodline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.moodline.aggregator.AggregatorConfig;
import io.moodline.schemas.AnalyticsSettings;
import java.time.Duration;
import java.util.Map;
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

  /** Who is asked for consent must not be told of less than is kept. */
  @Test
  void whatIsKeptOfPicturesIsSaidWithItsDays() {
    AggregatorConfig config = new AggregatorConfig(Map.of());
    long photos = Duration.ofMillis(config.getLong("aggregator.photo.retention.ms")).toDays();
    long refused = config.topics().deadLetters().retention().toDays();
    CommandLine line = new CommandLine(new Host());
    assertThat(line.getCommandSpec().findOption("--keep-photos").description()[0])
        .contains("for " + photos + " days", "no photo of a smile is kept")
        .contains("held on dead-letters for " + refused + " days");
  }

  @Test
  void photosAloneLeaveTheSmoothingAsConfigured() {
    assertThat(settings("--keep-photos"))
        .isEqualTo(new AnalyticsSettings(null, null, null, null, true));
  }
}
