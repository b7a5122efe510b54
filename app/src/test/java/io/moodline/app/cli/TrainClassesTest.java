package io.moodline.app.cli;

import static io.moodline.app.cli.TrainRig.ANGER;
import static io.moodline.app.cli.TrainRig.DISGUST;
import static io.moodline.app.cli.TrainRig.HAPPY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What merged classes answer as. */
class TrainClassesTest {

  @TempDir private Path folder;

  @Test
  void aMergedClassAnswersAsTheCommonerOfItsEmotions() throws IOException {
    TrainRig rig = new TrainRig(folder);
    Path csv = rig.dataset(DISGUST, HAPPY, DISGUST, ANGER);
    Path run = rig.folder("run");

    assertThat(rig.train(csv, run, "--network", "oleniuk-cnn", "--only", "anger+disgust,happiness"))
        .as(rig.err())
        .isZero();
    assertThat(rig.export(csv, rig.folder("again"), run)).as(rig.err()).isZero();

    assertThat(answerOfTheAngry(run.resolve("oleniuk-cnn.json"))).isEqualTo("DISGUST");
    assertThat(answerOfTheAngry(rig.folder("again").resolve("moodnet.json"))).isEqualTo("DISGUST");
  }

  private static String answerOfTheAngry(Path card) throws IOException {
    return new ObjectMapper().readTree(card.toFile()).at("/mapping/anger+disgust").textValue();
  }
}
