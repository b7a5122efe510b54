package io.moodline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.moodline.app.evaluate.pipeline.MarkedFrames;
import io.moodline.testing.SharedData;
import io.moodline.trainer.dataset.BadRows;
import io.moodline.trainer.dataset.FaceDatasets;
import io.moodline.trainer.dataset.LabelledFace;
import io.moodline.trainer.dataset.Split;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class EvaluateDetectorCommandTest {

  private static final int FACES = 60;

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void bothDetectorsFindMostFacesOfMadeUpFrames() throws IOException {
    List<LabelledFace> faces =
        FaceDatasets.open(SharedData.get("fer2013"))
            .faces(Set.of(Split.VALID), BadRows.refuse())
            .subList(0, FACES);
    MarkedFrames.write(folder.resolve("data"), faces, 70, 160);
    String models = SharedData.get("models").toString();

    int code =
        run(
            "evaluate-detector",
            "--data",
            path("data"),
            "--detector",
            "haar",
            "--detector",
            "yunet",
            "--detector-models",
            models,
            "--out",
            path("out"),
            "--sheets",
            "--cell",
            "320");

    assertThat(err.toString()).isEmpty();
    assertThat(code).isZero();
    JsonNode report = new ObjectMapper().readTree(folder.resolve("out/report.json").toFile());
    assertThat(report.get("pictures").intValue()).isEqualTo(FACES / 15 + 1);
    assertThat(report.get("faces").intValue()).isEqualTo(FACES);
    assertThat(report.at("/detectors/0/id").textValue()).isEqualTo("haar");
    assertThat(report.at("/detectors/1/id").textValue()).isEqualTo("yunet");
    for (JsonNode detector : report.get("detectors")) {
      JsonNode all = detector.at("/scores/0");
      assertThat(all.get("recall").doubleValue()).isGreaterThan(0.65);
      assertThat(all.get("precision").doubleValue()).isGreaterThan(0.9);
      assertThat(all.get("averagePrecision").doubleValue())
          .isBetween(all.get("recall").doubleValue() - 0.05, 1.0);
      assertThat(detector.at("/scores/1/faces").intValue()).isZero();
      assertThat(detector.at("/scores/1/recall").isNull()).isTrue();
    }
    assertThat(out.toString()).contains("5 pictures, 60 faces; found means IoU 0.3 or more (csv)");
    BufferedImage sheet = ImageIO.read(folder.resolve("out/sheet-haar-001.png").toFile());
    assertThat(sheet.getWidth()).isGreaterThan(5 * 320);
    assertThat(folder.resolve("out/sheet-yunet-001.png")).exists();
  }

  @Test
  void aPictureWithoutMarkedFacesGivesNoFigures() throws IOException {
    picture("a.png");
    Files.writeString(folder.resolve("faces.csv"), "a.png,,,,,\n");

    assertThat(run("evaluate-detector", "--data", path("faces.csv"), "--detector", "haar"))
        .isZero();

    assertThat(out.toString().lines().map(line -> line.strip().replaceAll(" +", " ")))
        .contains("all 0 0 0 - - - -");
    try (var files = Files.list(folder)) {
      assertThat(files).as("nothing is written unless asked for").hasSize(2);
    }
  }

  @Test
  void badRowsEndItUnlessTheyAreSkipped() throws IOException {
    picture("a.png");
    Files.writeString(folder.resolve("faces.csv"), "a.png,1,1,9,9\nb.png,1,1,9,9\n");
    String[] command = {"evaluate-detector", "--data", path("faces.csv"), "--detector", "haar"};

    assertThat(run(command)).isEqualTo(1);
    assertThat(err.toString())
        .startsWith("moodline evaluate-detector: faces.csv:2: there is no picture \"b.png\" in");

    assertThat(run(command[0], "--skip-bad", command[1], command[2], command[3], command[4]))
        .isZero();
    assertThat(out.toString())
        .contains("1 pictures, 1 faces")
        .contains("pictures left out: 1; faults: 1")
        .contains("  faces.csv:2: there is no picture");
  }

  @Test
  void aPictureThatOnlyItsHeaderSaysIsOneIsNamed() throws IOException {
    byte[] png = Files.readAllBytes(picture("a.png"));
    Files.write(folder.resolve("b.png"), Arrays.copyOf(png, 40));
    Files.writeString(folder.resolve("faces.csv"), "a.png,1,1,9,9\nb.png,1,1,9,9\n");

    assertThat(run("evaluate-detector", "--data", path("faces.csv"), "--detector", "haar"))
        .isEqualTo(1);
    assertThat(err.toString()).contains("b.png: a damaged PNG");
  }

  @Test
  void photographsAreDrawnWithoutMarkedFaces() throws IOException {
    Path photo = SharedData.get("photo/azure_detection5.jpg");

    int code =
        run(
            "evaluate-detector",
            "--pictures",
            photo.toString(),
            "--detector",
            "haar",
            "--out",
            path("out"));

    assertThat(code).isZero();
    assertThat(out.toString()).contains("haar, azure_detection5.jpg: 3 faces");
    BufferedImage sheet = ImageIO.read(folder.resolve("out/pictures-haar-001.png").toFile());
    assertThat(sheet.getWidth()).isEqualTo(646);
  }

  @Test
  void facesOfAVideoAreFollowed() {
    Path video = SharedData.get("video/head-pose-face-detection-male.mp4");
    Path yunet = SharedData.get("models/face_detection_yunet_2023mar.onnx");

    int code =
        run(
            "evaluate-detector",
            "--pictures",
            video.toString(),
            "--detector",
            yunet.toString(),
            "--out",
            path("out"),
            "--every",
            "3");

    assertThat(code).isZero();
    assertThat(out.toString())
        .contains("face_detection_yunet_2023mar.onnx, head-pose-face-detection-male.mp4: 62 frames")
        .contains("1 ids");
    assertThat(
            folder.resolve(
                "out/video-head-pose-face-detection-male.mp4-face_detection_yunet_2023mar-001.png"))
        .exists();
  }

  @Test
  void whatCannotBeIsRefusedBeforeAnythingIsDone() throws IOException {
    picture("a.png");
    Files.writeString(folder.resolve("faces.csv"), "a.png,1,1,9,9\n");
    String csv = path("faces.csv");

    assertThat(run("evaluate-detector")).isEqualTo(2);
    assertThat(run("evaluate-detector", "--data", csv, "--pictures", csv)).isEqualTo(2);
    assertRefused("--sheets needs --out", "--data", csv, "--sheets");
    assertRefused("--pictures needs --out", "--pictures", csv);
    assertRefused("--iou: the least overlap (IoU) is 0.0", "--data", csv, "--iou", "0");
    assertRefused("detector.input.width", "--data", csv, "--input-width", "1");
    assertRefused("detector.kind", "--data", csv, "--detector", "cascade");
    assertRefused("--every is 0.0", "--pictures", csv, "--out", csv, "--every", "0");
    assertRefused(
        "--cell or --sheet-pictures", "--data", csv, "--sheets", "--out", path("o"), "--cell", "1");
    assertThat(folder.resolve("o")).doesNotExist();
  }

  private void assertRefused(String message, String... arguments) {
    err.getBuffer().setLength(0);
    String[] command = new String[arguments.length + 1];
    command[0] = "evaluate-detector";
    System.arraycopy(arguments, 0, command, 1, arguments.length);

    assertThat(run(command)).as(message).isEqualTo(2);
    assertThat(err.toString()).contains(message);
  }

  private Path picture(String name) throws IOException {
    Path file = folder.resolve(name);
    BufferedImage plain = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
    ImageIO.write(plain, "png", file.toFile());
    return file;
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private int run(String... arguments) {
    CommandLine command = Cli.commandLine();
    command.setOut(new PrintWriter(out, true));
    command.setErr(new PrintWriter(err, true));
    return command.execute(arguments);
  }
}
