package io.moodline.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine;

/** Runs commands on small made-up data sets in the contest's form. */
final class TrainRig {

  static final int ANGER = 0;
  static final int DISGUST = 1;
  static final int HAPPY = 3;
  static final int SAD = 4;

  /** The column of votes for each of the labels above. */
  private static final Map<Integer, Integer> VOTES = Map.of(ANGER, 4, DISGUST, 5, HAPPY, 1, SAD, 3);

  private final Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  TrainRig(Path folder) {
    this.folder = folder;
  }

  Path folder(String name) {
    return folder.resolve(name);
  }

  String out() {
    return out.toString();
  }

  String err() {
    return err.toString();
  }

  /** Writes {@code fer2013.csv}: faces of these emotions by turns, each of its own brightness. */
  Path dataset(int... emotions) throws IOException {
    return dataset(List.of("Training", "PublicTest", "PrivateTest"), emotions);
  }

  Path dataset(List<String> parts, int... emotions) throws IOException {
    SplittableRandom random = new SplittableRandom(1);
    StringBuilder rows = new StringBuilder("emotion,pixels,Usage\n");
    for (String part : parts) {
      int faces = part.equals("Training") ? 24 : 6;
      for (int i = 0; i < faces; i++) {
        rows.append(row(emotions[i % emotions.length], part, random));
      }
    }
    return Files.writeString(folder("fer2013.csv"), rows);
  }

  /** Writes {@code fer2013new.csv} beside it: nine votes for the label, one for neutral. */
  void votes() throws IOException {
    StringBuilder rows =
        new StringBuilder(
            "Usage,Image name,neutral,happiness,surprise,sadness,anger,disgust,fear,contempt,"
                + "unknown,NF\n");
    List<String> faces = Files.readAllLines(folder("fer2013.csv"));
    for (String face : faces.subList(1, faces.size())) {
      int column = VOTES.get(Integer.parseInt(face.substring(0, 1)));
      String votes =
          IntStream.range(0, 10)
              .mapToObj(i -> i == column ? "9" : i == 0 ? "1" : "0")
              .collect(Collectors.joining(","));
      rows.append(face.substring(face.lastIndexOf(',') + 1) + ",face.png," + votes + "\n");
    }
    Files.writeString(folder("fer2013new.csv"), rows);
  }

  private static String row(int emotion, String part, SplittableRandom random) {
    int base = emotion * 40;
    return IntStream.range(0, 48 * 48)
        .mapToObj(p -> Integer.toString(base + random.nextInt(60)))
        .collect(Collectors.joining(" ", emotion + ",", "," + part + "\n"));
  }

  /** Trains, for one epoch when nothing else is said. */
  int train(Path data, Path target, String... options) {
    String[] fixed = {
      "train",
      "--data",
      data.toString(),
      "--out",
      target.toString(),
      "--batch",
      "8",
      "--threads",
      "1",
      "--precision",
      "f32",
      "--patience",
      "0"
    };
    String[] epochs =
        List.of(options).contains("--epochs") ? new String[0] : new String[] {"--epochs", "1"};
    return run(Stream.of(fixed, epochs, options).flatMap(Arrays::stream).toArray(String[]::new));
  }

  int export(Path data, Path target, Path... trainings) {
    String[] from =
        Arrays.stream(trainings)
            .flatMap(training -> Stream.of("--from", training.toString()))
            .toArray(String[]::new);
    String[] fixed = {"export", "--data", data.toString(), "--out", target.toString()};
    return run(Stream.of(fixed, from).flatMap(Arrays::stream).toArray(String[]::new));
  }

  int run(String... args) {
    CommandLine command = Cli.commandLine();
    command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return command.execute(args);
  }

  /** Each file's content and time of change, to see that nothing was written. */
  static TreeMap<String, String> files(Path folder) throws IOException {
    TreeMap<String, String> files = new TreeMap<>();
    try (Stream<Path> found = Files.list(folder)) {
      for (Path file : found.toList()) {
        files.put(
            file.getFileName().toString(),
            Arrays.hashCode(Files.readAllBytes(file)) + " " + Files.getLastModifiedTime(file));
      }
    }
    return files;
  }
}
