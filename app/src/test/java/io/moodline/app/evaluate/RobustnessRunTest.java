package io.moodline.app.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.moodline.trainer.dataset.LabelSet;
import io.moodline.trainer.evaluation.Degradation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RobustnessRunTest {

  /** Faces of one gray level stay what they are when they are turned, blurred or made small. */
  @Test
  void everyModelHasAnAccuracyForEachConditionAndLabelSet() {
    List<String> said = new ArrayList<>();
    List<NamedModel> models =
        List.of(new NamedModel("one", "moodnet-small"), new NamedModel("two", "moodnet-small"));

    List<Robustness> tables =
        new RobustnessRun(EvaluateExamples.faces(), List.of(LabelSet.values()), 1, said::add)
            .run(models);

    assertThat(said).hasSize(2).first().isEqualTo("Judging one on worse pictures ...");
    assertThat(tables).extracting(Robustness::labels).containsExactly(LabelSet.values());
    for (Robustness table : tables) {
      assertThat(table.models()).containsExactly("one", "two");
      assertThat(table.rows())
          .extracting(Robustness.Row::condition)
          .containsExactlyElementsOf(Degradation.all().stream().map(Degradation::name).toList());
      List<Double> untouched = table.rows().get(0).accuracies();
      for (Robustness.Row row : table.rows()) {
        assertThat(row.accuracies().get(0))
            .as("one model by two names")
            .isEqualTo(row.accuracies().get(1));
        if (row.condition().startsWith("rotated") || row.condition().startsWith("blur")) {
          assertThat(row.accuracies()).as(row.condition()).isEqualTo(untouched);
        }
      }
    }
  }
}
