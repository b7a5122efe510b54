package io.moodline.trainer.dataset;

import io.moodline.schemas.Emotion;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Pictures whose one label is in no label set, such as those of a class folder for contempt. */
public final class NoLabelSet {

  private NoLabelSet() {}

  /** Those among some pictures. Pictures without any label, as FER+ has some, are none of them. */
  public static List<LabelledFace> of(List<LabelledFace> faces) {
    return faces.stream()
        .filter(face -> face.label().isPresent())
        .filter(face -> Stream.of(LabelSet.values()).allMatch(set -> set.target(face).isEmpty()))
        .toList();
  }

  /** How many there are, by class, for messages; empty when there is none among them. */
  public static Optional<String> text(List<LabelledFace> faces) {
    List<LabelledFace> strays = of(faces);
    Map<Emotion, Long> counts =
        strays.stream()
            .collect(
                Collectors.groupingBy(
                    face -> face.label().orElseThrow(), TreeMap::new, Collectors.counting()));
    String classes =
        counts.entrySet().stream()
            .map(entry -> entry.getKey().name().toLowerCase(Locale.ROOT) + " " + entry.getValue())
            .collect(Collectors.joining(", "));
    return strays.isEmpty()
        ? Optional.empty()
        : Optional.of(
            strays.size()
                + " pictures have a label that is in no label set, and are left out: "
                + classes);
  }
}
