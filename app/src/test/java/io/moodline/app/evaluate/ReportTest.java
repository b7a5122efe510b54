package io.moodline.app.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.moodline.app.evaluate.TestFaces.Part;
import io.moodline.schemas.Emotion;
import io.moodline.trainer.dataset.LabelSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

  @TempDir private Path folder;

  @Test
  void facesAreJudgedByTheLabelsThatTheyHave() {
    TestFaces faces = EvaluateExamples.faces();
    assertThat(faces.indices(LabelSet.FERPLUS, Part.ALL)).containsExactly(0, 1, 2);
    assertThat(faces.indices(LabelSet.FERPLUS, Part.CLEAN)).containsExactly(0, 2);
    assertThat(faces.indices(LabelSet.FER2013, Part.ALL)).containsExactly(0, 1);
    assertThat(faces.indices(LabelSet.FER2013, Part.CLEAN)).containsExactly(0);
  }

  @Test
  void theTableGroupsWhatCanBeCompared() {
    ScoreTable table =
        ScoreTable.of(List.of(EvaluateExamples.model("one"), EvaluateExamples.model("two")));
    assertThat(table.groups())
        .extracting(ScoreTable.Group::title)
        .containsExactly(
            "FER+ labels, 3 faces",
            "FER+ labels, 2 faces without a near-duplicate among the training pictures",
            "FER-2013 labels, 2 faces",
            "FER-2013 labels, 1 faces without a near-duplicate among the training pictures");
    assertThat(table.groups().get(0).rows().get(1).model()).isEqualTo("two");
    assertThat(table.groups().get(0).rows().get(0).cells())
        .containsExactly(
            "0.333",
            "0.061 to 0.792",
            "0.167",
            "0.667",
            "9.210",
            "1.50",
            "1.25",
            "1.00",
            "1.50 MB",
            "57.1 k");
  }

  @Test
  void theConsoleAlignsTheSame() {
    List<String> lines =
        ConsoleReport.lines(EvaluateExamples.report(EvaluateExamples.model("one")));
    assertThat(lines.get(0)).startsWith("model  accuracy    95% interval  macro F1");
    assertThat(lines)
        .contains("FER+ labels, 3 faces")
        .contains("Accuracy on worse pictures, FER-2013 labels")
        .contains("  turned <a bit>  0.250")
        .contains("one behind haar: box, margin 0.0")
        // 9 faces differ, by 3 net: 1.96 sqrt(9 - 0.09) / 100.
        .anySatisfy(line -> assertThat(line).endsWith("0.800     0.770  -0.030 (+-0.059)"));
    assertThat(lines.get(3)).startsWith("  one     0.333  0.061 to 0.792     0.167");
  }

  @Test
  void theJsonHasTheFigures() throws IOException {
    String json = ReportJson.write(EvaluateExamples.report(EvaluateExamples.model("one")));
    JsonNode model = new ObjectMapper().readTree(json).at("/models/0");
    assertThat(model.at("/millisPerFace/8").doubleValue()).isEqualTo(1.25);
    JsonNode ferplus = model.at("/scores/0");
    assertThat(ferplus.at("/labels").textValue()).isEqualTo("ferplus");
    assertThat(ferplus.at("/accuracy").doubleValue()).isEqualTo(0.333333);
    assertThat(ferplus.at("/confusion/answers/1").textValue()).isEqualTo("HAPPINESS");
    assertThat(ferplus.at("/confusion/counts/4/1").intValue()).isEqualTo(1);
    assertThat(ferplus.at("/reliability/14/faces").intValue()).isEqualTo(3);
    assertThat(model.at("/scores/2/classes")).hasSize(7);
    assertThat(
            new ObjectMapper()
                .readTree(json)
                .at("/robustness/0/conditions/0/accuracy/one")
                .doubleValue())
        .isEqualTo(0.25);
    JsonNode loss = new ObjectMapper().readTree(json).at("/pipeline/0/labels/0");
    assertThat(loss.at("/difference").doubleValue()).isEqualTo(-0.03);
    assertThat(loss.at("/uncertainty95").doubleValue()).isEqualTo(0.058504);
  }

  @Test
  void thePageLoadsNothingAndShowsNoMarkupOfOthers() {
    String page = ReportPage.html(EvaluateExamples.report(EvaluateExamples.model("one")));
    assertThat(page)
        .contains("data/&lt;faces&gt;")
        .contains("turned &lt;a bit&gt;")
        .contains("one behind haar: box, margin 0.0")
        .contains("prefers-color-scheme: dark")
        .contains("<a href=\"confusion-one-ferplus.png\">")
        .doesNotContain("mistakes")
        .doesNotContain("<faces>")
        .doesNotContain("http")
        .doesNotContain("src=")
        .doesNotContain("url(");
  }

  @Test
  void theFolderHoldsPageNumbersAndPictures() throws IOException {
    Path out = folder.resolve("new/report");
    ReportFolder.open(out).write(EvaluateExamples.report(EvaluateExamples.model("one")));
    assertThat(out)
        .isDirectoryContaining("glob:**/report.json")
        .isDirectoryContaining("glob:**/index.html");
    // Eight columns of 92 pixels beside 170 for names, and a margin.
    assertThat(ImageIO.read(out.resolve("confusion-one-ferplus.png").toFile()).getWidth())
        .isEqualTo(170 + 8 * 92 + 24);
    try (var files = Files.list(out)) {
      assertThat(files).hasSize(4);
    }
  }

  @Test
  void aFolderThatCannotBeMadeIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("taken"), "");
    assertThatThrownBy(() -> ReportFolder.open(file))
        .isInstanceOf(EvaluationException.class)
        .hasMessage("cannot write " + file + ": there is a file of that name");
  }

  @Test
  void modelsOfOneNameAreToldApart() {
    assertThat(Ids.of(List.of("a", "b", "a", "a-2", "a")))
        .containsExactly("a", "b", "a-2", "a-2-2", "a-3")
        .doesNotHaveDuplicates();
  }

  @Test
  void theSurestMistakesComeFirst() {
    TestFaces faces = EvaluateExamples.faces();
    List<float[]> answers =
        List.of(
            EvaluateExamples.sure(Emotion.HAPPINESS),
            new float[] {0.6f, 0.4f, 0, 0, 0, 0, 0, 0},
            EvaluateExamples.sure(Emotion.FEAR));
    List<MistakeSheet.Case> cases = faces.cases(LabelSet.FERPLUS, answers);
    assertThat(MistakeSheet.mostConfident(cases))
        .extracting(one -> one.face().name())
        .containsExactly("c", "b");
    assertThat(MistakeSheet.draw("title", cases).getHeight()).isEqualTo(44 + 142);
    assertThat(MistakeSheet.draw("none", Collections.emptyList()).getHeight()).isEqualTo(44 + 142);
  }
}
