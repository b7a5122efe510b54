package io.moodline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trainings that are given again, or used, after something happened to them. */
class TrainAgainTest {

  private static final String NETWORK = "happy-sad-cnn";

  @TempDir private Path folder;

  private TrainRig rig;
  private Path csv;
  private Path run;

  @BeforeEach
  void writeDataset() throws IOException {
    rig = new TrainRig(folder);
    csv = rig.dataset(TrainRig.HAPPY, TrainRig.SAD);
    run = rig.folder("run");
  }

  /** The disk is full for the second checkpoint alone: it is written through a link. */
  @Test
  void aFullDiskStopsItAndWithRoomItGoesOn() throws IOException {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.isWritable(full), "this machine has no /dev/full");
    Files.createDirectory(run);
    Path second = Files.createSymbolicLink(run.resolve("checkpoint-2.pt"), full);

    assertThat(twoEpochs()).isEqualTo(1);
    assertThat(rig.err())
        .isEqualToIgnoringNewLines(
            "moodline train: the checkpoint %s cannot be written: No space left on device"
                .formatted(second));

    Files.delete(second);
    assertThat(twoEpochs()).as(rig.err()).isZero();
    assertThat(rig.out()).contains("going on after epoch 1");
  }

  @Test
  void whoeverUsesATrainingThatHasNotEndedIsTold() throws IOException {
    // What a training that is stopped leaves behind.
    Files.createDirectories(run.resolve("checkpoint-2.pt"));
    assertThat(twoEpochs()).isEqualTo(1);
    String told = run + " had 1 of 2 epochs";

    assertThat(rig.export(csv, rig.folder("model"), run)).as(rig.err()).isZero();
    assertThat(rig.out()).containsOnlyOnce(told);
    assertThat(train(rig.folder("begun"), "--start-from", run.toString())).isZero();
    assertThat(rig.out().split(told, -1)).hasSize(3);
    assertThat(train(rig.folder("taught"), "--teacher", run.toString())).isZero();
    assertThat(rig.out().split(told, -1)).hasSize(4);

    assertThat(rig.export(csv, rig.folder("model"), rig.folder("taught"))).isZero();
    assertThat(rig.out().split(" had ", -1)).as("an ended one").hasSize(4);
  }

  @Test
  void facesThatWereChangedAreNoticed() throws IOException {
    assertThat(train(run)).as(rig.err()).isZero();
    Map<String, String> before = TrainRig.files(run);
    String first = "\n" + TrainRig.HAPPY + ",";
    Files.writeString(csv, Files.readString(csv).replaceFirst(first, "\n" + TrainRig.SAD + ","));

    assertThat(train(run)).isEqualTo(1);
    assertThat(rig.err())
        .contains(run + " holds a training on other faces: pixels or labels were changed");
    assertThat(TrainRig.files(run)).isEqualTo(before);
  }

  @Test
  void aTrainingThatKnowsNothingOfItsFacesGoesOn() throws IOException {
    assertThat(train(run)).as(rig.err()).isZero();
    Path state = run.resolve("state.json");
    String old =
        Files.readString(state)
            .replaceFirst("\"faces\" : \"[0-9a-f]{8}\",", "")
            .replaceFirst("\"epochs\" : 1,", "");
    assertThat(old).doesNotContain("\"faces\"").doesNotContain("\"epochs\"");
    Files.writeString(state, old);

    assertThat(train(run)).as(rig.err()).isZero();

    assertThat(rig.out()).contains("going on after epoch 1");
    assertThat(rig.export(csv, rig.folder("model"), run)).isZero();
    assertThat(rig.out()).doesNotContain(" had ");
  }

  @Test
  void aDamagedFileIsNamed() throws IOException {
    assertThat(train(run)).as(rig.err()).isZero();

    assertDamaged("training.json", "is damaged: ", "export");
    assertDamaged("state.json", "is damaged: ", "export");
    assertDamaged("state.json", "is damaged: ", "train");
    assertDamaged("checkpoint-1.pt", "is damaged: ", "export");
    assertDamaged("checkpoint-1.pt", "is damaged: ", "train");
    Files.delete(run.resolve("checkpoint-1.pt"));
    assertThat(train(run)).isEqualTo(1);
    assertThat(rig.err())
        .endsWith("the checkpoint " + run.resolve("checkpoint-1.pt") + " is missing\n");
  }

  /** Half of the file is gone for the time of one command. */
  private void assertDamaged(String name, String problem, String command) throws IOException {
    Path file = run.resolve(name);
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    int lines = rig.err().split("\n").length;

    int code = command.equals("train") ? train(run) : rig.export(csv, rig.folder("model"), run);

    assertThat(code).as(name).isEqualTo(1);
    assertThat(rig.err()).contains("moodline " + command + ": " + file + " " + problem);
    assertThat(rig.err().split("\n").length - lines).as("lines").isLessThanOrEqualTo(1);
    Files.write(file, whole);
  }

  /** Whatever started it says so: here a terminal, on which a bar moves. */
  @Test
  void aBarMovesOnATerminal() {
    System.setProperty(TrainCommand.TERMINAL, "true");
    try {
      assertThat(train(run)).as(rig.err()).isZero();
    } finally {
      System.clearProperty(TrainCommand.TERMINAL);
    }
    assertThat(rig.out()).contains("\r\u001b[2Kepoch 1 of 1 [").contains("] loss ");
  }

  private int train(Path target, String... options) {
    String[] all = Arrays.copyOf(options, options.length + 2);
    all[options.length] = "--network";
    all[options.length + 1] = NETWORK;
    return rig.train(csv, target, all);
  }

  private int twoEpochs() {
    return rig.run(
        "train",
        "--data",
        csv.toString(),
        "--out",
        run.toString(),
        "--network",
        NETWORK,
        "--epochs",
        "2",
        "--batch",
        "8",
        "--threads",
        "1",
        "--precision",
        "f32",
        "--patience",
        "0");
  }
}
