package io.moodline.classifier.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxNativesTest {

  @TempDir private Path folder;

  @Test
  void librariesAreUnpackedOnceAndNothingElseIsLeft() throws IOException {
    Path libraries = OnnxNatives.unpack(folder.resolve("natives")).orElseThrow();
    Path runtime = libraries.resolve(System.mapLibraryName("onnxruntime"));
    assertThat(files(libraries))
        .containsExactlyInAnyOrder(
            runtime, libraries.resolve(System.mapLibraryName("onnxruntime4j_jni")));
    assertThat(Files.size(runtime)).isGreaterThan(1_000_000);

    FileTime longAgo = FileTime.fromMillis(0);
    Files.setLastModifiedTime(runtime, longAgo);
    assertThat(OnnxNatives.unpack(folder.resolve("natives"))).contains(libraries);
    assertThat(Files.getLastModifiedTime(runtime)).isEqualTo(longAgo);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
