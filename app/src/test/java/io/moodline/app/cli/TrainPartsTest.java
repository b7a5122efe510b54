package io.moodline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data sets with a part that lacks something. */
class TrainPartsTest {

  @TempDir private Path folder;

  @Test
  void findsOutBeforeTheTrainingThatNoValidationFaceIsLabelled() throws IOException {
    TrainRig rig = new TrainRig(folder);
    Path angry = rig.dataset(List.of("PublicTest"), TrainRig.ANGER);
    String validation = Files.readString(angry).split("\n", 2)[1];
    Path csv = rig.dataset(List.of("Training"), TrainRig.HAPPY, TrainRig.SAD);
    Files.writeString(csv, Files.readString(csv) + validation);

    assertThat(rig.train(csv, rig.folder("run"), "--network", "happy-sad-cnn")).isEqualTo(1);

    assertThat(rig.err()).contains("has no validation face with a label of happiness,sadness");
    assertThat(TrainRig.files(rig.folder("run"))).isEmpty();
  }

  @Test
  void looksForNearDuplicatesWithoutATestPart() throws IOException {
    TrainRig rig = new TrainRig(folder);
    Path csv = rig.dataset(List.of("Training", "PublicTest"), TrainRig.HAPPY, TrainRig.SAD);
    Path run = rig.folder("run");

    assertThat(rig.train(csv, run, "--network", "happy-sad-cnn", "--drop-near-duplicates"))
        .as(rig.err())
        .isZero();

    assertThat(rig.out()).contains("0 near-duplicates of validation or test faces left out");
  }

  /** The one table is read for each part: the row used to be counted for each, too. */
  @Test
  void countsABadRowOnce() throws IOException {
    TrainRig rig = new TrainRig(folder);
    Path csv = rig.dataset(TrainRig.HAPPY, TrainRig.SAD);
    Files.writeString(csv, Files.readString(csv) + "9,1 2 3,Training\n");
    Path run = rig.folder("run");
    // After the header 24, 6 and 6 rows: the bad one is line 38.
    String once = "1 unusable rows or pictures left out, the first: fer2013.csv:38: emotion is";

    assertThat(rig.train(csv, run, "--network", "happy-sad-cnn", "--skip-bad"))
        .as(rig.err())
        .isZero();
    assertThat(rig.out()).containsOnlyOnce("left out").contains(once);

    String[] export = {
      "export", "--from", run.toString(), "--data", csv.toString(), "--out", run + "-2"
    };
    assertThat(rig.run(export)).isEqualTo(1);
    assertThat(rig.err()).contains("fer2013.csv:38: emotion is");
    assertThat(
            rig.run(
                Stream.concat(Stream.of(export), Stream.of("--skip-bad")).toArray(String[]::new)))
        .as(rig.err())
        .isZero();
    assertThat(rig.out().split(once, -1)).hasSize(3);
  }
}
