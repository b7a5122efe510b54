package io.moodline.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The repository's own scripts, with programs in the place of those that do the work. */
class ScriptsTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  @TempDir private Path folder;

  @Test
  void eachCommandHasTheMemoryThatItNeeds() throws Exception {
    assertThat(java("run", "demo")).contains("-Xmx512m").doesNotContain("-Xmx2g");
    assertThat(java("evaluate", "--data", "x")).contains("-Xmx2g").doesNotContain("-Xmx512m");
    assertThat(java("train")).contains("-Xmx3g");
  }

  @Test
  void aTrainingIsToldThatNoBarCanMove() throws Exception {
    assertThat(java("train")).contains("-Dmoodline.terminal=false");
  }

  /** What Java would be given. */
  private List<String> java(String... arguments) throws Exception {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    program(bin.resolve("java"), "printf '%s\\n' \"$@\"");
    Path jar = folder.resolve("moodline.jar");
    Files.write(jar, new byte[0]);
    ProcessBuilder moodline = bash(ROOT.resolve("moodline"), arguments);
    moodline.environment().put("MOODLINE_JAR", jar.toString());
    moodline.environment().put("MOODLINE_LIBTORCH", bin.toString());
    moodline.environment().merge("PATH", bin.toString(), (old, own) -> own + ":" + old);
    return output(moodline);
  }

  @Test
  void everyFourthTrainingFaceIsTakenFromBothTables() throws Exception {
    Path data = data();
    Path out = folder.resolve("out");
    ProcessBuilder trainModels = trainModels(data, out);

    output(trainModels);
    output(trainModels);

    // The first and the fifth of six; every face of the other parts.
    assertThat(out.resolve("quarter/fer2013new.csv"))
        .content()
        .isEqualTo("Usage,Image name\nTraining,a0\nTraining,a4\nPublicTest,b0\nPrivateTest,c0\n");
    assertThat(out.resolve("quarter/fer2013.csv"))
        .content()
        .isEqualTo(
            "emotion,pixels,Usage\n0,7,Training\n4,7,Training\n6,7,PublicTest\n6,7,PrivateTest\n");
    assertThat(data.resolve("fer2013new.csv")).content().contains("a1");
    assertThat(data.resolve("fer2013.csv")).content().contains("1,7");
    assertThat(out.resolve("quarter/FER2013Train/a0.png")).exists();
    assertThat(out.resolve("moodnet-1/train.log"))
        .as("what was said before a stop stays")
        .content()
        .isEqualTo("trained\ntrained\n");
  }

  @Test
  void dataWithoutVotesIsRefusedBeforeTheFirstTraining() throws Exception {
    Path data = data();
    Files.delete(data.resolve("fer2013new.csv"));
    Path out = folder.resolve("out");

    Process process = trainModels(data, out).redirectErrorStream(true).start();

    assertThat(new String(process.getInputStream().readAllBytes(), UTF_8))
        .isEqualTo("train-models: " + data + " holds no fer2013new.csv, the votes of FER+\n");
    assertThat(process.waitFor()).isEqualTo(1);
    assertThat(out).doesNotExist();
  }

  private Path data() throws IOException {
    Path data = folder.resolve("data");
    Files.createDirectories(data.resolve("FER2013Train"));
    Files.write(data.resolve("FER2013Train/a0.png"), new byte[1]);
    StringBuilder votes = new StringBuilder("Usage,Image name\n");
    StringBuilder contest = new StringBuilder("emotion,pixels,Usage\n");
    for (int i = 0; i < 6; i++) {
      votes.append("Training,a").append(i).append('\n');
      contest.append(i).append(",7,Training\n");
    }
    votes.append("PublicTest,b0\nPrivateTest,c0\n");
    contest.append("6,7,PublicTest\n6,7,PrivateTest\n");
    Files.writeString(data.resolve("fer2013new.csv"), votes);
    Files.writeString(data.resolve("fer2013.csv"), contest);
    return data;
  }

  private ProcessBuilder trainModels(Path data, Path out) throws IOException {
    Path copy = folder.resolve("trainer/train-models");
    Files.createDirectories(copy.getParent());
    Files.copy(ROOT.resolve("trainer/train-models"), copy);
    program(folder.resolve("moodline"), "echo trained");
    return bash(copy, data.toString(), out.toString());
  }

  private static void program(Path file, String line) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + line + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private static ProcessBuilder bash(Path script, String... arguments) {
    return new ProcessBuilder(
        Stream.concat(Stream.of("bash", script.toString()), Stream.of(arguments)).toList());
  }

  private static List<String> output(ProcessBuilder script) throws Exception {
    Process process = script.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).isZero();
    return output.lines().toList();
  }
}
