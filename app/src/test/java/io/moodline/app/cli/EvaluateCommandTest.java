package io.moodline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Six validation faces and six test faces of noise, and a row that cannot be used. */
class EvaluateCommandTest {

  @TempDir private Path folder;

  private TrainRig rig;
  private Path csv;
  private Path out;

  @BeforeEach
  void writeDataset() throws IOException {
    rig = new TrainRig(folder);
    csv = rig.dataset(TrainRig.HAPPY, TrainRig.SAD);
    // After the header 24, 6 and 6 rows: this is line 38.
    Files.writeString(csv, Files.readString(csv) + "9,1 2 3,PublicTest\n");
    out = rig.folder("out");
  }

  @Test
  void everyOptionAddsItsPart() throws IOException {
    assertThat(
            evaluate(
                "--model",
                "moodnet-small",
                "--split",
                "valid",
                "--skip-bad",
                "--robustness",
                "--pipeline",
                "--detector",
                "haar",
                "--faces",
                "--out",
                out.toString()))
        .as(rig.err())
        .isZero();

    assertThat(rig.out())
        .contains("6 pictures of PublicTest")
        .contains("1 unusable rows or pictures left out, the first: fer2013.csv:38: emotion is")
        .contains("Accuracy on worse pictures, FER-2013 labels")
        .contains("moodnet-small behind haar: box");
    JsonNode report = new ObjectMapper().readTree(out.resolve("report.json").toFile());
    assertThat(report.get("split").textValue()).isEqualTo("valid");
    assertThat(report.get("faces").intValue()).isEqualTo(6);
    assertThat(report.get("skippedRows").intValue()).isEqualTo(1);
    assertThat(report.at("/pipeline/0/placed").intValue()).isEqualTo(6);
    JsonNode untouched = report.at("/robustness/0/conditions/0");
    assertThat(untouched.get("condition").textValue()).isEqualTo("as it is");
    assertThat(untouched.at("/accuracy/moodnet-small"))
        .isEqualTo(report.at("/models/0/scores/0/accuracy"));
    assertThat(out)
        .isDirectoryContaining("glob:**/mistakes-moodnet-small-fer2013.png")
        .isDirectoryContaining("glob:**/pipeline-frame.png")
        .isDirectoryContaining("glob:**/pipeline-crops-moodnet-small-haar.png");
  }

  @Test
  void aRowThatCannotBeUsedEndsItUnlessItIsSkipped() {
    assertThat(evaluate("--out", out.toString())).isEqualTo(1);

    assertThat(rig.err()).startsWith("moodline evaluate: fer2013.csv:38: emotion is \"9\"");
    assertThat(out.resolve("report.json")).doesNotExist();
  }

  @Test
  void whatCannotBeIsRefused() {
    assertThat(evaluate("--faces")).isEqualTo(2);
    assertThat(rig.err()).contains("--faces needs --out");
    assertThat(evaluate("--split", "half")).isEqualTo(2);
    assertThat(rig.err()).contains("--split").contains("half");
    assertThat(evaluate("--pipeline", "--smallest", "0")).isEqualTo(2);
    assertThat(evaluate("--pipeline", "--detector", "cascade")).isEqualTo(2);
    assertThat(rig.err()).contains("detector.kind");
  }

  private int evaluate(String... options) {
    String[] all = new String[options.length + 3];
    all[0] = "evaluate";
    all[1] = "--data";
    all[2] = csv.toString();
    System.arraycopy(options, 0, all, 3, options.length);
    return rig.run(all);
  }
}
