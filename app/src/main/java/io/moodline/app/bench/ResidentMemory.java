package io.moodline.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** This process's resident memory, where the system tells (Linux). Not thread-safe. */
final class ResidentMemory {

  private static final Path STATUS = Path.of("/proc/self/status");

  private long highestKiB;

  /** Looks once and remembers the highest. */
  void look() {
    now().ifPresent(kib -> highestKiB = Math.max(highestKiB, kib));
  }

  /** The highest that was seen, MiB; empty where the system does not tell. */
  OptionalLong highestMiB() {
    return highestKiB == 0 ? OptionalLong.empty() : OptionalLong.of(highestKiB / 1024);
  }

  private static OptionalLong now() {
    if (!Files.isReadable(STATUS)) {
      return OptionalLong.empty();
    }
    try {
      return Files.readAllLines(STATUS).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst();
    } catch (IOException e) {
      return OptionalLong.empty(); // It does not tell after all.
    }
  }
}
