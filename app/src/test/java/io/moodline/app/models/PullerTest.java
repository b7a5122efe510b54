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
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Downloads from a real server on this computer that behaves badly in each way by turn. */
class PullerTest {

  @TempDir private Path folder;

  private final List<String> events = new ArrayList<>();

  @Test
  void fetchesOnceAndThenKnowsIt() throws Exception {
    try (FaultyServer server = new FaultyServer(CONTENT)) {
      assertThat(pull(server)).isEqualTo(Puller.Outcome.FETCHED);
      assertThat(pull(server)).isEqualTo(Puller.Outcome.ALREADY_THERE);

      assertThat(server.asked()).containsExactly("- -");
    }
    assertThat(folder.resolve(FILE)).hasBinaryContent(CONTENT);
    assertThat(events).contains("received 50000 of 50000");
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
    assertThat(events).anyMatch(event -> event.contains("the connection broke"));
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
    try (FaultyServer server = new FaultyServer(CONTENT, nCopies(6, Act.DROPS))) {
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
    assertThat(events).anyMatch(event -> event.endsWith("another part than was asked for"));
  }

  @Test
  void aPartOfALargerFileIsRefused() {
    try (FaultyServer server = new FaultyServer(CONTENT, Act.DROPS, Act.PART_OF_LARGER)) {
      assertThatThrownBy(() -> pull(server))
          .isInstanceOf(PullException.class)
          .hasMessageEndingWith("offers 50001 bytes, but the file has 50000");
    }
  }

  @Test
  void anotherEntityTagBeginsAnew() throws Exception {
    Files.write(folder.resolve(FILE + ".part"), new byte[1000]);
    Files.writeString(folder.resolve(FILE + ".part.etag"), "\"older\"");
    try (FaultyServer server = new FaultyServer(CONTENT)) {
      assertThat(pull(server)).isEqualTo(Puller.Outcome.FETCHED);

      assertThat(server.asked()).containsExactly("bytes=1000- \"older\"");
      assertThat(events).contains("begins 0");
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
  void aWrongSumIsToldWithBothAndNothingStays() {
    byte[] wrong = CONTENT.clone();
    wrong[25_000] ^= 1;
    try (FaultyServer server = new FaultyServer(CONTENT, Act.GARBAGE)) {
      assertThatThrownBy(() -> pull(server))
          .isInstanceOf(PullException.class)
          .hasMessageContaining("sha256 is " + TestModels.sha256(wrong))
          .hasMessageContaining("must be " + TestModels.sha256(CONTENT));
    }
    assertThat(names()).containsExactly(FolderLock.FILE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NOT_FOUND|status 404 (not there)",
        "PAGE|offers 100 bytes of text/html, but the file has 50000",
        "ENDLESS|more bytes came than the 50000 of model.onnx",
        "REDIRECTS_FOR_EVER|redirects more than 5 times",
        "REDIRECTS_TO_PLAIN_HTTP|http://example.org/model.onnx is not used: only https is",
        "REDIRECTS_NOWHERE|redirects to no address"
      })
  void whatCannotGetBetterIsToldAtOnce(Act act, String message) {
    try (FaultyServer server = new FaultyServer(CONTENT, act)) {
      assertThatThrownBy(() -> pull(server))
          .isInstanceOf(PullException.class)
          .hasMessageContaining(message);
    }
    assertThat(events).noneMatch(event -> event.startsWith("again"));
    assertThat(folder.resolve(FILE)).doesNotExist();
  }

  @Test
  void aServerThatGoesSilentIsGivenUp() {
    try (FaultyServer server = new FaultyServer(CONTENT, nCopies(4, Act.SILENT))) {
      assertThatThrownBy(() -> pull(server))
          .hasMessage("127.0.0.1 does not answer in time (tried 4 times)");
    }
  }

  @Test
  void nobodyThereIsSaid() throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    KnownModel model = TestModels.model(URI.create("http://127.0.0.1:" + port + "/model.onnx"));

    assertThatThrownBy(() -> puller().pull(model, Origin.of(model)))
        .isInstanceOf(PullException.class)
        .hasMessage("cannot reach 127.0.0.1: connection refused (tried 4 times)");
  }

  @Test
  void anUnknownHostIsSaid() {
    KnownModel model = TestModels.model(URI.create("https://nowhere.invalid/model.onnx"));

    assertThatThrownBy(() -> puller().pull(model, Origin.of(model)))
        .hasMessageContaining("cannot reach nowhere.invalid: its address is not known");
  }

  @Test
  void theCatalogueUsesHttpOnlyWithinThisComputer() {
    KnownModel model = TestModels.model(URI.create("http://example.org/model.onnx"));

    assertThatThrownBy(() -> puller().pull(model, Origin.of(model)))
        .isInstanceOf(PullException.class)
        .hasMessage("http://example.org/model.onnx is not used: only https is");
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
  void anotherAtWorkInTheFolderIsNotDisturbed() throws Exception {
    try (FolderLock lock = FolderLock.of(folder);
        FaultyServer server = new FaultyServer(CONTENT)) {
      assertThatThrownBy(() -> pull(server))
          .isInstanceOf(FolderException.class)
          .hasMessageContaining("another 'moodline models pull' is at work in the folder " + folder);
      assertThat(server.asked()).isEmpty();
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFullDiskIsSaid() throws Exception {
    Path part = folder.resolve(FILE + ".part");
    Files.createSymbolicLink(part, Path.of("/dev/full"));

    try (PartFile full = new PartFile(folder.resolve(FILE))) {
      assertThatThrownBy(() -> full.append(ByteBuffer.wrap(CONTENT)))
          .isInstanceOf(FolderException.class)
          .hasMessage("cannot write %s: No space left on device", part);
    }
    Files.delete(part);
  }

  @Test
  void aFileInTheFoldersPlaceIsSaid() throws Exception {
    Path file = Files.createFile(folder.resolve("models"));
    try (FaultyServer server = new FaultyServer(CONTENT)) {
      KnownModel model = TestModels.model(server.uri());
      assertThatThrownBy(
              () -> new Puller(file, IMPATIENT, recorder()).pull(model, Origin.of(model)))
          .isInstanceOf(FolderException.class)
          .hasMessage(
              "cannot write into the folder %s: there is a file where a folder must be", file);
    }
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

  @Test
  void aLocalFileThatIsAnotherIsRefused() throws Exception {
    KnownModel model = TestModels.model(URI.create("https://example.org/model.onnx"));
    Path wrong = Files.write(folder.resolve("wrong"), new byte[CONTENT.length]);
    Path small = Files.write(folder.resolve("small"), new byte[3]);

    assertThatThrownBy(() -> puller().pull(model, new Origin.Local(wrong)))
        .isInstanceOf(PullException.class)
        .hasMessageContaining(TestModels.sha256(new byte[CONTENT.length]))
        .hasMessageContaining(model.sha256());
    assertThatThrownBy(() -> puller().pull(model, new Origin.Local(small)))
        .hasMessage(small + " has 3 bytes, but model.onnx has 50000");
    assertThatThrownBy(() -> puller().pull(model, new Origin.Local(folder.resolve("none"))))
        .hasMessage("cannot read %s: no such file or folder", folder.resolve("none"));
    assertThatThrownBy(() -> puller().pull(model, new Origin.Local(folder)))
        .hasMessage("cannot read %s: it is a folder", folder);
    assertThat(names()).containsExactly(FolderLock.FILE, "small", "wrong");
  }

  private static Act[] nCopies(int count, Act act) {
    Act[] acts = new Act[count];
    Arrays.fill(acts, act);
    return acts;
  }

  private Puller.Outcome pull(FaultyServer server) throws IOException, InterruptedException {
    KnownModel model = TestModels.model(server.uri());
    return puller().pull(model, Origin.of(model));
  }

  private Puller puller() {
    return new Puller(folder, IMPATIENT, recorder());
  }

  private PullListener recorder() {
    return new PullListener() {
      @Override
      public void begins(String origin, long from) {
        events.add("begins " + from);
      }

      @Override
      public void received(long bytes, long of) {
        events.add("received " + bytes + " of " + of);
      }

      @Override
      public void triesAgain(String why, Duration pause) {
        events.add("again: " + why);
      }
    };
  }

  private List<String> names() {
    String[] names = folder.toFile().list();
    Arrays.sort(names);
    return List.of(names);
  }
}
