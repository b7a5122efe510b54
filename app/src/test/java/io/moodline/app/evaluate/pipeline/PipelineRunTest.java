package io.moodline.app.evaluate.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moodline.classifier.model.Device;
import io.moodline.classifier.model.Models;
import io.moodline.classifier.model.RuntimeSettings;
import io.moodline.testing.SharedData;
import io.moodline.trainer.dataset.BadRows;
import io.moodline.trainer.dataset.FaceDatasets;
import io.moodline.trainer.dataset.LabelSet;
import io.moodline.trainer.dataset.LabelledFace;
import io.moodline.trainer.dataset.Split;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;

class PipelineRunTest {

  private static final RuntimeSettings RUNTIME =
      new RuntimeSettings(new Device(Device.Kind.CPU, 0), 1, 32, 1L << 30);

  /** Half a minute's worth; the command's own figures are those of all faces. */
  private static final int FACES = 300;

  @Test
  void theCascadeFindsMostFacesAndTheModelStillKnowsThem() throws IOException {
    List<LabelledFace> faces =
        FaceDatasets.open(SharedData.get("fer2013"))
            .faces(Set.of(Split.VALID), BadRows.refuse())
            .subList(0, FACES);
    PipelineRun run =
        new PipelineRun(plan(Optional.empty()), faces, List.of(LabelSet.FERPLUS), RUNTIME);

    PipelineRun.Outcome outcome = run.run("bundled", Models.bundled(), "haar");

    PipelineResult result = outcome.result();
    assertThat(result.placed()).isEqualTo(FACES);
    assertThat(result.detectedShare()).isGreaterThan(0.65);
    assertThat(outcome.crops()).hasSize(result.detected());
    assertThat(result.crop()).isEqualTo("box, margin 0.0");
    PipelineResult.Loss loss = result.losses().get(0);
    assertThat(loss.pipelineAccuracy()).isGreaterThan(0.78);
    assertThat(Math.abs(loss.difference())).isLessThan(loss.uncertainty() + 0.03);
  }

  @Test
  void anotherCropIsUsedInThePlaceOfTheCards() {
    PipelineRun run = new PipelineRun(plan(Optional.of("0.25")), List.of(), List.of(), RUNTIME);
    PipelineResult result = run.run("bundled", Models.bundled(), "haar").result();
    assertThat(result.crop()).isEqualTo("box, margin 0.25");
    assertThat(result.detectedShare()).isZero();
  }

  @Test
  void aMarginThatIsNotAllowedIsNamed() {
    assertThatThrownBy(() -> PipelineRun.check(plan(Optional.of("9")), Models.bundled().card()))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("detector.crop.margin");
  }

  private static PipelinePlan plan(Optional<String> margin) {
    return new PipelinePlan(List.of("haar"), "none", margin, Optional.empty(), 60, 160);
  }
}
