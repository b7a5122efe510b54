package io.moodline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command line on a data set of six made-up pictures, two of which are one. */
class DatasetCommandTest {

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path csv;

  @BeforeEach
  void writeDataset() throws IOException {
    csv = folder.resolve("data/fer2013.csv");
    Files.createDirectories(csv.getParent());
    Files.writeString(
        csv,
        "emotion,pixels,Usage\n"
            + ("3," + patches(1) + ",Training\n")
            + ("3," + patches(2) + ",Training\n")
            + ("0," + patches(3) + ",Training\n")
            + ("4," + patches(4) + ",PublicTest\n")
            + ("5," + patches(2) + ",PrivateTest\n")
            + ("6," + patches(2).replaceAll("\\d+", "0") + ",PrivateTest\n"));
  }

  @Test
  void inspectCountsClassesFaultsAndDuplicates() {
    assertThat(run("dataset", "inspect", "--data", csv.toString())).isZero();

    assertThat(out.toString().lines().map(line -> line.strip().replaceAll(" +", " ")))
        .contains(
            "faces TRAIN VALID TEST all",
            "all 3 1 2 6",
            "happiness 2 0 0 2",
            "constant 0 0 1 1",
            "have one in train 0 0 1 1",
            "have one in test 1 0 0 1",
            "1 groups of 2 faces with the very same pixels; with conflicting labels: 1 (FER-2013),"
                + " 0 (FER+)",
            "bad rows: 0");
  }

  @Test
  void inspectPrintsJson() throws IOException {
    assertThat(run("dataset", "inspect", "--json", "--data", csv.getParent().toString())).isZero();

    JsonNode json = new ObjectMapper().readTree(out.toString());
    assertThat(json.at("/labels/FER2013/HAPPINESS/TRAIN").intValue()).isEqualTo(2);
    assertThat(json.at("/nearDuplicates/TRAIN/TEST").intValue()).isEqualTo(1);
    assertThat(json.at("/faults/CONSTANT/TEST").intValue()).isEqualTo(1);
    assertThat(json.at("/exactGroups/conflicting/FER2013").intValue()).isEqualTo(1);
  }

  @Test
  void badRowsAreNamedAndFailTheInspectionUnlessSkipped() throws IOException {
    Files.writeString(csv, Files.readString(csv) + "9,1 2 3,Training\n");

    assertThat(run("dataset", "inspect", "--data", csv.toString())).isEqualTo(1);
    assertThat(out.toString())
        .contains("bad rows: 1\n  fer2013.csv:8: emotion is \"9\", but must be 0 to 6");
    assertThat(run("dataset", "inspect", "--skip-bad", "--data", csv.toString())).isZero();
    assertThat(run("dataset", "clean", "--data", csv.toString(), "--out", path("c"))).isEqualTo(1);
    assertThat(err.toString()).startsWith("moodline clean: fer2013.csv:8: emotion is \"9\"");
    assertThat(run("dataset", "clean", "--skip-bad", "--data", csv.toString(), "--out", path("c")))
        .isZero();
    assertThat(out.toString()).contains("bad rows skipped: 1");
    String[] preview = {"dataset", "preview", "--data", csv.toString(), "--out", path("s.png")};
    assertThat(run(preview)).isEqualTo(1);
    assertThat(
            run(Stream.concat(Stream.of(preview), Stream.of("--skip-bad")).toArray(String[]::new)))
        .isZero();
    assertThat(out.toString())
        .contains("1 unusable rows or pictures left out, the first: fer2013.csv:8: emotion is");
  }

  @Test
  void aMissingPartIsSaidAndTheRestIsShown() throws IOException {
    Files.writeString(
        csv, Files.readString(csv).lines().limit(4).collect(Collectors.joining("\n", "", "\n")));

    assertThat(run("dataset", "inspect", "--data", csv.toString())).isZero();
    assertThat(out.toString()).contains("It has no part VALID, TEST.");
  }

  @Test
  void cleanWritesWhatCanBeOpenedAgain() throws IOException {
    assertThat(run("dataset", "clean", "--data", csv.toString(), "--out", path("clean"))).isZero();

    assertThat(folder.resolve("clean/left-out.csv"))
        .hasContent(
            """
            name,split,reason
            fer2013.csv:3,TRAIN,near-duplicate-of-valid-or-test
            fer2013.csv:7,TEST,constant
            """);
    assertThat(run("dataset", "inspect", "--data", path("clean"))).isZero();
    assertThat(out.toString().replaceAll(" +", " ")).contains("all 2 1 1 4", "constant 0 0 0 0");

    assertThat(run("dataset", "clean", "--data", csv.toString(), "--out", path("clean")))
        .isEqualTo(1);
    assertThat(err.toString()).contains("is not empty, but must be a new or empty folder");
  }

  @Test
  void previewWritesASheet() throws IOException {
    assertThat(
            run(
                "dataset",
                "preview",
                "--data",
                csv.toString(),
                "--out",
                path("s.png"),
                "--faces=3"))
        .isZero();

    assertThat(out.toString()).contains("row 1: original", "column 3: fer2013.csv:3 (HAPPINESS)");
    assertThat(ImageIO.read(folder.resolve("s.png").toFile()).getWidth()).isGreaterThan(3 * 48);
  }

  @Test
  void whatCannotBeReadOrWrittenIsExplainedInOneLine() {
    assertThat(run("dataset", "inspect", "--data", path("none"))).isEqualTo(1);
    assertThat(err.toString())
        .startsWith("moodline inspect: there is no file or folder ")
        .hasLineCount(1);
    assertThat(
            run("dataset", "preview", "--data", csv.toString(), "--out", csv.toString() + "/s.png"))
        .isEqualTo(1);
    assertThat(err.toString()).contains("there is a file where a folder must be");
    assertThat(run("dataset", "preview", "--data", csv.toString(), "--out", "x", "--faces", "0"))
        .isEqualTo(2);
    assertThat(run("dataset")).isEqualTo(2);
    assertThat(run("dataset", "inspect")).isEqualTo(2);
  }

  private int run(String... args) {
    CommandLine line = Cli.commandLine();
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    return line.execute(args);
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private static String patches(long seed) {
    Random random = new Random(seed);
    int[] grays = random.ints(64, 40, 216).toArray();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 48 * 48; i++) {
      text.append(grays[i / 48 / 6 * 8 + i % 48 / 6] + random.nextInt(9)).append(' ');
    }
    return text.toString().strip();
  }
}
