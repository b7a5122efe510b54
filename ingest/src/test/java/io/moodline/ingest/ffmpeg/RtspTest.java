package io.moodline.ingest.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moodline.ingest.FrameSource;
import io.moodline.ingest.SourceRequest;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.junit.jupiter.api.Test;

/** Real RTSP over TCP on loopback: the source listens, a recorder pushes to it. */
class RtspTest {

  @Test
  void picturesOfALiveStreamAreReadUntilItEnds() throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      port = socket.getLocalPort();
    }
    String url = "rtsp://127.0.0.1:" + port + "/door";
    SourceRequest request = new SourceRequest(url, 5, false, 1280, 85, Duration.ofSeconds(20));
    AtomicInteger read = new AtomicInteger();
    CompletableFuture<Boolean> live =
        CompletableFuture.supplyAsync(
            () -> {
              try (FrameSource source = listen(request)) {
                while (source.grab()) {
                  assertThat(source.encode().width()).isEqualTo(320);
                  read.incrementAndGet();
                }
                return source.live();
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    await().ignoreExceptions().atMost(Duration.ofSeconds(20)).until(() -> push(url));
    assertThat(live.get(30, TimeUnit.SECONDS)).isTrue();
    assertThat(read.get()).isBetween(40, 50);
  }

  /** As the factory opens it, but waiting for someone who pushes. */
  private static FrameSource listen(SourceRequest request) throws Exception {
    FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(request.source());
    grabber.setOption("rtsp_flags", "listen");
    grabber.startUnsafe();
    return new FfmpegSource(grabber, SourceKind.of(request.source()), request);
  }

  private static boolean push(String url) throws Exception {
    try (FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(url, 320, 240)) {
      recorder.setFormat("rtsp");
      recorder.setOption("rtsp_transport", "tcp");
      recorder.setVideoCodec(avcodec.AV_CODEC_ID_MPEG4);
      recorder.setFrameRate(25);
      recorder.start();
      TestVideos.record(recorder, 320, 240, 50);
    }
    return true;
  }
}
