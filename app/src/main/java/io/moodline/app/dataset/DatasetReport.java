package io.moodline.app.dataset;

import io.moodline.schemas.Emotion;
import io.moodline.trainer.dataset.BadRow;
import io.moodline.trainer.dataset.LabelSet;
import io.moodline.trainer.dataset.LabelledFace;
import io.moodline.trainer.dataset.Split;
import io.moodline.trainer.quality.DuplicateGroups;
import io.moodline.trainer.quality.NearDuplicates;
import io.moodline.trainer.quality.PictureFault;
import io.moodline.trainer.quality.SplitOverlaps;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a data set holds and what is wrong with it. Counts are faces by part.
 *
 * @param data where it lies
 * @param format what form it has
 * @param missing the parts that it does not have
 * @param pictures all faces
 * @param labels faces by label set and class; {@code NONE} for faces without a label of that set
 * @param faults faces by what is wrong with their picture
 * @param nearDuplicates faces that have a near-duplicate, by the part that it is in
 * @param correlation what a near-duplicate's correlation is above
 * @param exactGroups groups of faces with the very same pixels
 * @param nearGroups groups of faces that near-duplicates join
 * @param badRows what cannot be used, one line each
 */
public record DatasetReport(
    String data,
    String format,
    List<Split> missing,
    Map<Split, Integer> pictures,
    Map<LabelSet, Map<String, Map<Split, Integer>>> labels,
    Map<PictureFault, Map<Split, Integer>> faults,
    Map<Split, Map<Split, Integer>> nearDuplicates,
    double correlation,
    Groups exactGroups,
    Groups nearGroups,
    List<String> badRows) {

  private static final String NONE = "NONE";

  /**
   * Groups of faces that show the same picture.
   *
   * @param groups how many
   * @param faces the faces in them
   * @param conflicting the groups whose faces differ in their label, by label set
   */
  public record Groups(int groups, int faces, Map<LabelSet, Integer> conflicting) {

    static Groups of(List<List<LabelledFace>> groups) {
      Map<LabelSet, Integer> conflicting = new EnumMap<>(LabelSet.class);
      for (LabelSet set : LabelSet.values()) {
        conflicting.put(set, (int) groups.stream().filter(group -> differs(group, set)).count());
      }
      return new Groups(
          groups.size(), groups.stream().mapToInt(List::size).sum(), Map.copyOf(conflicting));
    }

    private static boolean differs(List<LabelledFace> group, LabelSet set) {
      return group.stream().flatMap(face -> set.truth(face).stream()).distinct().count() > 1;
    }
  }

  /** Looks through a data set. */
  public static DatasetReport of(LoadedDataset data) {
    List<LabelledFace> faces = data.faces();
    return new DatasetReport(
        data.path().toString(),
        data.format(),
        List.copyOf(data.missing()),
        bySplit(faces.stream()),
        labels(faces),
        faults(faces),
        overlaps(faces),
        NearDuplicates.CORRELATION,
        Groups.of(DuplicateGroups.exact(faces)),
        Groups.of(DuplicateGroups.near(faces, NearDuplicates.CORRELATION)),
        data.badRows().stream().map(BadRow::toString).toList());
  }

  private static Map<LabelSet, Map<String, Map<Split, Integer>>> labels(List<LabelledFace> faces) {
    Map<LabelSet, Map<String, Map<Split, Integer>>> labels = new EnumMap<>(LabelSet.class);
    for (LabelSet set : LabelSet.values()) {
      Function<LabelledFace, String> name = face -> set.truth(face).map(Emotion::name).orElse(NONE);
      Map<String, List<LabelledFace>> byName = faces.stream().collect(Collectors.groupingBy(name));
      Map<String, Map<Split, Integer>> counts = new LinkedHashMap<>();
      Stream.concat(set.classes().stream().map(Emotion::name), Stream.of(NONE))
          .forEach(key -> counts.put(key, bySplit(byName.getOrDefault(key, List.of()).stream())));
      labels.put(set, counts);
    }
    return labels;
  }

  private static Map<PictureFault, Map<Split, Integer>> faults(List<LabelledFace> faces) {
    Map<Optional<PictureFault>, List<LabelledFace>> byFault =
        faces.stream().collect(Collectors.groupingBy(face -> PictureFault.of(face.pixels())));
    Map<PictureFault, Map<Split, Integer>> counts = new EnumMap<>(PictureFault.class);
    for (PictureFault fault : PictureFault.values()) {
      counts.put(fault, bySplit(byFault.getOrDefault(Optional.of(fault), List.of()).stream()));
    }
    return counts;
  }

  private static Map<Split, Map<Split, Integer>> overlaps(List<LabelledFace> faces) {
    Map<Split, Map<Split, Integer>> counts = new EnumMap<>(Split.class);
    for (SplitOverlaps.Overlap overlap : SplitOverlaps.count(faces, NearDuplicates.CORRELATION)) {
      counts
          .computeIfAbsent(overlap.in(), in -> new EnumMap<>(Split.class))
          .put(overlap.of(), overlap.faces());
    }
    return counts;
  }

  /** How many of these are in each part, parts without one included. */
  static Map<Split, Integer> bySplit(Stream<LabelledFace> faces) {
    Map<Split, Integer> counts = new EnumMap<>(Split.class);
    for (Split split : Split.values()) {
      counts.put(split, 0);
    }
    faces.forEach(face -> counts.merge(face.split(), 1, Integer::sum));
    return counts;
  }
}
