package io.moodline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.moodline.app.models.Patience;
import io.moodline.detector.models.KnownModel;
import io.moodline.detector.models.ModelCatalogue;
import io.moodline.testing.SharedData;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command line on a catalogue of two models, one of which the server has. */
class ModelsCommandTest {

  /** Of "abc", from FIPS 180-4's examples. */
  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  private static final Patience IMPATIENT =
      new Patience(Duration.ofSeconds(2), Duration.ofSeconds(2), 2, Duration.ofMillis(1));

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private HttpServer server;
  private String address;

  @BeforeEach
  void startServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/abc.onnx",
        exchange -> {
          exchange.sendResponseHeaders(200, 3);
          exchange.getResponseBody().write(new byte[] {'a', 'b', 'c'});
          exchange.close();
        });
    server.start();
    address = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  @AfterEach
  void stopServer() {
    server.stop(0);
  }

  @Test
  void pullFetchesListShowsAndVerifyAgrees() throws IOException {
    assertThat(run("list")).isZero();
    assertThat(out.toString())
        .contains("model folder: " + models())
        .containsPattern("abc-1 +not there +3 bytes {2}MIT {2}abc.onnx")
        .contains("a test (also called abc)");

    assertThat(run("pull", "abc")).isZero();
    assertThat(out.toString()).contains("abc-1 is fetched and verified: " + models());
    assertThat(models().resolve("abc.onnx")).hasContent("abc");

    assertThat(run("list")).isZero();
    assertThat(out.toString()).containsPattern("abc-1 +verified ");
    assertThat(run("verify")).isZero();
    assertThat(out.toString()).contains("abc.onnx matches the catalogue's abc-1").hasLineCount(1);
    assertThat(run("pull", "abc-1", "abc")).isZero();
    assertThat(out.toString()).contains("abc-1 is there already and verified").hasLineCount(1);
  }

  @Test
  void listPrintsJson() throws IOException {
    Files.createDirectories(models());
    Files.createFile(models().resolve("abc.onnx"));

    assertThat(run("list", "--json")).isZero();

    JsonNode json = new ObjectMapper().readTree(out.toString());
    assertThat(json.path("folder").textValue()).isEqualTo(models().toString());
    JsonNode abc = json.path("models").path(0);
    assertThat(abc.path("sha256").textValue()).isEqualTo(ABC);
    assertThat(abc.path("size").intValue()).isEqualTo(3);
    assertThat(abc.path("licence").textValue()).isEqualTo("MIT");
    assertThat(abc.path("present").booleanValue()).isTrue();
    assertThat(abc.path("verified").booleanValue()).isFalse();
    assertThat(abc.path("foundSha256").textValue()).startsWith("e3b0c442");
    assertThat(json.at("/models/1/present").booleanValue()).isFalse();
  }

  @Test
  void whatCannotBeFetchedSaysHowToBringItByHandAndTheOthersAreFetched() {
    assertThat(run("pull", "lost-1", "abc")).isEqualTo(1);

    assertThat(err.toString())
        .contains("moodline pull: cannot bring lost-1: " + address + "lost.onnx answers with")
        .contains("OpenCV's cascade (Haar), which comes with Moodline and goes on working")
        .contains("copy it to " + models().resolve("lost.onnx"))
        .contains("moodline models pull lost-1 --from FILE --dir " + models())
        .contains("its sha256 must be " + ABC.replace('b', 'c'));
    assertThat(models().resolve("abc.onnx")).hasContent("abc");
    assertThat(models().resolve("lost.onnx")).doesNotExist();
  }

  @Test
  void aFolderThatCannotBeWrittenNeedsNoHintsAboutNetworks() throws IOException {
    Files.createFile(models());

    assertThat(run("pull", "abc")).isEqualTo(1);

    assertThat(err.toString())
        .contains("there is a file where a folder must be")
        .doesNotContain("by hand")
        .hasLineCount(1);
  }

  @Test
  void fromTakesTheFileFromElsewhere() throws IOException {
    Path stick = Files.createDirectory(folder.resolve("stick"));
    Files.writeString(stick.resolve("abc.onnx"), "abc");
    assertThat(run("pull", "abc", "--from", stick.toString())).isZero();
    Files.delete(models().resolve("abc.onnx"));
    assertThat(run("pull", "abc", "--from", address)).isZero();
    assertThat(models().resolve("abc.onnx")).hasContent("abc");

    Files.writeString(stick.resolve("abc.onnx"), "abd");
    Files.delete(models().resolve("abc.onnx"));
    assertThat(run("pull", "abc", "--from", stick.resolve("abc.onnx").toString())).isEqualTo(1);
    assertThat(err.toString()).contains("must be " + ABC).hasLineCount(1);
    assertThat(models().resolve("abc.onnx")).doesNotExist();
  }

  @Test
  void verifyTellsEveryFileAndFailsOnOneThatDiffers() throws IOException {
    Files.createDirectories(models().resolve("subfolder"));
    Files.writeString(models().resolve("mine.onnx"), "mine");
    Files.writeString(models().resolve("abc.onnx.part"), "ab");
    assertThat(run("verify")).isZero();
    assertThat(out.toString())
        .contains("mine.onnx is not known to the catalogue")
        .contains("abc.onnx.part is of an unfinished download")
        .hasLineCount(2);

    Files.writeString(models().resolve("abc.onnx"), "");
    assertThat(run("verify")).isEqualTo(1);
    assertThat(out.toString()).contains("abc.onnx does not match").contains("must be " + ABC);

    Files.delete(models().resolve("abc.onnx"));
    Files.createDirectory(models().resolve("abc.onnx"));
    assertThat(run("verify")).isEqualTo(1);
    assertThat(out.toString()).contains("abc.onnx cannot be read: it is not a file");
  }

  @Test
  void verifyOfNothingSaysSo() throws IOException {
    assertThat(run("verify")).isZero();
    assertThat(out.toString()).contains("is not there: nothing to do");
    Files.createDirectory(models());
    assertThat(run("verify")).isZero();
    assertThat(out.toString()).contains("is empty");
  }

  @Test
  void wrongCommandLinesAreExplained() {
    assertThat(run()).isEqualTo(2);
    assertThat(run("pull")).isEqualTo(2);
    assertThat(run("pull", "hog")).isEqualTo(2);
    assertThat(err.toString()).contains("there is no model \"hog\"; there are abc, abc-1, lost-1");
    assertThat(run("pull", "abc", "--from", "ftp://x/y")).isEqualTo(2);
    assertThat(err.toString()).contains("--from is ftp://x/y, but must be https://");
    assertThat(run("pull", "abc", "lost-1", "--from", "x.onnx")).isEqualTo(2);
    assertThat(err.toString()).contains("--from must be a folder, or end in a slash");
  }

  @Test
  void theFolderIsTheDetectorsOwn() throws IOException {
    Path config = folder.resolve("moodline.properties");
    Files.writeString(config, "detector.models.dir = somewhere/else\n");

    assertThat(execute(Cli.commandLine(), "models", "list")).isZero();
    assertThat(out.toString()).startsWith("model folder: .moodline/models");
    assertThat(execute(Cli.commandLine(), "models", "list", "--config", config.toString()))
        .isZero();
    assertThat(out.toString()).startsWith("model folder: somewhere/else");
  }

  @Test
  void theRealYuNetIsBroughtByHand() {
    String shared = SharedData.get("models").toString();
    String[] pull = {"models", "pull", "yunet", "--dir", models().toString(), "--from", shared};

    assertThat(execute(Cli.commandLine(), pull)).isZero();
    assertThat(execute(Cli.commandLine(), "models", "verify", "--dir", models().toString()))
        .isZero();
    assertThat(out.toString()).contains("2026may.onnx matches the catalogue's yunet-2026may");
    assertThat(execute(Cli.commandLine(), "models", "verify", "--dir", shared)).isZero();
    assertThat(out.toString()).contains("bootstrap-emotion.onnx is not known to the catalogue");
  }

  private Path models() {
    return folder.resolve("models");
  }

  /** Runs one of our own catalogue; "--dir" comes after what the command is called. */
  private int run(String... args) {
    CommandLine line = new CommandLine(new ModelsCommand(catalogue(), IMPATIENT));
    if (args.length == 0) {
      return execute(line);
    }
    String[] all = new String[args.length + 2];
    all[0] = args[0];
    all[1] = "--dir";
    all[2] = models().toString();
    System.arraycopy(args, 1, all, 3, args.length - 1);
    return execute(line, all);
  }

  private int execute(CommandLine line, String... args) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    return line.execute(args);
  }

  private ModelCatalogue catalogue() {
    return new ModelCatalogue(
        List.of(
            model("abc", List.of("abc"), ABC), model("lost", List.of(), ABC.replace('b', 'c'))));
  }

  private KnownModel model(String name, List<String> aliases, String sha256) {
    URI url = URI.create(address + name + ".onnx");
    return new KnownModel(name + "-1", aliases, name + ".onnx", url, sha256, 3, "MIT", "a test");
  }
}
