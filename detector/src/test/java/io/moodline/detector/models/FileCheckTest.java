package io.moodline.detector.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileCheckTest {

  /** Of "abc", from FIPS 180-4's examples. */
  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  /** Of nothing, from NIST's test vectors. */
  private static final String EMPTY =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  private static final KnownModel MODEL =
      new KnownModel(
          "abc",
          List.of(),
          "abc.onnx",
          URI.create("https://example.org/abc.onnx"),
          ABC,
          3,
          "MIT",
          "a test");

  @TempDir private Path folder;

  @Test
  void whatIsNotThereIsAbsent() {
    FileCheck check = FileCheck.of(folder, MODEL);

    assertThat(check.verdict()).isEqualTo(FileCheck.Verdict.ABSENT);
    assertThat(check.present()).isFalse();
  }

  @Test
  void theRightContentMatches() throws IOException {
    Files.writeString(folder.resolve("abc.onnx"), "abc");

    assertThat(FileCheck.of(folder, MODEL).matches()).isTrue();
  }

  @Test
  void anotherContentIsToldByBothSums() throws IOException {
    Path file = Files.createFile(folder.resolve("abc.onnx"));

    assertThat(FileCheck.of(folder, MODEL).text())
        .isEqualTo(
            "%s does not match the catalogue's abc: its sha256 is %s, but must be %s"
                .formatted(file, EMPTY, ABC));
  }

  @Test
  void aFolderOfThatNameCannotBeRead() throws IOException {
    Files.createDirectory(folder.resolve("abc.onnx"));

    FileCheck check = FileCheck.of(folder, MODEL);
    assertThat(check.verdict()).isEqualTo(FileCheck.Verdict.UNREADABLE);
    assertThat(check.text()).endsWith("abc.onnx cannot be read: it is not a file");
  }
}
