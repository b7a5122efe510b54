package io.moodline.app.models;

import io.moodline.trainer.dataset.FileFaults;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * What of a file is there already: {@code NAME.part}, and beside it {@code NAME.part.etag}, by
 * which the server knows whether its file is still the same. Both outlive the process. Whatever
 * goes wrong here is the disk's fault and no use to try again: a {@link FolderException}. Not
 * thread-safe.
 */
final class PartFile implements AutoCloseable {

  /** What unfinished files end in. */
  static final String SUFFIX = ".part";

  static final String ETAG_SUFFIX = SUFFIX + ".etag";

  private final Path part;
  private final Path etag;
  private FileChannel channel;

  /**
   * @param target the file that it will be
   */
  PartFile(Path target) {
    this.part = target.resolveSibling(target.getFileName() + SUFFIX);
    this.etag = target.resolveSibling(target.getFileName() + ETAG_SUFFIX);
  }

  Path path() {
    return part;
  }

  /** Bytes that are there. */
  long length() throws FolderException {
    return disk("read", () -> Files.exists(part) ? Files.size(part) : 0);
  }

  /** What the server called its file when the bytes that are there came, if it said so. */
  Optional<String> etag() throws FolderException {
    return disk(
        "read",
        () -> Files.exists(etag) ? Optional.of(Files.readString(etag).strip()) : Optional.empty());
  }

  /** Throws away what is there. */
  void discard() throws FolderException {
    close();
    disk("delete", () -> Files.deleteIfExists(etag) | Files.deleteIfExists(part));
  }

  /** Begins anew with a file that the server calls so. */
  void restart(Optional<String> newEtag) throws FolderException {
    discard();
    if (newEtag.isPresent()) {
      disk("write", () -> Files.writeString(etag, newEtag.get()));
    }
  }

  /** Adds bytes to the end. */
  void append(ByteBuffer bytes) throws FolderException {
    disk(
        "write",
        () -> {
          if (channel == null) {
            channel = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
          }
          while (bytes.hasRemaining()) {
            channel.write(bytes);
          }
          return null;
        });
  }

  /** Gives the file its name, in one step; whatever had that name is gone. */
  void publish(Path target) throws FolderException {
    disk(
        "write",
        () -> {
          // The name must not outlive a power cut that the content does not.
          try (FileChannel whole = FileChannel.open(part, StandardOpenOption.WRITE)) {
            whole.force(true);
          }
          return null;
        });
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
      Files.deleteIfExists(etag);
    } catch (IOException e) {
      throw new FolderException("cannot write " + target + ": " + FileFaults.reason(e), e);
    }
  }

  @Override
  public void close() throws FolderException {
    if (channel != null) {
      FileChannel open = channel;
      channel = null;
      disk(
          "write",
          () -> {
            open.close();
            return null;
          });
    }
  }

  /** Does something with the disk. */
  @FunctionalInterface
  private interface DiskAction<T> {
    T run() throws IOException;
  }

  private <T> T disk(String verb, DiskAction<T> action) throws FolderException {
    try {
      return action.run();
    } catch (IOException e) {
      throw new FolderException("cannot " + verb + " " + part + ": " + FileFaults.reason(e), e);
    }
  }
}
