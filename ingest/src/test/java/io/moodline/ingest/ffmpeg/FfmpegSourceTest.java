package io.moodline.ingest.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.net.httpserver.HttpServer;
import io.moodline.ingest.EncodedPicture;
import io.moodline.ingest.FrameSource;
import io.moodline.ingest.SourceException;
import io.moodline.ingest.SourceRequest;
import io.moodline.testing.SharedData;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FfmpegSourceTest {

  @TempDir Path dir;

  private final FfmpegSourceFactory factory = new FfmpegSourceFactory();

  private static SourceRequest request(String source, int maxWidth) {
    return new SourceRequest(source, 5, false, maxWidth, 85, Duration.ofSeconds(1));
  }

  @Test
  void aVideoIsReadPictureByPicture() throws Exception {
    Path video = TestVideos.mp4(dir, 64, 48, 30, 25, 0);
    try (FrameSource source = factory.open(request(video.toString(), 1280))) {
      assertThat(source.live()).isFalse();
      assertThat((double) source.durationMs()).isCloseTo(1200, within(50.0));
      for (int i = 0; i < 30; i++) {
        assertThat(source.grab()).isTrue();
        assertThat((double) source.positionMs()).isCloseTo(i * 40, within(1.0));
      }
      assertThat(source.grab()).isFalse();
    }
  }

  @Test
  void widePicturesAreScaledAndKeepTheirShape() throws Exception {
    Path video = TestVideos.mp4(dir, 320, 240, 3, 25, 0);
    try (FrameSource source = factory.open(request(video.toString(), 160))) {
      assertThat(source.grab()).isTrue();
      EncodedPicture picture = source.encode();
      assertThat(picture.width()).isEqualTo(160);
      assertThat(picture.height()).isEqualTo(120);
      assertThat(ImageIO.read(new ByteArrayInputStream(picture.jpeg())).getWidth()).isEqualTo(160);
    }
  }

  /** The left half of the recorded picture is red; turned clockwise it is the upper half. */
  @ParameterizedTest
  @CsvSource({
    "0, 320, 240, 10, 120",
    "-90, 240, 320, 120, 10",
    "180, 320, 240, 310, 120",
    "90, 240, 320, 120, 310"
  })
  void aTurnedVideoIsRighted(int degrees, int width, int height, int redX, int redY)
      throws Exception {
    Path video = TestVideos.mp4(dir, 320, 240, 3, 25, degrees);
    try (FrameSource source = factory.open(request(video.toString(), 1280))) {
      assertThat(source.grab()).isTrue();
      EncodedPicture picture = source.encode();
      assertThat(picture.width()).isEqualTo(width);
      assertThat(picture.height()).isEqualTo(height);
      int rgb = ImageIO.read(new ByteArrayInputStream(picture.jpeg())).getRGB(redX, redY);
      assertThat((rgb >> 16) & 0xff).as("red").isGreaterThan(180);
      assertThat(rgb & 0xff).as("blue").isLessThan(90);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "pyfeat_WolfgangLanger_Pexels.mp4, 472",
    "pyfeat_face_noface.mov, 0",
    "head-pose-face-detection-female-and-male.mp4, 0",
    "classroom.mp4, 0"
  })
  void realVideosAreReadToTheirEnd(String name, int pictures) throws Exception {
    Path video = SharedData.get("video/" + name);
    int read = 0;
    long lastMs = -1;
    try (FrameSource source = factory.open(request(video.toString(), 1280))) {
      while (source.grab()) {
        assertThat(source.positionMs()).isGreaterThan(lastMs);
        lastMs = source.positionMs();
        read++;
      }
      assertThat((double) lastMs).isCloseTo(source.durationMs(), within(300.0));
    }
    assertThat(read).isGreaterThan(10);
    if (pictures > 0) {
      assertThat(read).isEqualTo(pictures);
    }
  }

  @Test
  void whatIsNoVideoIsNamedForGood() throws IOException {
    Path text = Files.writeString(dir.resolve("notes.mp4"), "not a video at all");
    assertPermanent(text.toString(), "is not a video that FFmpeg can read");
    assertPermanent(dir.resolve("absent.mp4").toString(), "there is no file");
    Path sound = Files.write(dir.resolve("sound.wav"), TestVideos.silence());
    assertPermanent(sound.toString(), "has no pictures");
    assertPermanent("gopher://host/x", "the protocol of gopher://host/x is not known; known are");
  }

  private void assertPermanent(String source, String message) {
    assertThatThrownBy(() -> factory.open(request(source, 1280)))
        .isInstanceOfSatisfying(
            SourceException.class, e -> assertThat(e.permanent()).as(source).isTrue())
        .hasMessageContaining(message);
  }

  @Test
  void anAddressThatLacksItsSchemeIsNotTold() {
    assertThatThrownBy(() -> factory.open(request("admin:secret@127.0.0.1/x", 1280)))
        .hasMessageContaining("there is no file")
        .hasMessageNotContaining("secret");
  }

  @Test
  void aServerThatRefusesMayComeBack() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      port = socket.getLocalPort();
    }
    assertThatThrownBy(
            () -> factory.open(request("rtsp://user:secret@127.0.0.1:" + port + "/x", 1280)))
        .isInstanceOfSatisfying(SourceException.class, e -> assertThat(e.permanent()).isFalse())
        .hasMessageContaining("Connection refused")
        .hasMessageContaining("***@127.0.0.1")
        .hasMessageNotContaining("secret");
  }

  @Test
  void aServerWithoutPicturesMayHaveSomeLater() throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] sound = TestVideos.silence();
          exchange.getResponseHeaders().set("Content-Type", "audio/wav");
          exchange.sendResponseHeaders(200, sound.length);
          try (OutputStream out = exchange.getResponseBody()) {
            out.write(sound);
          }
        });
    server.start();
    try {
      String source = "http://127.0.0.1:" + server.getAddress().getPort() + "/live";
      assertThatThrownBy(() -> factory.open(request(source, 1280)))
          .isInstanceOfSatisfying(SourceException.class, e -> assertThat(e.permanent()).isFalse())
          .hasMessageContaining("has no pictures");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void aServerThatNeverAnswersIsGivenUp() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
      String source = "rtsp://127.0.0.1:" + silent.getLocalPort() + "/x";
      assertThatThrownBy(() -> factory.open(request(source, 1280)))
          .isInstanceOfSatisfying(SourceException.class, e -> assertThat(e.permanent()).isFalse());
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "-90, 1", "90, 3", "180, 2", "-180, 2", "-89.6, 1", "270, 1"})
  void quarterTurnsAreClockwise(double degrees, int turns) {
    assertThat(FfmpegSource.quarterTurns(degrees)).isEqualTo(turns);
  }
}
