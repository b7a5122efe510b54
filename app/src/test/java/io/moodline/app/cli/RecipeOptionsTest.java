package io.moodline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.moodline.trainer.augment.AugmentationPlan;
import io.moodline.trainer.network.Networks;
import io.moodline.trainer.training.LearningRateSchedule;
import io.moodline.trainer.training.LossKind;
import io.moodline.trainer.training.OptimizerSettings;
import io.moodline.trainer.training.Recipe;
import io.moodline.trainer.training.Recipes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

class RecipeOptionsTest {

  private static final Recipe OURS = Recipes.of(Networks.MOODNET);

  @ParameterizedTest
  @EnumSource(Networks.class)
  void whatIsNotGivenStays(Networks network) {
    Recipe own = Recipes.of(network);

    assertThat(options().over(own, false, 2)).isEqualTo(own);
  }

  @Test
  void whatIsGivenTakesThePlaceOfTheRecipes() {
    RecipeOptions options =
        options(
            "--epochs=3",
            "--batch=16",
            "--optimizer=MOMENTUM",
            "--learning-rate=0.01",
            "--momentum=0.8",
            "--l2=0.002",
            "--schedule=STEP",
            "--loss=SQUARED_HINGE",
            "--smoothing=0.2",
            "--second-head=0.3",
            "--mixup=0.4",
            "--averaging=0.5",
            "--teaching=0.25",
            "--patience=6",
            "--augment=none",
            "--precision=F32",
            "--seed=9");

    assertThat(options.over(OURS, true, 2))
        .isEqualTo(
            new Recipe(
                3,
                16,
                new OptimizerSettings(OptimizerSettings.Kind.MOMENTUM, 0.01, 0.8, 0.002),
                LearningRateSchedule.STEP,
                LossKind.SQUARED_HINGE,
                0.2,
                0.3,
                0.4,
                0.5,
                0.25,
                6,
                AugmentationPlan.parse("none"),
                false,
                9));
  }

  @Test
  void teachersTeachSevenTenthsWhereNothingIsSaid() {
    assertThat(options().over(OURS, true, 2).teaching()).isEqualTo(0.7);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--teaching=0.5 | answers, but there is no --teacher",
        "--second-head=0.5 | --second-head is for two heads (--labels both), but there is one",
        "--momentum=0.5 --optimizer=ADAM | --momentum is for the optimizer MOMENTUM, but this",
        "--momentum=0.5 --optimizer=RMSPROP | but this one is RMSPROP",
      })
  void anOptionThatWouldDoNothingIsRefused(String given, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> options(given.split(" ")).over(OURS, false, 1))
        .withMessageContaining(message);
  }

  @Test
  void theOptimizerMayBeTheRecipes() {
    Recipe adam = Recipes.of(Networks.DUBOVYI_CNN);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> options("--momentum=0.5").over(adam, false, 1))
        .withMessage("--momentum is for the optimizer MOMENTUM, but this one is ADAM");
    assertThat(options("--momentum=0.5").over(OURS, false, 1).optimizer().momentum())
        .isEqualTo(0.5);
  }

  @Test
  void aSecondHeadMustCount() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> options("--second-head=0").over(OURS, false, 2))
        .withMessageStartingWith("--second-head is 0, but must be above 0");
  }

  private static RecipeOptions options(String... args) {
    return CommandLine.populateCommand(new RecipeOptions(), args);
  }
}
