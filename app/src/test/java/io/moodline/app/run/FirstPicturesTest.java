package io.moodline.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.moodline.aggregator.api.ProbeFailure;
import io.moodline.ingest.IngestService;
import io.moodline.ingest.SourceException;
import io.moodline.ingest.camera.SourceOpener;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstPicturesTest {

  private static FirstPictures real() {
    return new FirstPictures(() -> IngestService.opener(DemoSources.all()), Duration.ofMinutes(2));
  }

  private static ProbeFailure failure(FirstPictures pictures, String source) {
    return catchThrowableOfType(ProbeFailure.class, () -> pictures.picture(source));
  }

  @Test
  void theDemoHasAPicture() throws Exception {
    byte[] jpeg = real().picture("demo:faces=2,width=640,height=360");
    assertThat(ImageIO.read(new ByteArrayInputStream(jpeg)).getWidth()).isEqualTo(640);
  }

  @Test
  void whatCannotBeOpenedIsNamedWithoutItsCredentials(@TempDir Path folder) {
    ProbeFailure missing = failure(real(), folder.resolve("none.mp4").toString());
    assertThat(missing.kind()).isEqualTo(ProbeFailure.Kind.CANNOT_OPEN);
    assertThat(missing).hasMessageContaining("cannot open").hasMessageContaining("none.mp4");
    // Nothing listens on port 1 of this machine.
    ProbeFailure refused = failure(real(), "rtsp://me:secret@127.0.0.1:1/stream?token=abc");
    assertThat(refused.kind()).isEqualTo(ProbeFailure.Kind.CANNOT_OPEN);
    assertThat(refused).hasMessageContaining("rtsp://***@127.0.0.1:1/stream");
    assertThat(refused.getMessage()).doesNotContain("secret").doesNotContain("abc");
    ProbeFailure badDemo = failure(real(), "demo:faces=many");
    assertThat(badDemo).hasMessageContaining("faces");
  }

  @Test
  void whatTakesTooLongIsGivenUpAndTwoAtOnceAreEnough() throws Exception {
    CountDownLatch open = new CountDownLatch(1);
    CountDownLatch atWork = new CountDownLatch(2);
    SourceOpener hangs =
        request -> {
          atWork.countDown();
          boolean opened = false;
          while (!opened) {
            try {
              open.await();
              opened = true;
            } catch (InterruptedException e) {
              // As native code does.
            }
          }
          throw SourceException.permanent("it was only a test", null);
        };
    FirstPictures pictures = new FirstPictures(() -> hangs, Duration.ofMillis(300));
    List<CompletableFuture<ProbeFailure>> two = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      two.add(
          CompletableFuture.supplyAsync(
              () -> failure(pictures, "rtsp://cam/1"), work -> new Thread(work).start()));
    }
    atWork.await();
    assertThat(failure(pictures, "rtsp://cam/2").kind()).isEqualTo(ProbeFailure.Kind.BUSY);
    for (CompletableFuture<ProbeFailure> one : two) {
      assertThat(one.join().kind()).isEqualTo(ProbeFailure.Kind.TOO_SLOW);
    }
    // Both still hang, and yet it is the next one's turn.
    assertThat(failure(pictures, "rtsp://cam/3").kind()).isEqualTo(ProbeFailure.Kind.TOO_SLOW);
    open.countDown();
  }
}
