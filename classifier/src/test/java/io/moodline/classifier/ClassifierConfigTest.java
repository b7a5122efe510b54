package io.moodline.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moodline.classifier.model.Device;
import io.moodline.classifier.model.ModelException;
import io.moodline.classifier.model.Models;
import io.moodline.classifier.model.RuntimeSettings;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassifierConfigTest {

  @Test
  void theDefaultsRunTheBundledModel() {
    ClassifierConfig config = new ClassifierConfig(Map.of());
    assertThat(config.loadModel().card().name()).isEqualTo(Models.BUNDLED);
    assertThat(config.runtime())
        .isEqualTo(new RuntimeSettings(new Device(Device.Kind.AUTO, 0), 1, 32, 2L << 30));
    assertThat(config.threads()).isEqualTo(1);
    assertThat(config.maxFrameAge()).isEqualTo(Duration.ofSeconds(5));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          classifier.device           | gpu | auto, cpu, cuda
          classifier.threads          | 0   | at least 1
          classifier.intra.op.threads | x   | Not a number
          classifier.max.batch        | 0   | at least 1
          classifier.max.frame.age.ms | 5   | at least 100
          classifier.cuda.memory.mb   | 1   | at least 64
          classifier.modle            | a   | classifier.model
          """)
  void aWrongSettingIsNamedWithWhatIsAllowed(String key, String value, String allowed) {
    assertThatThrownBy(() -> new ClassifierConfig(Map.of(key, value)))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(key)
        .hasMessageContaining(allowed);
  }

  @Test
  void everyKeyIsDocumented() {
    assertThat(ClassifierConfig.keys().configKeys().values())
        .allSatisfy(key -> assertThat(key.documentation).as(key.name).isNotBlank());
  }

  @Test
  void aModelThatIsNotThereStopsTheServiceBeforeItStarts() {
    ClassifierConfig config =
        new ClassifierConfig(Map.of(ClassifierConfig.MODEL, "no/such/model.onnx"));
    assertThatThrownBy(() -> ClassifierService.create(config))
        .isInstanceOf(ModelException.class)
        .hasMessage("classifier.model: no/such/model.onnx: there is no such file");
  }
}
