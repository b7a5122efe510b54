package io.moodline.detector.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.moodline.detector.geometry.Box;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;

class DetectionPropertiesTest {

  private static final Matching MATCHING = new Matching(0.3);
  private static final SizeBand ALL = SizeBand.ALL;

  @Property
  void figuresAreShares(@ForAll("pictures") List<JudgedPicture> pictures) {
    for (SizeBand band : SizeBand.REPORTED) {
      DetectionCounts counts = DetectionCounts.of(pictures, MATCHING, band);
      double ap = AveragePrecision.of(pictures, MATCHING, band);

      assertThat(Double.isNaN(ap) || ap >= 0 && ap <= 1 + 1e-12).isTrue();
      assertThat(Double.isNaN(ap)).isEqualTo(counts.faces() == 0);
      assertThat(counts.found()).isBetween(0, counts.faces());
      // The area cannot be wider than what is found in the end.
      assertThat(Double.isNaN(ap) || ap <= counts.recall() + 1e-12).isTrue();
    }
  }

  @Property
  void everyFaceIsOfOneSize(@ForAll("pictures") List<JudgedPicture> pictures) {
    int[] faces =
        SizeBand.REPORTED.stream()
            .mapToInt(band -> DetectionCounts.of(pictures, MATCHING, band).faces())
            .toArray();

    assertThat(faces[0]).isEqualTo(faces[1] + faces[2] + faces[3] + faces[4]);
  }

  @Property
  void findingJustWhatIsMarkedIsPerfect(
      @ForAll @Size(min = 1, max = 8) List<@DoubleRange(min = 0, max = 1) Double> scores) {
    List<TruthFace> faces = new ArrayList<>();
    List<ScoredBox> found = new ArrayList<>();
    for (int i = 0; i < scores.size(); i++) {
      Box box = new Box(100 * i, 0, 100 * i + 10 + 10 * i, 50);
      faces.add(new TruthFace(box, false, ""));
      found.add(new ScoredBox(box, scores.get(i)));
    }
    List<JudgedPicture> pictures = List.of(new JudgedPicture(faces, found));

    assertThat(AveragePrecision.of(pictures, MATCHING, ALL)).isCloseTo(1, within(1e-12));
    assertThat(DetectionCounts.of(pictures, MATCHING, ALL).f1()).isEqualTo(1);
  }

  @Property
  void orderDoesNotMatter(@ForAll("pictures") List<JudgedPicture> pictures, @ForAll Random random) {
    List<JudgedPicture> shuffled = new ArrayList<>();
    for (JudgedPicture picture : pictures) {
      List<ScoredBox> found = new ArrayList<>(picture.found());
      Collections.shuffle(found, random);
      shuffled.add(new JudgedPicture(picture.faces(), found));
    }
    Collections.shuffle(shuffled, random);

    for (SizeBand band : SizeBand.REPORTED) {
      assertThat(DetectionCounts.of(shuffled, MATCHING, band))
          .isEqualTo(DetectionCounts.of(pictures, MATCHING, band));
      // As an object, since no NaN equals another.
      assertThat((Object) AveragePrecision.of(shuffled, MATCHING, band))
          .isEqualTo(AveragePrecision.of(pictures, MATCHING, band));
    }
  }

  @Property
  void oneMoreFalseDetectionImprovesNothing(
      @ForAll("pictures") List<JudgedPicture> pictures,
      @ForAll @DoubleRange(min = 0, max = 1) double score) {
    List<JudgedPicture> more = new ArrayList<>(pictures);
    more.add(new JudgedPicture(List.of(), List.of(new ScoredBox(new Box(0, 0, 50, 50), score))));
    DetectionCounts before = DetectionCounts.of(pictures, MATCHING, ALL);
    DetectionCounts after = DetectionCounts.of(more, MATCHING, ALL);

    assertThat(after.found()).isEqualTo(before.found());
    assertThat(after.falses()).isEqualTo(before.falses() + 1);
    assertThat(Double.isNaN(before.precision()) || after.precision() <= before.precision())
        .isTrue();
    assertThat(before.faces()).isEqualTo(after.faces());
    assertThat(
            before.faces() == 0
                || AveragePrecision.of(more, MATCHING, ALL)
                    <= AveragePrecision.of(pictures, MATCHING, ALL) + 1e-12)
        .isTrue();
  }

  @Property
  void aStricterOverlapFindsNoMore(@ForAll("apart") JudgedPicture picture) {
    int loose = DetectionCounts.of(List.of(picture), new Matching(0.2), ALL).found();
    int strict = DetectionCounts.of(List.of(picture), new Matching(0.6), ALL).found();

    assertThat(strict).isLessThanOrEqualTo(loose);
  }

  @Provide
  Arbitrary<List<JudgedPicture>> pictures() {
    return picture().list().ofMaxSize(5);
  }

  private static Arbitrary<JudgedPicture> picture() {
    Arbitrary<TruthFace> face =
        Combinators.combine(box(), Arbitraries.of(true, false, false, false))
            .as((box, ignored) -> new TruthFace(box, ignored, ""));
    // Few different scores, so that some are equal.
    Arbitrary<ScoredBox> found =
        Combinators.combine(box(), Arbitraries.of(0.2, 0.5, 0.6, 0.9)).as(ScoredBox::new);
    return Combinators.combine(
            face.list().ofMaxSize(4).uniqueElements(TruthFace::box), found.list().ofMaxSize(6))
        .as(JudgedPicture::new);
  }

  /** Faces far from each other, and detections that are a little off. */
  @Provide
  Arbitrary<JudgedPicture> apart() {
    return Arbitraries.doubles()
        .between(0, 40)
        .list()
        .ofMaxSize(6)
        .map(
            offsets -> {
              List<TruthFace> faces = new ArrayList<>();
              List<ScoredBox> found = new ArrayList<>();
              for (int i = 0; i < offsets.size(); i++) {
                double x = 500.0 * i;
                faces.add(Examples.face(x, 0, 40));
                found.add(Examples.found(0.5, x + offsets.get(i), 0, 40));
              }
              return new JudgedPicture(faces, found);
            });
  }

  private static Arbitrary<Box> box() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 200),
            Arbitraries.integers().between(0, 200),
            Arbitraries.integers().between(1, 160),
            Arbitraries.integers().between(1, 160))
        .as((x, y, width, height) -> new Box(x, y, x + width, y + height));
  }
}
