package io.moodline.aggregator;

import io.moodline.aggregator.api.Photos;
import io.moodline.schemas.Camera;
import io.moodline.schemas.MomentPhoto;
import io.moodline.topics.Ids;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.TimestampedKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;

/**
 * Photos of moments in; kept for their time, and only for as long as their camera allows it. When
 * each came is in a store of its own, so that looking around reads no pictures.
 *
 * <p>A broker never compacts the segment that it writes to, and begins another only when something
 * comes. So that the last photo that was deleted does not stay in it for ever, a deletion of
 * nothing is written now and then.
 */
final class PhotosProcessor implements Processor<String, MomentPhoto, Void, Void> {

  private static final Duration LOOK_AROUND = Duration.ofSeconds(10);

  /** The changelog's segments are begun anew after as long. */
  private static final Duration SWEEP = Duration.ofMinutes(10);

  /** No moment has this id. */
  private static final String NOTHING = "";

  private final long retentionMs;

  private ProcessorContext<Void, Void> context;
  private KeyValueStore<String, MomentPhoto> photos;
  private KeyValueStore<String, Long> times;
  private TimestampedKeyValueStore<String, Camera> cameras;

  PhotosProcessor(AggregatorConfig config) {
    this.retentionMs = config.getLong(MomentKeys.PHOTO_RETENTION_MS);
  }

  @Override
  public void init(ProcessorContext<Void, Void> context) {
    this.context = context;
    this.photos = context.getStateStore(StoreNames.MOMENT_PHOTOS);
    this.times = context.getStateStore(StoreNames.MOMENT_PHOTO_TIMES);
    this.cameras = context.getStateStore(StoreNames.CAMERAS);
    context.schedule(LOOK_AROUND, PunctuationType.WALL_CLOCK_TIME, this::lookAround);
    context.schedule(SWEEP, PunctuationType.WALL_CLOCK_TIME, now -> photos.delete(NOTHING));
  }

  @Override
  public void process(Record<String, MomentPhoto> record) {
    // A photo may have been under way when the permission was withdrawn.
    if (record.key() == null || record.value() == null || !isAllowed(Ids.cameraOf(record.key()))) {
      return;
    }
    photos.put(record.key(), record.value());
    times.put(record.key(), context.currentSystemTimeMs());
  }

  private void lookAround(long nowMs) {
    List<String> over = new ArrayList<>();
    try (KeyValueIterator<String, Long> all = times.all()) {
      all.forEachRemaining(
          entry -> {
            if (nowMs - entry.value >= retentionMs || !isAllowed(Ids.cameraOf(entry.key))) {
              over.add(entry.key);
            }
          });
    }
    for (String moment : over) {
      photos.delete(moment);
      times.delete(moment);
    }
  }

  private boolean isAllowed(String camera) {
    Camera registered = ValueAndTimestamp.getValueOrNull(cameras.get(camera));
    return registered != null && Photos.allows(registered);
  }
}
