package io.moodline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moodline.config.MoodlineConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

  @Test
  void aStageIsToldTheCommonKeysAndItsOwn() {
    Settings settings =
        Settings.of(Map.of("topic.prefix", "shop", "detector.a", "1", "classifier.b", "2"));
    assertThat(settings.forStage("detector"))
        .containsExactlyInAnyOrderEntriesOf(Map.of("topic.prefix", "shop", "detector.a", "1"));
  }

  @Test
  void anUnknownKeyIsNamed() {
    assertThatThrownBy(() -> Settings.of(Map.of("detektor.a", "1")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("\"detektor.a\"")
        .hasMessageContaining("detector.");
  }

  @Test
  void aWrongCommonValueIsNamedWithWhatIsAllowed() {
    assertThatThrownBy(() -> Settings.of(Map.of("partitions", "0")).common())
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("partitions")
        .hasMessageContaining("0")
        .hasMessageContaining("at least 1");
    assertThatThrownBy(() -> Settings.of(Map.of("topic.prefix", "A b")).common())
        .hasMessageContaining("topic.prefix")
        .hasMessageContaining("a-z, 0-9 and -");
  }

  @Test
  void aFileIsOverruledByASingleKey(@TempDir Path dir) throws Exception {
    Path file = dir.resolve("m.properties");
    Files.writeString(file, "topic.prefix=shop\npartitions=4\n");
    CommonConfig config = Settings.read(file).with("partitions", "2").common();
    assertThat(config.getString(MoodlineConfig.TOPIC_PREFIX)).isEqualTo("shop");
    assertThat(config.getInt(MoodlineConfig.PARTITIONS)).isEqualTo(2);
  }

  @Test
  void aMissingFileIsNamed() {
    assertThatThrownBy(() -> Settings.read(Path.of("/no/such/file.properties")))
        .hasMessageContaining("/no/such/file.properties");
  }
}
