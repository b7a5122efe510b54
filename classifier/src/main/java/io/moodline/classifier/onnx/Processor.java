package io.moodline.classifier.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What the processor can do with numbers of 8 bits. */
final class Processor {

  private static final Path LINUX = Path.of("/proc/cpuinfo");
  private static final Set<String> DOT_PRODUCTS = Set.of("avx_vnni", "avx512_vnni");

  private Processor() {}

  /**
   * True when sums of products of 8-bit numbers are known not to overflow: x86 with dot products of
   * 8 bits, or another architecture. Where nothing is known, false.
   */
  static boolean addsBytesExactly() {
    String architecture = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
    if (!Set.of("amd64", "x86_64", "x86").contains(architecture)) {
      return true;
    }
    try {
      return Files.isReadable(LINUX) && hasDotProducts(Files.readString(LINUX));
    } catch (IOException e) {
      return false;
    }
  }

  /** True when the first processor of Linux's list has instructions for them. */
  static boolean hasDotProducts(String processors) {
    return processors
        .lines()
        .filter(line -> line.startsWith("flags"))
        .findFirst()
        .map(line -> Stream.of(line.strip().split("\\s+")).anyMatch(DOT_PRODUCTS::contains))
        .orElse(false);
  }
}
