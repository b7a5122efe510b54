package io.moodline.app.models;

import static io.moodline.app.models.TestModels.CONTENT;
import static io.moodline.app.models.TestModels.FILE;
import static io.moodline.app.models.TestModels.IMPATIENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moodline.app.models.FaultyServer.Act;
import io.moodline.detector.models.KnownModel;
import io.moodline.detector.models.ModelCatalogue;
import io.moodline.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Downloads from a real server on this computer, with what can be mended. */
class PullerTest {

  @TempDir private Path folder;

  private final PullRecorder recorder = new PullRecorder();

  @Test
  void fetchesOnceAndThenKnowsIt() throws Exception {
    try (FaultyServer server = new FaultyServer(CONTENT)) {
      assertThat(pull(server)).isEqualTo(Puller.Outcome.FETCHED);
      assertThat(pull(server)).isEqualTo(Puller.Outcome.ALREADY_THERE);

      assertThat(server.asked()).containsExactly("- -");
    }
    assertThat(folder.resolve(FILE)).hasBinaryContent(CONTENT);
    assertThat(recorder.events()).contains("received 50000 of 50000");
    assertThat(names()).containsExactly(FolderLock.FILE, FILE);
  }

  @Test
  void aBrokenConnectionGoesOnWhereItEnded() throws Exception {
    try (FaultyServer server = new FaultyServer(CONTENT, Act.DROPS, Act.DROPS)) {
      assertThat(pull(server)).isEqualTo(Puller.Outcome.FETCHED);

      assertThat(server.asked())
          .containsExactly("- -", "bytes=25000- \"one\"", "bytes=37500- \"one\"");
    }
    assertThat(folder.resolve(FILE)).hasBinaryContent(CONTENT);
    assertThat(recorder.events()).anyMatch(event -> event.contains("the connection broke"));
  }

  @Test
  void theNextRunGoesOnWhereTheLastEnded() throws Exception {
    Act[] fourTimes = {Act.DROPS, Act.BUSY, Act.BUSY, Act.BUSY, Act.BUSY};
    try (FaultyServer server = new FaultyServer(CONTENT, fourTimes)) {
      assertThatThrownBy(() -> pull(server))
          .isInstanceOf(PullException.class)
          .hasMessageEndingWith("answers with status 503 (not available now) (tried 4 times)");
      assertThat(names()).containsExactly(FolderLock.FILE, FILE + ".part", FILE + ".part.etag");

      assertThat(pull(server)).isEqualTo(Puller.Outcome.FETCHED);
      assertThat(server.asked().get(5)).isEqualTo("bytes=25000- \"one\"");
    }
    assertThat(names()).containsExactly(FolderLock.FILE, FILE);
  }

  @Test
  void aServerThatBreaksOffAlwaysStillGetsUsThere() throws Exception {
    // Each try brings half of the rest: more tries than are allowed without getting any further.
    try (FaultyServer server = new FaultyServer(CONTENT, Collections.nCopies(6, Act.DROPS))) {
      assertThat(pull(server)).isEqualTo(Puller.Outcome.FETCHED);
      assertThat(server.asked()).hasSize(7);
    }
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "WHOLE",
        "ENDS_EARLY",
        "HANGS_UP",
        "STALLS",
        "SILENT",
        "GARBAGE_PART",
        "GARBAGE",
        "OTHER_PART",
        "NO_RANGE",
        "BUSY",
        "REDIRECTS"
      })
  void whatHappensToTheRestIsMended(Act act) throws Exception {
    try (FaultyServer server = new FaultyServer(CONTENT, Act.DROPS, act)) {
      assertThat(pull(server)).isEqualTo(Puller.Outcome.FETCHED);
    }
    assertThat(folder.resolve(FILE)).hasBinaryContent(CONTENT);
  }

  @Test
  void aPartThatWasNotAskedForIsThrownAway() throws Exception {
    try (FaultyServer server = new FaultyServer(CONTENT, Act.DROPS, Act.OTHER_PART)) {
      assertThat(pull(server)).isEqualTo(Puller.Outcome.FETCHED);
      assertThat(server.asked()).containsExactly("- -", "bytes=25000- \"one\"", "- -");
    }
    assertThat(recorder.events())
        .anyMatch(event -> event.endsWith("another part than was asked for"));
  }

  @Test
  void anotherEntityTagBeginsAnew() throws Exception {
    Files.write(folder.resolve(FILE + ".part"), new byte[1000]);
    Files.writeString(folder.resolve(FILE + ".part.etag"), "\"older\"");
    try (FaultyServer server = new FaultyServer(CONTENT)) {
      assertThat(pull(server)).isEqualTo(Puller.Outcome.FETCHED);

      assertThat(server.asked()).containsExactly("bytes=1000- \"older\"");
      assertThat(recorder.events()).contains("begins 0");
    }
    assertThat(folder.resolve(FILE)).hasBinaryContent(CONTENT);
  }

  @Test
  void aWrongBeginningIsFoundByTheSumAndFetchedAnew() throws Exception {
    Files.write(folder.resolve(FILE + ".part"), new byte[1000]);
    try (FaultyServer server = new FaultyServer(CONTENT)) {
      assertThat(pull(server)).isEqualTo(Puller.Outcome.FETCHED);
      assertThat(server.asked()).containsExactly("bytes=1000- -", "- -");
    }
  }

  @Test
  void whatIsWholeAlreadyNeedsNoServer() throws Exception {
    Files.write(folder.resolve(FILE + ".part"), CONTENT);
    try (FaultyServer server = new FaultyServer(CONTENT)) {
      assertThat(pull(server)).isEqualTo(Puller.Outcome.FETCHED);
      assertThat(server.asked()).isEmpty();
    }
  }

  @Test
  void aDamagedFileIsReplaced() throws Exception {
    Files.writeString(folder.resolve(FILE), "damaged");
    try (FaultyServer server = new FaultyServer(CONTENT)) {
      assertThat(pull(server)).isEqualTo(Puller.Outcome.FETCHED);
    }
    assertThat(folder.resolve(FILE)).hasBinaryContent(CONTENT);
  }

  @Test
  void theRealFileComesByTheWireAndByHand() throws Exception {
    for (KnownModel model : ModelCatalogue.bundled().models()) {
      byte[] real = Files.readAllBytes(SharedData.get("models/" + model.file()));
      try (FaultyServer server = new FaultyServer(real, Act.DROPS, Act.WHOLE)) {
        Origin mirror = Origin.parse(server.uri().toString(), model);
        assertThat(puller().pull(model, mirror)).isEqualTo(Puller.Outcome.FETCHED);
      }
      assertThat(folder.resolve(model.file())).hasBinaryContent(real);

      Files.delete(folder.resolve(model.file()));
      Origin hand = Origin.parse(SharedData.get("models").toString(), model);
      assertThat(puller().pull(model, hand)).isEqualTo(Puller.Outcome.FETCHED);
      assertThat(folder.resolve(model.file())).hasBinaryContent(real);
    }
  }

  private Puller.Outcome pull(FaultyServer server) throws IOException, InterruptedException {
    KnownModel model = TestModels.model(server.uri());
    return puller().pull(model, Origin.of(model));
  }

  private Puller puller() {
    return new Puller(folder, IMPATIENT, recorder);
  }

  private List<String> names() {
    String[] names = folder.toFile().list();
    Arrays.sort(names);
    return List.of(names);
  }
}
