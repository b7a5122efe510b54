package io.moodline.ingest.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moodline.ingest.flow.Progress;
import io.moodline.schemas.Camera;
import io.moodline.schemas.CameraState;
import io.moodline.schemas.Frame;
import io.moodline.schemas.FrameOutcome;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the watchdog gives up and what it does not, by a clock that the test puts forward. */
class CameraRunnerWatchTest {

  private static final long SESSION = 1_700_000_000_000L;

  private final AtomicLong aheadNanos = new AtomicLong();
  private final Brokers brokers = new Brokers();
  private final CountDownLatch never = new CountDownLatch(1);
  private final List<Long> openedNanos = new CopyOnWriteArrayList<>();
  private CameraRunner runner;

  @AfterEach
  void stop() {
    brokers.back.countDown();
    never.countDown();
    runner.close();
  }

  private void run(int maxInFlight, int queue, Duration backoff, SourceOpener opener) {
    Camera camera =
        Camera.newBuilder()
            .setId("door")
            .setSite("city")
            .setName("Door")
            .setSource("fake")
            .setTargetFps(60)
            .setUpdatedAtMs(1)
            .build();
    RunnerSettings settings =
        new RunnerSettings(
            1280,
            85,
            maxInFlight,
            queue,
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            backoff,
            backoff);
    runner =
        new CameraRunner(
            camera,
            Progress.begin(SESSION),
            settings,
            opener,
            brokers,
            Clock.systemUTC(),
            () -> System.nanoTime() + aheadNanos.get());
    runner.start();
  }

  /** As after an hour of it, or after the process was stopped for an hour. */
  private void watchAnHourLater() {
    aheadNanos.addAndGet(TimeUnit.HOURS.toNanos(1));
    runner.watch();
  }

  private void assertUndisturbed() {
    assertThat(runner.status().getState()).isEqualTo(CameraState.STREAMING);
    assertThat(runner.status().getReconnects()).isZero();
  }

  private static List<Long> upTo(long end) {
    return LongStream.range(0, end).boxed().toList();
  }

  @Test
  void whoWaitsForTheBrokersWithAnOutcomeLosesNone() {
    run(
        3,
        10,
        Duration.ofMillis(10),
        request ->
            FakeSource.live(
                index -> {
                  await().pollDelay(Duration.ofMillis(20)).until(() -> true);
                  return true;
                }));
    await().until(() -> brokers.outcomeWaits);
    watchAnHourLater();
    assertUndisturbed();
    brokers.back.countDown();
    await().until(() -> brokers.outcomes.size() >= 3);
    runner.close();
    assertThat(brokers.sequences())
        .containsExactlyInAnyOrderElementsOf(upTo(runner.status().getCaptured()));
  }

  @Test
  void whoWaitsForTheBrokersWithAFrameLosesNone() {
    run(100, 1, Duration.ofMillis(10), request -> FakeSource.file(6));
    // One is being sent, one is in the queue, and one waits for its place there.
    await().until(() -> runner.status().getCaptured() == 3);
    watchAnHourLater();
    assertUndisturbed();
    brokers.back.countDown();
    await().until(() -> runner.status().getState() == CameraState.ENDED);
    await().until(() -> brokers.frames.size() == 6);
    assertThat(brokers.sequences()).containsExactlyElementsOf(upTo(6));
  }

  @Test
  void decodersThatHangAreNotBegunWithoutEnd() {
    run(100, 10, Duration.ofMillis(10), request -> hanging());
    for (int hung = 1; hung <= HungDecoders.MOST; hung++) {
      int opened = hung;
      await().until(() -> openedNanos.size() == opened);
      watchAnHourLater();
    }
    watchAnHourLater();
    assertThat(openedNanos).hasSize(HungDecoders.MOST);
    assertThat(runner.status().getState()).isEqualTo(CameraState.RECONNECTING);
    assertThat(runner.status().getReason())
        .isEqualTo(
            "the source did not open within 20 s; 4 decoders of this camera hang, and no more are"
                + " begun until one of them ends");
    never.countDown();
    await()
        .until(
            () -> {
              runner.watch();
              return runner.status().getState() == CameraState.ENDED;
            });
    assertThat(openedNanos).hasSize(HungDecoders.MOST + 1);
  }

  @Test
  void aDecoderIsReplacedAfterAPause() {
    run(100, 10, Duration.ofMillis(400), request -> hanging());
    await().until(() -> openedNanos.size() == 1);
    long givenUpNanos = System.nanoTime();
    watchAnHourLater();
    await().until(() -> openedNanos.size() == 2);
    // From half of the pause, less a part of a millisecond that is cut off.
    assertThat(openedNanos.get(1) - givenUpNanos).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(199));
  }

  /** Opens only when the test says so. */
  private FakeSource hanging() {
    openedNanos.add(System.nanoTime());
    CameraRunnerTest.hang(never);
    return FakeSource.file(1);
  }

  /** Brokers that are away at first: who sends waits, and gives up when interrupted. */
  private static final class Brokers implements FrameSink {

    private final CountDownLatch back = new CountDownLatch(1);
    private final List<Frame> frames = new CopyOnWriteArrayList<>();
    private final List<FrameOutcome> outcomes = new CopyOnWriteArrayList<>();
    private volatile boolean outcomeWaits;

    @Override
    public void send(Frame frame) {
      await();
      frames.add(frame);
    }

    @Override
    public void send(FrameOutcome outcome) {
      outcomeWaits = true;
      await();
      outcomes.add(outcome);
    }

    /** As the producer does: only who has to wait is interrupted. */
    private void await() {
      while (back.getCount() > 0) {
        try {
          back.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new IllegalStateException("interrupted while sending", e);
        }
      }
    }

    List<Long> sequences() {
      return Stream.concat(
              frames.stream().map(Frame::getSequence),
              outcomes.stream().map(FrameOutcome::getSequence))
          .toList();
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }
}
