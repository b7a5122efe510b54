package io.moodline.app.models;

import static io.moodline.app.models.TestModels.CONTENT;
import static io.moodline.app.models.TestModels.FILE;
import static io.moodline.app.models.TestModels.IMPATIENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moodline.app.models.FaultyServer.Act;
import io.moodline.detector.models.KnownModel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Downloads that cannot be had, and what is said then. */
class PullerRefusalTest {

  @TempDir private Path folder;

  private final PullRecorder recorder = new PullRecorder();

  @Test
  void aPartOfALargerFileIsRefused() {
    try (FaultyServer server = new FaultyServer(CONTENT, Act.DROPS, Act.PART_OF_LARGER)) {
      assertThatThrownBy(() -> pull(server))
          .isInstanceOf(PullException.class)
          .hasMessageEndingWith("offers 50001 bytes, but the file has 50000");
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
    assertThat(recorder.events()).noneMatch(event -> event.startsWith("again"));
    assertThat(folder.resolve(FILE)).doesNotExist();
  }

  @Test
  void aServerThatGoesSilentIsGivenUp() {
    try (FaultyServer server = new FaultyServer(CONTENT, Collections.nCopies(4, Act.SILENT))) {
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
  void anotherAtWorkInTheFolderIsNotDisturbed() throws Exception {
    try (FolderLock lock = FolderLock.of(folder);
        FaultyServer server = new FaultyServer(CONTENT)) {
      assertThatThrownBy(() -> pull(server))
          .isInstanceOf(FolderException.class)
          .hasMessageContaining(
              "another 'moodline models pull' is at work in the folder " + folder);
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
      assertThatThrownBy(() -> new Puller(file, IMPATIENT, recorder).pull(model, Origin.of(model)))
          .isInstanceOf(FolderException.class)
          .hasMessage(
              "cannot write into the folder %s: there is a file where a folder must be", file);
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
