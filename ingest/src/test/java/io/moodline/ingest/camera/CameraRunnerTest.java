package io.moodline.ingest.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moodline.ingest.SourceException;
import io.moodline.ingest.flow.Progress;
import io.moodline.schemas.Camera;
import io.moodline.schemas.CameraState;
import io.moodline.schemas.Frame;
import io.moodline.schemas.FrameOutcome;
import io.moodline.schemas.Outcome;
import io.moodline.serde.AvroSerdes;
import io.moodline.topics.Topic;
import io.moodline.topics.Topics;
import java.time.Clock;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CameraRunnerTest {

  private static final long SESSION = 1_700_000_000_000L;

  private final RecordingSink sink = new RecordingSink();
  private final List<FakeSource> opened = new CopyOnWriteArrayList<>();
  private CameraRunner runner;

  @AfterEach
  void stop() {
    if (runner != null) {
      runner.close();
    }
  }

  private static RunnerSettings settings(int maxInFlight, int queue) {
    return new RunnerSettings(
        1280,
        85,
        maxInFlight,
        queue,
        Duration.ofMillis(100),
        Duration.ofMillis(300),
        Duration.ofMillis(10),
        Duration.ofMillis(20));
  }

  private static Camera.Builder camera() {
    return Camera.newBuilder()
        .setId("door")
        .setSite("city")
        .setName("Door")
        .setSource("fake")
        .setTargetFps(60)
        .setUpdatedAtMs(1);
  }

  private void run(Camera camera, Progress progress, RunnerSettings settings, SourceOpener opener) {
    SourceOpener recording =
        request -> {
          FakeSource source = (FakeSource) opener.open(request);
          opened.add(source);
          return source;
        };
    runner = new CameraRunner(camera, progress, settings, recording, sink, Clock.systemUTC());
    runner.start();
  }

  private void awaitState(CameraState state) {
    await().atMost(Duration.ofSeconds(20)).until(() -> runner.status().getState() == state);
  }

  @Test
  void aFileIsReadWholeInOrderAndEnds() {
    run(camera().build(), Progress.begin(SESSION), settings(100, 4), r -> FakeSource.file(50));
    awaitState(CameraState.ENDED);
    await().until(() -> sink.frames.size() == 50);
    assertThat(sink.frames)
        .extracting(Frame::getSequence)
        .containsExactlyElementsOf(LongStream.range(0, 50).boxed().toList());
    // The last picture's end is the moment of opening: 50 pictures of 40 ms before it.
    assertThat(sink.frames.get(0).getCapturedAtMs()).isEqualTo(SESSION - 2000);
    assertThat(sink.frames.get(49).getCapturedAtMs()).isEqualTo(SESSION - 40);
    assertThat(opened).allMatch(FakeSource::closed);
    assertThat(runner.status().getCaptured()).isEqualTo(50);
  }

  @Test
  void framesWaitForARegistryThatIsAwayAndNoneIsLost() {
    sink.refusals.addAll(List.of(failureOfTheRegistry(), failureOfTheRegistry()));
    run(camera().build(), Progress.begin(SESSION), settings(100, 4), r -> FakeSource.file(12));
    awaitState(CameraState.ENDED);
    await().until(() -> sink.frames.size() == 12);
    assertThat(sink.frames)
        .extracting(Frame::getSequence)
        .containsExactlyElementsOf(LongStream.range(0, 12).boxed().toList());
  }

  @Test
  void outcomesOfShedFramesWaitForARegistryThatIsAwayAndNoneIsLost() {
    sink.outcomeRefusals.addAll(List.of(failureOfTheRegistry(), failureOfTheRegistry()));
    run(
        camera().build(),
        Progress.begin(SESSION),
        settings(1, 10),
        request ->
            FakeSource.live(
                index -> {
                  await().pollDelay(Duration.ofMillis(20)).until(() -> true);
                  return true;
                }));
    await().atMost(Duration.ofSeconds(20)).until(() -> sink.outcomes.size() >= 3);
    assertThat(sink.outcomes.subList(0, 3))
        .extracting(FrameOutcome::getSequence)
        .containsExactly(1L, 2L, 3L);
    assertThat(runner.status().getReconnects()).as("the camera is well").isZero();
  }

  /** Nobody listens on port 1. */
  private static RuntimeException failureOfTheRegistry() {
    Topics topics = new Topics("test", AvroSerdes.of("http://127.0.0.1:1/apis/registry/v3"));
    Topic<String, Frame> frames = topics.frames();
    try {
      frames.values().deserializer().deserialize(frames.name(), new byte[] {0, 0, 0, 0, 7, 1});
    } catch (RuntimeException e) {
      return e;
    }
    throw new AssertionError("the schema was found");
  }

  @Test
  void aFileWaitsForItsOutcomesAndShedsNothing() {
    run(camera().build(), Progress.begin(SESSION), settings(5, 2), r -> FakeSource.file(12));
    await().until(() -> sink.frames.size() == 5);
    assertThat(runner.status().getCaptured()).isEqualTo(5);
    for (long i = 0; i < 12; i++) {
      runner.onOutcome(SESSION, i, "haar");
    }
    awaitState(CameraState.ENDED);
    await().until(() -> sink.frames.size() == 12);
    assertThat(sink.outcomes).isEmpty();
    assertThat(runner.status().getFinished()).isEqualTo(12);
  }

  @Test
  void aResumedFileSkipsWhatIsFinishedAndKeepsItsTimes() {
    BitSet beyond = new BitSet();
    beyond.set(1);
    Progress known = new Progress(SESSION, 7, beyond);
    run(camera().build(), known, settings(100, 4), r -> FakeSource.file(10));
    awaitState(CameraState.ENDED);
    await().until(() -> sink.frames.size() == 3);
    assertThat(sink.frames).extracting(Frame::getSequence).containsExactly(7L, 8L, 9L);
    assertThat(sink.frames.get(0).getCapturedAtMs()).isEqualTo(SESSION - 400 + 7 * 40);
    runner.onOutcome(SESSION, 7, "haar");
    runner.onOutcome(SESSION, 9, null);
    assertThat(runner.status().getFinished()).isEqualTo(10);
    assertThat(runner.status().getDetector()).isEqualTo("haar");
  }

  @Test
  void aRecordingsOwnTimeIsUsedWhenItIsGiven() {
    run(
        camera().setStartMs(1_600_000_000_000L).build(),
        Progress.begin(SESSION),
        settings(100, 4),
        r -> FakeSource.file(3));
    await().until(() -> sink.frames.size() == 3);
    assertThat(sink.frames)
        .extracting(Frame::getCapturedAtMs)
        .containsExactly(1_600_000_000_000L, 1_600_000_000_040L, 1_600_000_000_080L);
  }

  @Test
  void aFileThatBreaksGoesOnWhereItWas() {
    AtomicInteger opens = new AtomicInteger();
    run(
        camera().build(),
        Progress.begin(SESSION),
        settings(100, 4),
        request -> {
          boolean first = opens.incrementAndGet() == 1;
          return FakeSource.file(
              10,
              index -> {
                if (first && index == 4) {
                  throw SourceException.temporary("disk away", null);
                }
                return index < 10;
              });
        });
    awaitState(CameraState.ENDED);
    await().until(() -> sink.frames.size() == 10);
    assertThat(sink.frames).extracting(Frame::getSequence).isSorted().doesNotHaveDuplicates();
    assertThat(runner.status().getReconnects()).isEqualTo(1);
  }

  @Test
  void whatCanNeverWorkFailsAndIsNotTriedAgain() {
    AtomicInteger opens = new AtomicInteger();
    run(
        camera().build(),
        Progress.begin(SESSION),
        settings(100, 4),
        request -> {
          opens.incrementAndGet();
          throw SourceException.permanent("there is no file fake", null);
        });
    awaitState(CameraState.FAILED);
    assertThat(runner.status().getReason()).isEqualTo("there is no file fake");
    assertThat(opens).hasValue(1);
  }

  @Test
  void aLiveCameraThatDropsComesBackInTheSameSession() {
    run(
        camera().build(),
        Progress.begin(SESSION),
        settings(100_000, 1000),
        request ->
            FakeSource.live(
                index -> {
                  await().pollDelay(Duration.ofMillis(5)).until(() -> true);
                  return index < 5;
                }));
    await().atMost(Duration.ofSeconds(20)).until(() -> runner.status().getReconnects() >= 3);
    assertThat(opened.size()).isGreaterThanOrEqualTo(3);
    assertThat(sink.frames).extracting(Frame::getSession).containsOnly(SESSION);
    assertThat(sink.frames).extracting(Frame::getSequence).isSorted().doesNotHaveDuplicates();
    assertThat(sink.frames).extracting(Frame::getLive).containsOnly(true);
  }

  @Test
  void aLiveCameraShedsWhileThePipelineIsBehindAndEveryFrameIsAccountedFor() {
    run(
        camera().build(),
        Progress.begin(SESSION),
        settings(3, 10),
        request ->
            FakeSource.live(
                index -> {
                  await().pollDelay(Duration.ofMillis(20)).until(() -> true);
                  return true;
                }));
    await().atMost(Duration.ofSeconds(20)).until(() -> sink.outcomes.size() >= 4);
    runner.close();
    assertThat(sink.frames).hasSize(3);
    assertThat(sink.outcomes).allMatch(o -> o.getOutcome() == Outcome.SHED);
    assertThat(sink.outcomes).allMatch(o -> o.getReason().equals("the pipeline is behind"));
    assertThat(runner.status().getCaptured()).isEqualTo(3 + sink.outcomes.size());
    assertThat(runner.status().getShed()).isEqualTo(sink.outcomes.size());
  }

  @Test
  void aCameraThatComesBackWhileThePipelineIsBehindIsStreaming() {
    AtomicInteger opens = new AtomicInteger();
    run(
        camera().build(),
        Progress.begin(SESSION),
        settings(3, 10),
        request -> {
          boolean first = opens.incrementAndGet() == 1;
          return FakeSource.live(
              index -> {
                await().pollDelay(Duration.ofMillis(20)).until(() -> true);
                return !first || sink.outcomes.isEmpty();
              });
        });
    await().atMost(Duration.ofSeconds(20)).until(() -> runner.status().getReconnects() == 1);
    awaitState(CameraState.STREAMING);
    assertThat(runner.status().getReason()).isNull();
    assertThat(sink.frames).as("the rest is shed").hasSize(3);
  }

  @Test
  void aDecoderThatHangsForEverIsReplaced() {
    CountDownLatch never = new CountDownLatch(1);
    AtomicInteger opens = new AtomicInteger();
    run(
        camera().build(),
        Progress.begin(SESSION),
        settings(100, 100),
        request -> {
          boolean first = opens.incrementAndGet() == 1;
          return FakeSource.live(
              index -> {
                if (first && index == 2) {
                  hang(never);
                }
                await().pollDelay(Duration.ofMillis(10)).until(() -> true);
                return true;
              });
        });
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> {
              runner.watch();
              return opens.get() == 2 && sink.frames.size() > 6;
            });
    assertThat(runner.status().getState()).isEqualTo(CameraState.STREAMING);
    assertThat(runner.status().getReconnects()).isEqualTo(1);
    assertThat(sink.frames).extracting(Frame::getSequence).isSorted().doesNotHaveDuplicates();
    never.countDown();
  }

  @Test
  void aFrozenPictureIsNoProgress() {
    AtomicInteger opens = new AtomicInteger();
    run(
        camera().build(),
        Progress.begin(SESSION),
        settings(100, 100),
        request -> {
          opens.incrementAndGet();
          return FakeSource.frozen();
        });
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> {
              runner.watch();
              return opens.get() >= 2;
            });
    assertThat(sink.frames.size()).isLessThanOrEqualTo(opens.get());
  }

  @Test
  void stoppingDoesNotWaitForADecoderThatHangs() {
    CountDownLatch never = new CountDownLatch(1);
    run(
        camera().build(),
        Progress.begin(SESSION),
        settings(100, 100),
        request ->
            FakeSource.live(
                index -> {
                  hang(never);
                  return true;
                }));
    await().until(() -> !opened.isEmpty());
    runner.close();
    assertThat(opened.get(0).closed()).as("nobody else touches a hung source").isFalse();
    never.countDown();
  }

  /** Hangs as native code does: interrupts do not reach it. */
  static void hang(CountDownLatch until) {
    boolean interrupted = false;
    while (until.getCount() > 0) {
      try {
        until.await();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
