package io.moodline.app.cli;

import static io.moodline.app.cli.TrainRig.ANGER;
import static io.moodline.app.cli.TrainRig.DISGUST;
import static io.moodline.app.cli.TrainRig.HAPPY;
import static io.moodline.app.cli.TrainRig.SAD;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which heads a network gets, and what they learn. */
class TrainHeadsTest {

  @TempDir private Path folder;

  private TrainRig rig;
  private Path run;

  @BeforeEach
  void open() {
    rig = new TrainRig(folder);
    run = rig.folder("run");
  }

  @Test
  void bothHeadsAreTrainedExportedAndTeach() throws IOException {
    // The angry are dark, the sad are light.
    Path csv = rig.dataset(ANGER, SAD);
    rig.votes();
    String[] both = {"--network", "happy-sad-cnn", "--labels", "both", "--only", "anger,sadness"};

    assertThat(rig.train(csv, run, with(both, "--epochs", "8"))).as(rig.err()).isZero();

    assertThat(rig.out())
        .contains("logits learns by ferplus labels: sadness,anger")
        .contains("fer2013 learns by fer2013 labels: anger,sadness");
    JsonNode card = json(run.resolve("happy-sad-cnn.json"));
    assertThat(card.at("/labels/0").textValue()).isEqualTo("SADNESS");
    assertThat(card.at("/measured/ferplus_validation_accuracy").doubleValue()).isEqualTo(1);
    JsonNode second = json(run.resolve("happy-sad-cnn.fer2013.json"));
    assertThat(second.at("/labels/0").textValue()).isEqualTo("ANGER");
    assertThat(second.at("/measured/fer2013_validation_accuracy").doubleValue()).isEqualTo(1);

    String file = run.resolve("happy-sad-cnn.onnx").toString();
    String byCard = run.resolve("happy-sad-cnn.json").toString();
    assertThat(
            rig.train(
                csv, rig.folder("taught"), with(both, "--teacher", file, "--teacher", byCard)))
        .as(rig.err())
        .isZero();

    Files.delete(run.resolve("happy-sad-cnn.fer2013.json"));
    assertThat(rig.train(csv, rig.folder("untaught"), with(both, "--teacher", file))).isEqualTo(1);
    assertThat(rig.err()).contains("the teacher " + file).contains("happy-sad-cnn.fer2013.json");
  }

  @Test
  void classFoldersNeedNoWordAboutLabels() throws IOException {
    for (String part : new String[] {"train", "valid"}) {
      for (String name : new String[] {"happy", "sad", "contempt"}) {
        picture(rig.folder("faces").resolve(part).resolve(name).resolve("1.png"));
        picture(rig.folder("faces").resolve(part).resolve(name).resolve("2.png"));
      }
    }

    assertThat(rig.train(rig.folder("faces"), run, "--network", "moodnet-small"))
        .as(rig.err())
        .isZero();

    assertThat(rig.out())
        .contains("4 pictures have a label that is in no label set, and are left out: contempt 4")
        .contains("4 faces to learn from, 4 to be judged by")
        .contains("the data set has no ferplus labels: what it has is learnt")
        .contains("logits learns by fer2013 labels: anger,disgust,fear,happiness,");
    assertThat(run.resolve("moodnet-small.fer2013.json")).doesNotExist();
  }

  @Test
  void whatIsSaidIsDone() throws IOException {
    Path csv = rig.dataset(ANGER, DISGUST, HAPPY, SAD);
    assertThat(
            rig.train(
                csv,
                run,
                "--network",
                "mini-xception",
                "--merge",
                "anger+disgust",
                "--exclude",
                "fear,surprise,neutral",
                "--schedule",
                "step",
                "--loss",
                "squared_hinge",
                "--mixup",
                "0.2",
                "--balance",
                "over"))
        .as(rig.err())
        .isZero();

    // Of 24 faces 12 are angry or disgusted, 6 happy and 6 sad: each class comes 12 times.
    assertThat(rig.out())
        .contains("36 faces to learn from")
        .contains("logits learns by fer2013 labels: anger+disgust,happiness,sadness");
    assertThat(json(run.resolve("mini-xception.json")).at("/training").textValue())
        .contains("schedule=STEP, loss=SQUARED_HINGE")
        .contains("mixup=0.2");
    assertThat(json(run.resolve("training.json")).at("/heads/0/leastShare").doubleValue())
        .isEqualTo(0.5);
  }

  @Test
  void anExportRefusesADataSetWithoutTheLabels() throws IOException {
    Path csv = rig.dataset(ANGER, SAD);
    rig.votes();
    assertThat(
            rig.train(
                csv,
                run,
                "--network",
                "happy-sad-cnn",
                "--labels",
                "ferplus",
                "--only",
                "anger,sadness"))
        .as(rig.err())
        .isZero();
    Files.delete(rig.folder("fer2013new.csv"));

    assertThat(rig.export(csv, rig.folder("model"), run)).isEqualTo(1);

    assertThat(rig.err())
        .contains("has no training face with a label of sadness,anger; ")
        .contains("run learnt ferplus labels");
    assertThat(rig.folder("model").resolve("moodnet.onnx")).doesNotExist();
  }

  private static String[] with(String[] options, String... more) {
    return Stream.of(options, more).flatMap(Arrays::stream).toArray(String[]::new);
  }

  private static JsonNode json(Path file) throws IOException {
    return new ObjectMapper().readTree(file.toFile());
  }

  private static void picture(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    ImageIO.write(new BufferedImage(48, 48, BufferedImage.TYPE_BYTE_GRAY), "png", file.toFile());
  }
}
