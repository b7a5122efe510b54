package io.moodline.app.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.moodline.classifier.model.ModelException;
import io.moodline.testing.SharedData;
import io.moodline.trainer.dataset.DatasetException;
import io.moodline.trainer.dataset.LabelSet;
import io.moodline.trainer.dataset.Split;
import io.moodline.trainer.evaluation.Scores;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluatorTest {

  @TempDir private Path folder;

  private final StringWriter console = new StringWriter();

  /** 0.8418 was measured with other code, before this was written. */
  @Test
  void aModelIsAsGoodAsMeasuredElsewhere() throws IOException {
    Path out = folder.resolve("out");
    EvaluationReport report =
        evaluator(bootstrap(), SharedData.get("fer2013"), List.of(LabelSet.FERPLUS), out).run();
    Scores scores = report.models().get(0).parts().get(0).scores();
    assertThat(scores.faces()).isEqualTo(3546);
    assertThat(scores.accuracy()).isCloseTo(0.8418, within(0.0005));
    assertThat(console.toString()).contains("bootstrap-emotion     0.842");
    assertThat(out.resolve("index.html")).isRegularFile();
    assertThat(out.resolve("mistakes-bootstrap-emotion-ferplus.png")).doesNotExist();
  }

  private String bootstrap() throws IOException {
    String name = "bootstrap-emotion.json";
    Files.copy(
        SharedData.get("models/bootstrap-emotion.onnx"), folder.resolve("bootstrap-emotion.onnx"));
    try (InputStream card = EvaluatorTest.class.getResourceAsStream(name)) {
      Files.copy(card, folder.resolve(name));
    }
    return folder.resolve(name).toString();
  }

  @Test
  void anAbsentModelIsNamedBeforeAnythingElse() {
    Path model = folder.resolve("absent.onnx");
    assertThatThrownBy(() -> evaluator(model.toString(), folder, labels(), folder).run())
        .isInstanceOf(ModelException.class)
        .hasMessage(model + ": there is no such file");
  }

  @Test
  void absentDataIsNamed() {
    Path data = folder.resolve("absent");
    assertThatThrownBy(() -> evaluator("", data, labels(), folder).run())
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining(data.toString());
  }

  @Test
  void anOutThatIsAFileIsNamedBeforeTheWork() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThatThrownBy(() -> evaluator("", folder.resolve("absent"), labels(), file).run())
        .isInstanceOf(EvaluationException.class)
        .hasMessageStartingWith("cannot write " + file);
  }

  private static List<LabelSet> labels() {
    return List.of(LabelSet.values());
  }

  private Evaluator evaluator(String model, Path data, List<LabelSet> labels, Path out) {
    Plan plan =
        new Plan(
            List.of(model),
            data,
            Split.TEST,
            labels,
            false,
            false,
            1,
            Duration.ofMillis(50),
            Optional.of(out),
            false,
            Optional.empty(),
            false);
    return new Evaluator(plan, new PrintWriter(console), Clock.systemUTC());
  }
}
