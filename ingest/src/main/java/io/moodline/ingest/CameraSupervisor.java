package io.moodline.ingest;

import io.moodline.ingest.camera.CameraRunner;
import io.moodline.ingest.camera.StatusChange;
import io.moodline.ingest.flow.Progress;
import io.moodline.schemas.Camera;
import io.moodline.schemas.CameraState;
import io.moodline.schemas.CameraStatus;
import io.moodline.schemas.FrameOutcome;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.TimestampedKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;

/**
 * Runs the cameras of one partition: starts, replaces and stops their runners as the registry says,
 * tells them which frames are done, and publishes their statuses.
 *
 * <p>The statuses and the progress are kept in stores, the registry is read from its own, so
 * whoever gets the partition next goes on from there.
 */
final class CameraSupervisor implements Processor<String, SpecificRecord, String, CameraStatus> {

  static final String CAMERAS = "cameras";
  static final String STATUSES = "statuses";
  static final String PROGRESS = "progress";

  private static final Duration LOOK_EVERY = Duration.ofMillis(200);
  private static final Set<CameraState> OVER = Set.of(CameraState.ENDED, CameraState.FAILED);

  private final CameraRunners runners;
  private final Clock clock;
  private final Map<String, CameraRunner> running = new HashMap<>();
  private boolean tookOver;
  private ProcessorContext<String, CameraStatus> context;
  private TimestampedKeyValueStore<String, Camera> cameras;
  private KeyValueStore<String, CameraStatus> statuses;
  private KeyValueStore<String, byte[]> progress;

  CameraSupervisor(CameraRunners runners, Clock clock) {
    this.runners = runners;
    this.clock = clock;
  }

  @Override
  public void init(ProcessorContext<String, CameraStatus> newContext) {
    context = newContext;
    cameras = context.getStateStore(CAMERAS);
    statuses = context.getStateStore(STATUSES);
    progress = context.getStateStore(PROGRESS);
    tookOver = false;
    context.schedule(LOOK_EVERY, PunctuationType.WALL_CLOCK_TIME, time -> look());
  }

  @Override
  public void process(Record<String, SpecificRecord> record) {
    takeOverOnce(); // Before the first outcome, which would otherwise find nobody to tell.
    if (record.value() instanceof FrameOutcome outcome) {
      finish(outcome);
    } else if (record.value() instanceof Camera camera) {
      register(camera);
    } else {
      remove(record.key());
    }
  }

  private void finish(FrameOutcome outcome) {
    CameraRunner runner = running.get(outcome.getCameraId());
    if (runner != null) {
      runner.onOutcome(outcome.getSession(), outcome.getSequence(), outcome.getDetector());
      progress.put(outcome.getCameraId(), runner.progress().toBytes());
    }
  }

  private void register(Camera camera) {
    CameraStatus last = statuses.get(camera.getId());
    if (last != null && last.getCameraUpdatedAtMs() == camera.getUpdatedAtMs()) {
      return; // Taken over already, or read again after a restart.
    }
    stop(camera.getId());
    start(camera);
  }

  private void remove(String id) {
    stop(id);
    progress.delete(id);
    if (statuses.delete(id) != null) {
      context.forward(new Record<>(id, null, clock.millis()));
    }
  }

  private void start(Camera camera) {
    String id = camera.getId();
    CameraStatus last = statuses.get(id);
    boolean same = last != null && last.getCameraUpdatedAtMs() == camera.getUpdatedAtMs();
    if (!camera.getEnabled()) {
      if (!same || last.getState() != CameraState.DISABLED) {
        publish(StatusChange.disabled(camera, last, clock.millis()));
      }
      return;
    }
    if (same && OVER.contains(last.getState()) && last.getFinished() >= last.getCaptured()) {
      return; // A file is played once, and what cannot work is not tried again.
    }
    CameraRunner runner = runners.create(camera, same ? resumed(last) : fresh(last));
    running.put(id, runner);
    runner.start();
    publish(runner.status());
  }

  /** A file goes on where it was; a live source cannot, and begins a new session. */
  private Progress resumed(CameraStatus last) {
    byte[] known = progress.get(last.getCameraId());
    boolean recording = last.getDurationMs() > 0;
    if (recording && known != null && Progress.fromBytes(known).session() == last.getSession()) {
      return Progress.fromBytes(known);
    }
    return recording && last.getSession() > 0 ? Progress.begin(last.getSession()) : fresh(last);
  }

  private Progress fresh(CameraStatus last) {
    long previous = last == null ? 0 : last.getSession();
    return Progress.begin(Math.max(clock.millis(), previous + 1));
  }

  private void stop(String id) {
    CameraRunner runner = running.remove(id);
    if (runner != null) {
      runner.close();
    }
  }

  private void takeOverOnce() {
    if (!tookOver) {
      tookOver = true;
      takeOver();
    }
  }

  /**
   * Starts what the stores know, after a restart or when the partition came from another instance.
   * Not in {@link #init}, where nothing can be forwarded yet.
   */
  private void takeOver() {
    List<Camera> known = new ArrayList<>();
    try (KeyValueIterator<String, ValueAndTimestamp<Camera>> all = cameras.all()) {
      all.forEachRemaining(camera -> known.add(camera.value.value()));
    }
    known.stream().filter(camera -> !running.containsKey(camera.getId())).forEach(this::start);
  }

  /** Every now and then: watches the decoders and publishes what has changed. */
  private void look() {
    takeOverOnce();
    running
        .values()
        .forEach(
            runner -> {
              runner.watch();
              CameraStatus status = runner.status();
              if (StatusChange.worthTelling(statuses.get(status.getCameraId()), status)) {
                publish(status);
              }
            });
  }

  private void publish(CameraStatus status) {
    statuses.put(status.getCameraId(), status);
    context.forward(new Record<>(status.getCameraId(), status, status.getUpdatedAtMs()));
  }

  @Override
  public void close() {
    // All at once: each may have to wait for a decoder that hangs.
    running.values().parallelStream().forEach(CameraRunner::close);
    running.clear();
  }
}
