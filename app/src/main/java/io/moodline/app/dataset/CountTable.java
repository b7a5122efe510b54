package io.moodline.app.dataset;

import io.moodline.trainer.dataset.Split;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lines of text with a count for each part of a data set and their sum. */
final class CountTable {

  private static final String NAME = "%-34s";
  private static final String CELL = " %8s";

  private CountTable() {}

  static String header(String title) {
    return line(title, Stream.of("TRAIN", "VALID", "TEST", "all"));
  }

  static String row(String name, Map<Split, Integer> counts) {
    int sum = counts.values().stream().mapToInt(Integer::intValue).sum();
    return line(
        "  " + name.toLowerCase(Locale.ROOT).replace('_', ' '),
        Stream.concat(
            Stream.of(Split.values()).map(split -> String.valueOf(counts.getOrDefault(split, 0))),
            Stream.of(String.valueOf(sum))));
  }

  private static String line(String name, Stream<String> cells) {
    return String.format(NAME, name)
        + cells.map(cell -> String.format(CELL, cell)).collect(Collectors.joining());
  }
}
