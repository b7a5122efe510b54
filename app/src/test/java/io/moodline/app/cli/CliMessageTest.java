package io.moodline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class CliMessageTest {

  @Test
  void aFileThatCannotBeUsedIsNamedWithTheReason() {
    assertThat(Cli.message(new AccessDeniedException("/a/b"))).isEqualTo("/a/b: permission denied");
    assertThat(Cli.message(new NoSuchFileException("/a"))).isEqualTo("/a: no such file or folder");
    assertThat(Cli.message(new FileAlreadyExistsException("/a/run")))
        .isEqualTo("/a/run: there is a file where a folder must be");
    assertThat(Cli.message(new FileSystemException("/a", null, "No space left on device")))
        .isEqualTo("/a: No space left on device");
  }

  @Test
  void othersSayWhatTheySay() {
    assertThat(Cli.message(new IOException("the disk is full"))).isEqualTo("the disk is full");
    assertThat(Cli.message(new IllegalStateException())).isEqualTo("IllegalStateException");
  }
}
