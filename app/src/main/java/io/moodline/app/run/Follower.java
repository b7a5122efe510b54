package io.moodline.app.run;

import io.moodline.config.MoodlineConfig;
import io.moodline.schemas.CameraState;
import io.moodline.schemas.CameraStatus;
import io.moodline.schemas.EmotionEvent;
import io.moodline.schemas.FaceTimeline;
import io.moodline.topics.Topic;
import io.moodline.topics.Topics;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.Deserializer;

/** Follows a running pipeline through its topics and tells a person what happens. */
public final class Follower implements AutoCloseable {

  private static final Set<CameraState> OVER = Set.of(CameraState.ENDED, CameraState.FAILED);

  private static final long LAST_TIMELINES_MS = 30_000;

  private final Consumer<String, SpecificRecord> consumer;
  private final PrintWriter out;
  private final Clock clock;
  private final ConsoleLines lines = new ConsoleLines();
  private final Map<String, CameraStatus> statuses = new HashMap<>();

  /** Faces that were seen and whose timeline has not come yet. */
  private final Set<String> openFaces = new HashSet<>();

  private long overSinceMs = Long.MAX_VALUE;

  /** Follows from now on; what happened before is not told. */
  public Follower(MoodlineConfig config, PrintWriter out, Clock clock) {
    Topics topics = config.topics();
    Map<String, Deserializer<? extends SpecificRecord>> values =
        Map.of(
            topics.cameraStatus().name(), topics.cameraStatus().values().deserializer(),
            topics.emotions().name(), topics.emotions().values().deserializer(),
            topics.faceTimelines().name(), topics.faceTimelines().values().deserializer());
    List<Topic<String, ? extends SpecificRecord>> followed =
        List.of(topics.cameraStatus(), topics.emotions(), topics.faceTimelines());
    this.consumer =
        TopicReader.open(
            config, followed, (topic, bytes) -> values.get(topic).deserialize(topic, bytes), false);
    this.out = out;
    this.clock = clock;
  }

  /**
   * Tells what happens until {@link #stop()} is called from another thread.
   *
   * @param cameras the cameras to wait for
   * @param failed asked every now and then: true ends this
   * @param untilEnd true: return also when all of them have ended and their last frame is done
   */
  public void follow(Collection<String> cameras, boolean untilEnd, BooleanSupplier failed) {
    try {
      while (!failed.getAsBoolean() && !(untilEnd && allOver(cameras))) {
        consumer.poll(Duration.ofMillis(200)).forEach(this::tell);
        lines.faces(clock.millis()).forEach(out::println);
        out.flush();
      }
    } catch (WakeupException e) {
      out.flush(); // stop() was called.
    }
  }

  /** Ends {@link #follow} from another thread. */
  public void stop() {
    consumer.wakeup();
  }

  /** The latest status of each camera that had one. */
  public Map<String, CameraStatus> statuses() {
    return Map.copyOf(statuses);
  }

  private void tell(ConsumerRecord<String, SpecificRecord> read) {
    if (read.value() instanceof CameraStatus status) {
      statuses.put(status.getCameraId(), status);
      lines.onStatus(status).ifPresent(out::println);
    } else if (read.value() instanceof EmotionEvent event) {
      lines.onEmotion(event);
      openFaces.add(event.getFaceId());
    } else if (read.value() instanceof FaceTimeline timeline) {
      openFaces.remove(timeline.getFaceId());
      out.println(lines.onTimeline(timeline));
    }
  }

  /** All sources have ended and all timelines have come, or will not come any more. */
  private boolean allOver(Collection<String> cameras) {
    if (!allEnded(cameras)) {
      overSinceMs = Long.MAX_VALUE;
      return false;
    }
    overSinceMs = Math.min(overSinceMs, clock.millis());
    return openFaces.isEmpty() || clock.millis() - overSinceMs > LAST_TIMELINES_MS;
  }

  private boolean allEnded(Collection<String> cameras) {
    return cameras.stream()
        .allMatch(
            camera -> {
              CameraStatus status = statuses.get(camera);
              return status != null
                  && OVER.contains(status.getState())
                  && status.getFinished() >= status.getCaptured();
            });
  }

  @Override
  public void close() {
    consumer.close();
  }
}
