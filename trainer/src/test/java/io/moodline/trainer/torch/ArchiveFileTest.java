package io.moodline.trainer.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.InputArchive;
import org.bytedeco.pytorch.OutputArchive;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveFileTest {

  @TempDir Path folder;

  @Test
  void whatIsWrittenIsReadBack() throws IOException {
    Path file = folder.resolve("numbers.pt");
    try (PointerScope scope = new PointerScope()) {
      ArchiveFile.save(archive(), file);

      InputArchive read = new InputArchive();
      read.load_from(file.toString());
      Tensor numbers = new Tensor();
      read.read("numbers", numbers);
      assertThat(TorchNetwork.numbers(numbers)).hasSize(100_000).containsOnly(1);
    }
  }

  /** libtorch's own writer would end this very process. */
  @Test
  void aFullDiskIsAnException() {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.isWritable(full), "this machine has no /dev/full");
    try (PointerScope scope = new PointerScope()) {
      OutputArchive archive = archive();

      assertThatThrownBy(() -> ArchiveFile.save(archive, full))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("/dev/full cannot be written")
          .hasMessageContaining("No space left on device");
    }
    assertThat(full).exists();
  }

  private static OutputArchive archive() {
    OutputArchive archive = new OutputArchive();
    archive.write("numbers", torch.ones(100_000));
    return archive;
  }
}
