package io.moodline.trainer.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFilesTest {

  @TempDir private Path folder;

  @Test
  void foldersAboveAreMade() throws IOException {
    Path file = folder.resolve("a/b/c.bin");

    OutputFiles.bytes(file, new byte[] {1, 2});

    assertThat(file).hasBinaryContent(new byte[] {1, 2});
  }

  @Test
  void aFileInTheWayIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("run"), "in the way");
    String problem = "cannot write %s: there is a file where a folder must be".formatted(file);

    assertThatThrownBy(() -> OutputFiles.folder(file)).hasMessage(problem);
    assertThatThrownBy(() -> OutputFiles.text(file.resolve("curves.csv"), "epoch"))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("cannot write " + file)
        .hasMessageEndingWith(": there is a file where a folder must be");
  }

  @Test
  void whatIsThereIsReplaced() throws IOException {
    Path file = Files.writeString(folder.resolve("model.onnx"), "the old model");
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);

    OutputFiles.text(file, "new");
    assertThat(file).hasContent("new");
    OutputFiles.text(link, "newer");

    assertThat(link).isSymbolicLink();
    assertThat(file).hasContent("newer");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactlyInAnyOrder(file, link);
    }
  }

  /** The disk is full for the new file alone: it is written through a link to /dev/full. */
  @Test
  void aFullDiskCostsNothingThatIsThere() throws IOException {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.isWritable(full), "this machine has no /dev/full");
    Path file = Files.writeString(folder.resolve("model.onnx"), "the old model");
    Path next = Files.createSymbolicLink(folder.resolve("model.onnx.next"), full);

    assertThatThrownBy(() -> OutputFiles.text(file, "new"))
        .hasMessage("cannot write " + file + ": No space left on device");

    assertThat(file).hasContent("the old model");
    assertThat(next).doesNotExist();
    assertThat(full).exists();
  }

  @Test
  void aFullDiskIsNamed() {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.isWritable(full), "this machine has no /dev/full");
    BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY);

    assertThatThrownBy(() -> OutputFiles.bytes(full, new byte[9]))
        .hasMessage("cannot write /dev/full: No space left on device");
    assertThatThrownBy(() -> OutputFiles.png(full, image))
        .hasMessage("cannot write /dev/full: No space left on device");
  }
}
