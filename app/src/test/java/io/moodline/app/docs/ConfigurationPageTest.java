package io.moodline.app.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.moodline.app.run.StageConfigs;
import io.moodline.config.MoodlineConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.junit.jupiter.api.Test;

class ConfigurationPageTest {

  @Test
  void theCommittedPageIsWhatTheDeclarationsSay() throws Exception {
    Path page = Path.of(System.getProperty("moodline.root"), "docs/configuration.md");
    assertThat(page).as("make it with ./moodline config > docs/configuration.md").exists();
    assertThat(Files.readString(page))
        .isEqualTo(ConfigurationPage.markdown(MoodlineConfig.commonKeys(), StageConfigs.keys()));
  }

  @Test
  void aSecretWithoutADefaultIsEmptyAndOneWithItIsHidden() {
    ConfigDef keys =
        new ConfigDef()
            .define("none", Type.PASSWORD, "", Importance.LOW, "Nothing.")
            .define("some", Type.PASSWORD, "abc", Importance.LOW, "Something.");
    assertThat(ConfigurationPage.markdown(keys, Map.of()))
        .contains("| `none` | password | (empty) |", "| `some` | password | `[hidden]` |");
  }
}
