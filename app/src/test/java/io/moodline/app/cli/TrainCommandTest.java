package io.moodline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.moodline.classifier.model.Models;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** From a made-up data set, in which the happy are light and the sad are dark, to a model. */
class TrainCommandTest {

  private static final int HAPPY = 3;
  private static final int SAD = 4;

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path csv;
  private Path run;

  @BeforeEach
  void writeDataset() throws IOException {
    csv = folder.resolve("fer2013.csv");
    run = folder.resolve("run");
    SplittableRandom random = new SplittableRandom(1);
    StringBuilder rows = new StringBuilder("emotion,pixels,Usage\n");
    IntStream.range(0, 48).forEach(i -> rows.append(row(i, "Training", random)));
    IntStream.range(0, 12).forEach(i -> rows.append(row(i, "PublicTest", random)));
    IntStream.range(0, 12).forEach(i -> rows.append(row(i, "PrivateTest", random)));
    Files.writeString(csv, rows);
  }

  @Test
  void trainsAModelThatTheClassifierRuns() throws IOException {
    assertThat(train("--network", "happy-sad-cnn", "--epochs", "6")).as(err.toString()).isZero();

    assertThat(out.toString())
        .contains("48 faces to learn from, 12 to be judged by")
        .contains("logits learns by fer2013 labels: happiness,sadness")
        .contains("on 12 faces (there are no 100) ONNX Runtime is within ")
        .contains("epoch 6 of 6: loss ")
        .contains("happy-sad-cnn.onnx written");
    assertThat(Files.readAllLines(run.resolve("curves.csv")))
        .hasSize(7)
        .first()
        .isEqualTo(
            "epoch,learning_rate,training_loss,validation_loss,validation_accuracy_logits,seconds");
    assertThat(ImageIO.read(run.resolve("curves.png").toFile()).getWidth()).isEqualTo(760);
    JsonNode card = new ObjectMapper().readTree(run.resolve("happy-sad-cnn.json").toFile());
    assertThat(card.at("/labels/0").textValue()).isEqualTo("HAPPINESS");
    assertThat(card.at("/labels/1").textValue()).isEqualTo("SADNESS");
    assertThat(card.at("/output/temperature").doubleValue()).isPositive();

    Path report = folder.resolve("report");
    assertThat(
            run(
                "evaluate",
                "--model",
                run.resolve("happy-sad-cnn.onnx").toString(),
                "--data",
                csv.toString(),
                "--labels",
                "fer2013",
                "--no-clean",
                "--out",
                report.toString()))
        .as(err.toString())
        .isZero();
    assertThat(Files.readString(report.resolve("report.json"))).contains("\"accuracy\" : 1.0");
  }

  @Test
  void goesOnWhereItStoppedAndRefusesOtherSettings() {
    assertThat(train("--network", "happy-sad-cnn", "--epochs", "1")).isZero();
    assertThat(train("--network", "happy-sad-cnn", "--epochs", "1")).isZero();
    assertThat(out.toString()).contains("going on after epoch 1");

    assertThat(train("--network", "happy-sad-cnn", "--epochs", "1", "--l2", "0.01")).isEqualTo(1);
    assertThat(err.toString()).contains("holds a training with other settings");
  }

  /** It would otherwise take the finished training for the one that is asked for. */
  @Test
  void anotherTrainingIsRefusedAndNothingIsChanged() throws IOException {
    assertThat(train("--network", "happy-sad-cnn", "--epochs", "1")).as(err.toString()).isZero();
    Map<String, String> before = contents();

    assertThat(train("--network", "happy-sad-cnn", "--epochs", "1", "--class-weights", "balanced"))
        .isEqualTo(1);
    assertThat(err.toString()).contains("weights balanced").contains("Choose another folder");
    assertThat(train("--network", "happy-sad-cnn", "--epochs", "1", "--dropout", "0.1"))
        .isEqualTo(1);
    assertThat(train("--network", "mini-xception", "--epochs", "1")).isEqualTo(1);
    assertThat(contents()).isEqualTo(before);
  }

  private Map<String, String> contents() throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.list(run)) {
      for (Path file : files.toList()) {
        contents.put(file.getFileName().toString(), Models.sha256(Files.readAllBytes(file)));
      }
    }
    return contents;
  }

  @Test
  void severalTrainingsBecomeOneModel() throws IOException {
    assertThat(train("--network", "happy-sad-cnn", "--epochs", "4")).as(err.toString()).isZero();
    Path first = run;
    run = folder.resolve("second");
    assertThat(
            train(
                "--network",
                "happy-sad-cnn",
                "--epochs",
                "2",
                "--seed",
                "2",
                "--start-from",
                first.toString(),
                "--teacher",
                first.toString()))
        .as(err.toString())
        .isZero();
    Path model = folder.resolve("model");

    assertThat(export(first, run, model, "--int8", "--mirror", "alternate"))
        .as(err.toString())
        .isZero();

    assertThat(out.toString()).contains("in 8 bits: validation accuracy").contains("pair.onnx");
    JsonNode card = new ObjectMapper().readTree(model.resolve("pair.json").toFile());
    assertThat(card.at("/training").textValue())
        .contains(
            "the mean of the logits of 2 networks, every second of which judges the mirror image");
    assertThat(
            run(
                "evaluate",
                "--model",
                model.resolve("pair.json").toString(),
                "--data",
                csv.toString(),
                "--labels",
                "fer2013",
                "--no-clean"))
        .as(err.toString())
        .isZero();

    run = folder.resolve("third");
    String exported = model.resolve("pair.onnx").toString();
    assertThat(train("--network", "happy-sad-cnn", "--epochs", "1", "--teacher", exported))
        .as(err.toString())
        .isZero();

    assertThat(export(first, folder, model)).isEqualTo(1);
    assertThat(err.toString()).contains("holds no training: there is no training.json");
  }

  private int export(Path first, Path second, Path model, String... options) {
    String[] fixed = {
      "export",
      "--from",
      first.toString(),
      "--from",
      second.toString(),
      "--data",
      csv.toString(),
      "--out",
      model.toString(),
      "--name",
      "pair"
    };
    return run(Stream.of(fixed, options).flatMap(Arrays::stream).toArray(String[]::new));
  }

  @Test
  void namesWhatIsWrong() throws IOException {
    assertThat(train("--network", "vgg")).isEqualTo(2);
    assertThat(err.toString()).contains("network is \"vgg\", but must be one of moodnet,");
    assertThat(train("--epochs", "0")).isEqualTo(2);
    assertThat(err.toString()).contains("epochs is 0, but must be from 1 to 100000");
    assertThat(train("--augment", "zoom")).isEqualTo(2);
    assertThat(err.toString()).contains("augmentation \"zoom\" is unknown");
    assertThat(train("--only", "happiness,joyless")).isEqualTo(2);
    assertThat(err.toString()).contains("--only happiness,joyless: class \"joyless\" is unknown");
    assertThat(train("--teaching", "0.5")).isEqualTo(2);
    assertThat(err.toString()).contains("there is no --teacher");
    assertThat(train("--labels", "fer2013", "--second-head", "0.5")).isEqualTo(2);
    assertThat(err.toString()).contains("--second-head is for two heads");
    assertThat(train("--network", "dubovyi-gradient-fnn", "--int8")).isEqualTo(1);
    assertThat(err.toString())
        .contains("dubovyi-gradient-fnn has no convolution that could be computed in 8 bits");
    assertThat(run).doesNotExist();

    assertThat(train("--network", "moodnet", "--labels", "both")).isEqualTo(1);
    assertThat(err.toString())
        .contains("has no training face with a label of")
        .contains("say by --labels");
    assertThat(train("--network", "happy-sad-cnn", "--teacher", folder.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("holds no training: there is no training.json");
    assertThat(train("--network", "happy-sad-cnn", "--teacher", "moodnet.fer2013")).isEqualTo(1);
    assertThat(err.toString())
        .contains("the teacher moodnet.fer2013 (bundled moodnet.onnx) answers [ANGER, DISGUST,")
        .contains("but what it is to teach [HAPPINESS, SADNESS]: they must be the same");
    assertThat(train("--network", "happy-sad-cnn", "--teacher", "nowhere")).isEqualTo(1);
    assertThat(err.toString())
        .contains("the teacher nowhere is no folder of a training, and no model")
        .contains("or name a bundled model: moodnet,");

    Files.writeString(csv, Files.readString(csv) + "9,1 2 3,Training\n");
    assertThat(train("--network", "happy-sad-cnn")).isEqualTo(1);
    assertThat(err.toString()).contains("fer2013.csv:74: emotion is \"9\"");
  }

  @Test
  void namesAMissingPartOfTheData() throws IOException {
    Files.writeString(
        csv,
        Files.readAllLines(csv).stream()
            .filter(line -> !line.endsWith("PublicTest"))
            .collect(Collectors.joining("\n")));

    assertThat(train("--network", "happy-sad-cnn")).isEqualTo(1);
    assertThat(err.toString()).containsIgnoringCase("PublicTest");
  }

  @Test
  void namesAFolderThatCannotBeWritten() throws IOException {
    Files.writeString(folder.resolve("run"), "in the way");

    assertThat(train("--network", "happy-sad-cnn")).isEqualTo(1);
    assertThat(err.toString())
        .isEqualToIgnoringNewLines(
            "moodline train: cannot write " + run + ": there is a file where a folder must be");
  }

  private int train(String... options) {
    String[] fixed = {
      "train",
      "--data",
      csv.toString(),
      "--out",
      run.toString(),
      "--batch",
      "8",
      "--threads",
      "1",
      "--precision",
      "f32",
      "--patience",
      "0"
    };
    return run(Stream.of(fixed, options).flatMap(Arrays::stream).toArray(String[]::new));
  }

  private int run(String... args) {
    CommandLine command = Cli.commandLine();
    command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return command.execute(args);
  }

  private static String row(int i, String usage, SplittableRandom random) {
    int emotion = i % 2 == 0 ? HAPPY : SAD;
    int base = emotion == HAPPY ? 160 : 20;
    String pixels =
        IntStream.range(0, 48 * 48)
            .mapToObj(p -> Integer.toString(base + random.nextInt(60)))
            .collect(Collectors.joining(" "));
    return emotion + "," + pixels + "," + usage + "\n";
  }
}
