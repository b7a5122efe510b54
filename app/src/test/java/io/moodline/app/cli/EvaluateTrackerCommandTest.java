package io.moodline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class EvaluateTrackerCommandTest {

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    CommandLine commandLine =
        Cli.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    return commandLine.execute(
        Stream.concat(Stream.of("evaluate-tracker"), Arrays.stream(args)).toArray(String[]::new));
  }

  private List<String> lines() {
    return out.toString().lines().map(line -> line.strip().replaceAll(" +", " ")).toList();
  }

  @Test
  void printsALineForEachConditionAndTheMean() throws IOException {
    Path json = folder.resolve("tracker.json");

    assertThat(
            run(
                "--faces",
                "2,13",
                "--fps",
                "5,10",
                "--drop",
                "0,0.2",
                "--seeds",
                "2-3",
                "--seconds",
                "10",
                "--json",
                json.toString()))
        .isZero();

    // The demo has no 13 faces: 4 conditions for it, and 8 for the crowd.
    assertThat(lines()).hasSize(1 + 4 + 8 + 1);
    assertThat(lines().get(0)).startsWith("scene faces fps drop MOTA IDF1");
    assertThat(lines().get(1)).startsWith("demo 2 5 0.00 ");
    assertThat(lines().get(12)).startsWith("crowd 13 10 0.20 ");
    assertThat(lines().get(13)).startsWith("mean ");
    JsonNode read = new ObjectMapper().readTree(json.toFile());
    assertThat(read.at("/conditions")).hasSize(12);
    assertThat(read.at("/conditions/0/seconds").intValue()).isEqualTo(20);
    assertThat(read.at("/mean/idf1").doubleValue()).isBetween(0.5, 1.0);
    assertThat(read.at("/firstSeed").intValue()).isEqualTo(2);
  }

  @Test
  void settingsOfTheServiceChangeWhatComesOut() {
    run(
        "--scene",
        "crowd",
        "--faces",
        "5",
        "--fps",
        "10",
        "--drop",
        "0",
        "--seeds",
        "1",
        "--seconds",
        "20");
    String usual = out.toString();
    out.getBuffer().setLength(0);
    run(
        "--scene",
        "crowd",
        "--faces",
        "5",
        "--fps",
        "10",
        "--drop",
        "0",
        "--seeds",
        "1",
        "--seconds",
        "20",
        "--set",
        "detector.track.max.gap.ms=50");

    assertThat(out.toString()).isNotEqualTo(usual);
  }

  @ParameterizedTest
  @CsvSource({
    "--fps,      0,    'fps is 0, but must be 1 to 60'",
    "--faces,    61,   'faces is 61, but must be 1 to 60'",
    "--drop,     1,    'drop is 1.0, but must be 0 to 0.9'",
    "--seeds,    x,    'seeds is \"x\", but must be a number of scenes, or FROM-TO'",
    "--seeds,    3-2,  'seeds is 3-2, but must be'",
    "--seconds,  0,    'seconds is 0, but must be 1 to 3600'",
    "--detector, haar, '--detector needs --rendered'",
    "--set,      detector.track.max.gap.ms=0, 'detector.track.max.gap.ms'",
  })
  void refusesWhatCannotBe(String option, String value, String message) {
    assertThat(run(option, value)).isEqualTo(2);
    assertThat(err.toString()).contains(message);
  }

  @Test
  void refusesTheDemoWithMoreFacesThanItHas() {
    assertThat(run("--scene", "demo", "--faces", "30")).isEqualTo(2);
    assertThat(err.toString()).contains("these scenes have no such number of faces");
  }

  @Test
  void aRealDetectorFindsAndKeepsTheDemosFaces() throws IOException {
    Path json = folder.resolve("tracker.json");

    assertThat(
            run(
                "--rendered",
                "--detector",
                "haar",
                "--faces",
                "2",
                "--fps",
                "3",
                "--drop",
                "0",
                "--seeds",
                "1",
                "--seconds",
                "6",
                "--json",
                json.toString()))
        .isZero();

    JsonNode read = new ObjectMapper().readTree(json.toFile());
    assertThat(read.at("/conditions/0/truths").intValue()).isGreaterThan(15);
    assertThat(read.at("/conditions/0/mota").doubleValue()).isGreaterThan(0.7);
  }
}
