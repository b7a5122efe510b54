package io.moodline.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moodline.ingest.EncodedPicture;
import io.moodline.ingest.FrameSource;
import io.moodline.ingest.SourceException;
import io.moodline.ingest.SourceRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DemoSourceTest {

  private static final String SMALL = "demo:width=320,height=240,fps=10";

  /** Raw pixels instead of JPEG: what is encoded is what was drawn. */
  private final DemoSourceFactory factory =
      new DemoSourceFactory((bgr, width, height, quality) -> bgr.clone());

  @Test
  void opensDemoOnly() {
    assertThat(factory.opens("demo:seed=4")).isTrue();
    assertThat(factory.opens("demo.mp4")).isFalse();
  }

  @Test
  void fastIsLikeAFile() throws SourceException {
    try (FrameSource source = open(SMALL + ",seconds=2,pace=fast", 1280)) {
      assertThat(source.live()).isFalse();
      assertThat(source.durationMs()).isEqualTo(2000);
      List<Long> positions = new ArrayList<>();
      while (source.grab()) {
        positions.add(source.positionMs());
      }
      assertThat(positions).hasSize(20).startsWith(0L, 100L, 200L).endsWith(1900L);
      assertThat(source.grab()).isFalse();
    }
  }

  @Test
  void liveIsEndless() throws SourceException {
    try (FrameSource source = open(SMALL, 1280)) {
      assertThat(source.live()).isTrue();
      assertThat(source.durationMs()).isZero();
      assertThat(source.grab()).isTrue();
      assertThat(source.positionMs()).isGreaterThanOrEqualTo(0);
    }
  }

  @Test
  void thePictureIsTheScenesAtItsPosition() throws Exception {
    try (DemoSource source = (DemoSource) open(SMALL + ",seconds=9,pace=fast", 1280)) {
      for (int frame = 0; frame < 30; frame++) {
        assertThat(source.grab()).isTrue();
      }
      byte[] expected =
          new DemoRenderer(source.scene(), DemoFaces.load()).render(source.positionMs());

      EncodedPicture picture = source.encode();

      assertThat(source.positionMs()).isEqualTo(2900);
      assertThat(picture.jpeg()).isEqualTo(expected);
      assertThat(picture.width()).isEqualTo(320);
      assertThat(picture.height()).isEqualTo(240);
    }
  }

  @Test
  void wideScenesAreScaledDown() throws SourceException {
    try (FrameSource source = open(SMALL + ",seconds=9,pace=fast", 160)) {
      source.grab();

      EncodedPicture picture = source.encode();

      assertThat(picture.width()).isEqualTo(160);
      assertThat(picture.height()).isEqualTo(120);
      assertThat(picture.jpeg()).hasSize(3 * 160 * 120);
    }
  }

  @Test
  void encodingBeforeGrabbingIsRefused() throws SourceException {
    try (FrameSource source = open(SMALL, 1280)) {
      assertThatThrownBy(source::encode).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void aWrongParameterIsPermanent() {
    assertThatThrownBy(() -> open("demo:faces=99", 1280))
        .isInstanceOfSatisfying(SourceException.class, e -> assertThat(e.permanent()).isTrue())
        .hasMessage("demo parameter faces is 99, but must be a whole number from 1 to 12");
  }

  @Test
  void aLiveCameraDropsWhatNobodyCameFor() throws InterruptedException {
    AtomicLong nanos = new AtomicLong(5_000_000);
    WallClockPace pace = new WallClockPace(DemoOptions.parse(SMALL), nanos::get);

    assertThat(pace.await(0)).isZero();
    nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(1050));
    assertThat(pace.await(1)).isEqualTo(10);
    assertThat(pace.await(10)).isEqualTo(10);
  }

  @Test
  void anInterruptedWaitEndsAndStaysInterrupted() throws SourceException {
    try (FrameSource source = open(SMALL, 1280)) {
      assertThat(source.grab()).isTrue();
      Thread.currentThread().interrupt();

      assertThatThrownBy(
              () -> {
                for (int frame = 0; frame < 100; frame++) {
                  source.grab();
                }
              })
          .isInstanceOfSatisfying(SourceException.class, e -> assertThat(e.permanent()).isFalse());
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  private FrameSource open(String source, int maxWidth) throws SourceException {
    return factory.open(new SourceRequest(source, 5, false, maxWidth, 85, Duration.ofSeconds(5)));
  }
}
