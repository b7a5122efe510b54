package io.moodline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
}
