package io.moodline.trainer.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AugmentationPlanTest {

  @Test
  void readsProbabilityAndStrength() {
    assertThat(AugmentationPlan.parse("cutout=0.3:16, rotate=20 ,flip=0.25,scale").steps())
        .containsExactly(
            new Step(Technique.FLIP, 0.25, 0),
            new Step(Technique.ROTATE, 1, 20),
            new Step(Technique.SCALE, 1, 0.15),
            new Step(Technique.CUTOUT, 0.3, 16));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "none | none",
        "flip | flip=0.5",
        "gamma,flip=0.25 | flip=0.25,gamma=0.4",
        "rotate=20 | rotate=20",
        "rotate=0.5:20.50 | rotate=0.5:20.5",
        "blur | blur=0.2:1",
        "cutout=1:16 | cutout=1:16"
      })
  void printsWhatIsDoneInTheOrderInWhichItIs(String text, String printed) {
    assertThat(AugmentationPlan.parse(text)).hasToString(printed);
  }

  @Property
  void whatIsPrintedIsReadBack(@ForAll("plans") AugmentationPlan plan) {
    assertThat(AugmentationPlan.parse(plan.toString())).isEqualTo(plan);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "rotat=5 | \"rotat\" is unknown, but must be one of flip, shift, rotate",
        "flip,,gamma | \"\" is unknown",
        "`` | \"\" is unknown",
        "none,flip | \"none\" is unknown",
        "rotate=200 | rotate has the strength 200, but must have 0 to 180 degrees",
        "rotate=2:5 | rotate has the probability 2, but must have 0 to 1",
        "flip=1.5 | flip has the probability 1.5, but must have 0 to 1",
        "cutout=0 | cutout has the strength 0, but must have 1 to 48 pixels, whole",
        "cutout=7.5 | cutout has the strength 7.5, but must have 1 to 48 pixels, whole",
        "flip=0.5:1 | \"flip=0.5:1\" is not understood, but must be like flip or flip=0.5",
        "gamma= | \"gamma=\" is not understood, but must be like gamma, gamma=0.4 or gamma=0.5:0.4",
        "gamma=NaN | \"gamma=NaN\" is not understood",
        "gamma=-1 | \"gamma=-1\" is not understood",
        "flip,flip | flip is given twice, but must be given once",
      })
  void saysWhatIsWrongAndWhatIsAllowed(String text, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AugmentationPlan.parse(text))
        .withMessageStartingWith("augmentation ")
        .withMessageContaining(message);
  }

  @Test
  void theHelpNamesEveryTechniqueAndItsDefaults() {
    assertThat(AugmentationPlan.help().lines()).hasSize(1 + Technique.values().length);
    assertThat(AugmentationPlan.help())
        .contains(
            "flip                                          0.5         mirrored left to right")
        .contains(
            "rotate     15       0 to 180 degrees          1           turned to either side");
  }

  @Test
  void theTableInTheJavadocIsTheHelp() throws IOException {
    Path source = Path.of("src/main/java/io/moodline/trainer/augment/Technique.java");

    List<String> table =
        Files.readAllLines(source).stream()
            .dropWhile(line -> !line.contains("<pre>"))
            .skip(1)
            .takeWhile(line -> !line.contains("</pre>"))
            .map(line -> line.substring(3))
            .toList();

    assertThat(table).containsExactlyElementsOf(AugmentationPlan.help().lines().toList());
  }

  @Test
  void noneCopiesTheFace() {
    byte[] face = Faces.of(0, 255);
    float[] target = new float[Canvas.PIXELS + 3];

    AugmentationPlan.NONE.apply(face, new SplittableRandom(1), target, 2);

    assertThat(target[0] + target[1] + target[Canvas.PIXELS + 2]).isZero();
    for (int i = 0; i < Canvas.PIXELS; i++) {
      assertThat(target[2 + i]).isEqualTo(face[i] & 0xff);
    }
  }

  @Property(tries = 300)
  void theSameRandomGivesTheSameFaceWithinRangeAndLeavesTheSource(
      @ForAll("plans") AugmentationPlan plan, @ForAll long seed) {
    byte[] source = Faces.of(0, 255);
    float[] once = new float[Canvas.PIXELS];
    float[] again = new float[Canvas.PIXELS];
    Canvas used = new Canvas();
    plan.apply(Faces.of(3, 9), new SplittableRandom(5), new float[Canvas.PIXELS], 0, used);

    plan.apply(source, new SplittableRandom(seed), once, 0);
    plan.apply(source, new SplittableRandom(seed), again, 0, used);

    assertThat(again).containsExactly(once);
    assertThat(source).containsExactly(Faces.of(0, 255));
    for (float value : once) {
      assertThat(value).isBetween(0f, 255f);
    }
  }

  @Test
  void aFaceOfAnotherSizeIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                AugmentationPlan.DEFAULT.apply(
                    new byte[7], new SplittableRandom(1), new float[Canvas.PIXELS], 0))
        .withMessage("a face has 7 pixels, but must have 2304");
  }

  @Provide
  Arbitrary<AugmentationPlan> plans() {
    return Arbitraries.of(Technique.class)
        .set()
        .flatMap(
            techniques ->
                Combinators.combine(techniques.stream().map(this::steps).toList()).as(List::copyOf))
        .map(AugmentationPlan::of);
  }

  private Arbitrary<Step> steps(Technique technique) {
    return Combinators.combine(
            Arbitraries.doubles().between(0, 1).ofScale(4), Arbitraries.integers().between(0, 16))
        .as(
            (probability, part) ->
                new Step(technique, probability, technique.strength(part / 16.0)));
  }
}
