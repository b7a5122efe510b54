package io.moodline.app.train;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.moodline.trainer.balance.ClassPlan;
import io.moodline.trainer.dataset.LabelSet;
import io.moodline.trainer.network.Networks;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingFolderTest {

  private static final ClassPlan PAIR = ClassPlan.of(LabelSet.FERPLUS).only("happiness,sadness");

  @TempDir private Path folder;

  @Test
  void keepsWhichFacesAHeadLearntFrom() throws IOException {
    ClassPlan plan = PAIR.withLeastShare(0.5);
    TrainingFolder.describe(folder, Networks.HAPPY_SAD_CNN, List.of(plan), "recipe");

    assertThat(head(folder.resolve("training.json").toFile()).plan()).isEqualTo(plan);
  }

  @Test
  void readsAFileThatWasWrittenWithoutTheLeastShare() throws IOException {
    String old = "{\"labels\": \"FERPLUS\", \"classes\": \"happiness,sadness\"}";

    assertThat(new ObjectMapper().readValue(old, TrainingFolder.Head.class).plan()).isEqualTo(PAIR);
  }

  private static TrainingFolder.Head head(File file) throws IOException {
    return new ObjectMapper().readValue(file, TrainingFolder.Description.class).heads().get(0);
  }
}
