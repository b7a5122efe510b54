package io.moodline.aggregator;

import io.moodline.aggregator.TrackOutput.FrameDone;
import io.moodline.aggregator.TrackOutput.Over;
import io.moodline.aggregator.TrackOutput.Seen;
import io.moodline.aggregator.clock.CameraClock;
import io.moodline.aggregator.moment.CameraDown;
import io.moodline.aggregator.moment.GroupSmile;
import io.moodline.aggregator.moment.Minute;
import io.moodline.aggregator.moment.MinuteWatch;
import io.moodline.aggregator.moment.SourceSign;
import io.moodline.aggregator.state.MomentState;
import io.moodline.schemas.Camera;
import io.moodline.schemas.CameraState;
import io.moodline.schemas.CameraStatus;
import io.moodline.schemas.Moment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.TimestampedKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;

/** Sightings, closed minutes and camera states in, moments out. */
final class MomentsProcessor implements Processor<String, MomentInput, String, Moment> {

  private static final Duration LOOK_AROUND = Duration.ofSeconds(1);
  private static final Duration EXPIRE = Duration.ofMinutes(1);

  /** Who has not looked for this long was away, and must listen anew before it says anything. */
  private static final long AWAY_MS = 5_000;

  private final GroupSmile.Settings smileSettings;
  private final MinuteWatch.Settings minuteSettings;
  private final long downMs;
  private final long staleMs;
  private final long retentionMs;

  private ProcessorContext<String, Moment> context;
  private MomentMemory states;
  private KeyValueStore<String, MinuteWatch.State> minutes;
  private MomentLog moments;
  private KeyValueStore<String, CameraClock> clocks;
  private TimestampedKeyValueStore<String, Camera> cameras;
  private TimestampedKeyValueStore<String, CameraStatus> statuses;
  private long watchingSinceMs;
  private long lookedMs;
  private final Map<String, GroupSmile> smiles = new HashMap<>();

  MomentsProcessor(AggregatorConfig config) {
    this.smileSettings = config.groupSmile();
    this.minuteSettings = config.minuteWatch();
    this.staleMs = config.getLong(AggregatorConfig.STATUS_STALE_MS);
    this.downMs = config.getLong(AggregatorConfig.CAMERA_DOWN_MS);
    this.retentionMs = config.getLong(AggregatorConfig.MOMENT_RETENTION_MS);
  }

  @Override
  public void init(ProcessorContext<String, Moment> context) {
    this.context = context;
    this.states = new MomentMemory(context.getStateStore(StoreNames.MOMENT_STATE));
    this.minutes = context.getStateStore(StoreNames.MOMENT_MINUTES);
    this.moments =
        new MomentLog(
            context.getStateStore(StoreNames.MOMENTS),
            context.getStateStore(StoreNames.MOMENT_AGES),
            retentionMs);
    this.clocks = context.getStateStore(StoreNames.CLOCKS);
    this.cameras = context.getStateStore(StoreNames.CAMERAS);
    this.statuses = context.getStateStore(StoreNames.CAMERA_STATUS);
    this.watchingSinceMs = context.currentSystemTimeMs();
    this.lookedMs = watchingSinceMs;
    smiles.clear();
    context.schedule(LOOK_AROUND, PunctuationType.WALL_CLOCK_TIME, this::lookForDown);
    context.schedule(EXPIRE, PunctuationType.WALL_CLOCK_TIME, this::expire);
  }

  private void expire(long nowMs) {
    moments.expire(nowMs);
    forgetTheRemoved();
  }

  /** What was learnt of a camera's minutes goes when the camera was removed, and with its clock. */
  private void forgetTheRemoved() {
    List<String> gone = new ArrayList<>();
    try (KeyValueIterator<String, MinuteWatch.State> all = minutes.all()) {
      while (all.hasNext()) {
        String camera = all.next().key;
        if (cameras.get(camera) == null && clocks.get(camera) == null) {
          gone.add(camera);
        }
      }
    }
    gone.forEach(minutes::delete);
  }

  @Override
  public void process(Record<String, MomentInput> record) {
    String camera = record.key();
    if (record.value() instanceof ClosedWindow window) {
      onMinute(camera, Minute.of(window.trend()));
      return;
    }
    if (record.value() instanceof Seen seen) {
      GroupSmile smile = smileOf(camera);
      GroupSmile.State before = smile.state();
      Optional<GroupSmile.Found> found = smile.see(seen.sighting());
      after(camera, smile, before, found);
    } else if (record.value() instanceof FrameDone frame && frame.faces() == 0) {
      GroupSmile smile = smileOf(camera);
      GroupSmile.State before = smile.state();
      Optional<GroupSmile.Found> found = smile.seeNobody(frame.atMs());
      after(camera, smile, before, found);
    } else if (record.value() instanceof Over) {
      smiles.remove(camera);
      states.save(camera, states.of(camera).with(GroupSmile.State.NONE));
    }
  }

  private void onMinute(String camera, Minute minute) {
    MinuteWatch.State before = minutes.get(camera);
    MinuteWatch watch =
        new MinuteWatch(minuteSettings, before == null ? MinuteWatch.State.NONE : before);
    MinuteWatch.Found found = watch.see(minute);
    // Only a minute that was looked at moves it.
    if (before == null || before.lastMs() != watch.state().lastMs()) {
      minutes.put(camera, watch.state());
    }
    found.shift().ifPresent(shift -> publish(MomentTexts.satisfaction(camera, shift)));
    found.crowd().ifPresent(crowd -> publish(MomentTexts.crowd(camera, crowd)));
    found.surge().ifPresent(surge -> publish(MomentTexts.surge(camera, surge)));
  }

  private GroupSmile smileOf(String camera) {
    return smiles.computeIfAbsent(
        camera, id -> new GroupSmile(smileSettings, states.of(id).smile()));
  }

  private void after(
      String camera, GroupSmile smile, GroupSmile.State before, Optional<GroupSmile.Found> found) {
    if (!smile.state().equals(before)) {
      states.save(camera, states.of(camera).with(smile.state()));
    }
    found.ifPresent(group -> publish(MomentTexts.groupSmile(camera, group)));
  }

  private void lookForDown(long nowMs) {
    if (nowMs - lookedMs > AWAY_MS) {
      watchingSinceMs = nowMs;
    }
    lookedMs = nowMs;
    Map<String, CameraStatus> known = new HashMap<>();
    try (KeyValueIterator<String, ValueAndTimestamp<CameraStatus>> all = statuses.all()) {
      while (all.hasNext()) {
        KeyValue<String, ValueAndTimestamp<CameraStatus>> entry = all.next();
        known.put(entry.key, entry.value.value());
      }
    }
    known.forEach((camera, status) -> check(camera, status, nowMs));
    forget(known.keySet());
  }

  private void check(String camera, CameraStatus status, long nowMs) {
    MomentState before = states.of(camera);
    CameraDown down = new CameraDown(downMs, before.down());
    // The clock of a camera whose status was written lately tells nothing more.
    long heardMs = nowMs - status.getUpdatedAtMs() < staleMs ? 0 : heardMs(camera);
    SourceSign sign = SourceSign.of(status, heardMs, nowMs, watchingSinceMs, staleMs);
    boolean removed = sign.sign() == CameraDown.Sign.DOWN && isLost(status) && !isWanted(camera);
    down.status(removed ? CameraDown.Sign.UP : sign.sign(), sign.sinceMs());
    boolean finds = down.check(nowMs);
    states.save(camera, before.with(down.state()));
    if (finds) {
      publish(MomentTexts.cameraDown(camera, status, down.state().sinceMs(), nowMs));
    }
  }

  /** A camera without a status was removed: it is not down. */
  private void forget(Set<String> known) {
    for (String camera : states.down()) {
      if (!known.contains(camera)) {
        states.save(camera, states.of(camera).with(CameraDown.State.NONE));
      }
    }
  }

  private long heardMs(String camera) {
    CameraClock clock = clocks.get(camera);
    return clock == null ? 0 : clock.heardMs();
  }

  /** True when the status says that all is well, and nobody has said so for too long. */
  private static boolean isLost(CameraStatus status) {
    return status.getState() == CameraState.STREAMING
        || status.getState() == CameraState.CONNECTING;
  }

  /** A camera that was removed or switched off while nobody could say so is not down. */
  private boolean isWanted(String camera) {
    Camera registered = ValueAndTimestamp.getValueOrNull(cameras.get(camera));
    return registered != null && registered.getEnabled();
  }

  private void publish(Moment moment) {
    moments.add(moment, context.currentSystemTimeMs());
    context.forward(new Record<>(moment.getCameraId(), moment, Math.max(0, moment.getAtMs())));
  }
}
