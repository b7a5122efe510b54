package io.moodline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moodline.schemas.Corner;
import io.moodline.schemas.DetectionSettings;
import io.moodline.schemas.Zone;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class DetectionOptionsTest {

  @CommandLine.Command
  private static final class Host {
    @CommandLine.Mixin private DetectionOptions options;
  }

  private static DetectionSettings settings(String... arguments) {
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
    List<Corner> corners = List.of(new Corner(0.0, 0.0), new Corner(.5, 0.0), new Corner(.5, 1.0));
    assertThat(
            settings(
                "--detector=haar",
                "--min-face=40",
                "--min-score=0.7",
                "--search-every=3",
                "--include=door: 0,0 .5,0  0.5,1",
                "--exclude=0,0 .5,0 .5,1"))
        .isEqualTo(
            new DetectionSettings(
                "haar",
                40,
                0.7,
                3,
                List.of(new Zone("door", corners)),
                List.of(new Zone("", corners))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "door", "door: 0,0 1", "0,0 1,x 1,1", "0;0 1;0 1;1"})
  void aZoneThatCannotBeReadIsNamed(String zone) {
    assertThatThrownBy(() -> DetectionOptions.zone(zone))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"" + zone + "\"")
        .hasMessageContaining("x,y in shares of width and height");
  }
}
