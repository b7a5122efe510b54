package io.moodline.topics;

import io.moodline.schemas.Camera;
import io.moodline.schemas.CameraStatus;
import io.moodline.schemas.EmotionEvent;
import io.moodline.schemas.FaceTimeline;
import io.moodline.schemas.Frame;
import io.moodline.schemas.FrameFaces;
import io.moodline.schemas.FrameOutcome;
import io.moodline.schemas.Moment;
import io.moodline.schemas.MomentPhoto;
import io.moodline.schemas.Trend;
import io.moodline.serde.AvroSerdes;
import io.moodline.topics.Topic.Cleanup;
import java.time.Duration;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;

/**
 * The catalogue of topics. Nobody types a topic's name anywhere else.
 *
 * <p>Keys are camera ids unless stated. All topics are created with the same number of partitions,
 * so that the records of a camera lie in the same partition number of each.
 */
public final class Topics {

  /**
   * A safety net for pictures that nobody reads. A picture that was read is deleted much sooner, by
   * the service that read it ({@link io.moodline.streams.ReadRecordsPurger}); a broker's own
   * retention cannot tell read from unread, and would eat what a stopped service has yet to see.
   */
  private static final Duration UNREAD_IMAGES = Duration.ofDays(1);

  private final String prefix;
  private final AvroSerdes serdes;

  /**
   * @param prefix first part of every name
   * @param serdes how values are written
   */
  public Topics(String prefix, AvroSerdes serdes) {
    this.prefix = prefix;
    this.serdes = serdes;
  }

  /** The camera registry. */
  public Topic<String, Camera> cameras() {
    return topic("cameras", Camera.class, Cleanup.COMPACT, Duration.ZERO);
  }

  /** The state of each camera's source. */
  public Topic<String, CameraStatus> cameraStatus() {
    return topic("camera-status", CameraStatus.class, Cleanup.COMPACT, Duration.ZERO);
  }

  /** Pictures, deleted soon after the detector has read them. */
  public Topic<String, Frame> frames() {
    return images("frames", Frame.class);
  }

  /** The faces of each frame with their crops, deleted soon after the classifier has read them. */
  public Topic<String, FrameFaces> faces() {
    return images("faces", FrameFaces.class);
  }

  /** What became of each captured frame. */
  public Topic<String, FrameOutcome> frameOutcomes() {
    return topic("frame-outcomes", FrameOutcome.class, Cleanup.DELETE, Duration.ofDays(1));
  }

  /** One event a face and frame. */
  public Topic<String, EmotionEvent> emotions() {
    return topic("emotions", EmotionEvent.class, Cleanup.DELETE, Duration.ofDays(7));
  }

  /** One record a finished track; keyed by face id. */
  public Topic<String, FaceTimeline> faceTimelines() {
    return topic("face-timelines", FaceTimeline.class, Cleanup.DELETE, Duration.ofDays(28));
  }

  /** One record a camera or site and closed window; keyed by {@code scope/id/windowMs/start}. */
  public Topic<String, Trend> trends() {
    return topic("trends", Trend.class, Cleanup.COMPACT_AND_DELETE, Duration.ofDays(730));
  }

  /** Things worth telling a person about. */
  public Topic<String, Moment> moments() {
    return topic("moments", Moment.class, Cleanup.DELETE, Duration.ofDays(28));
  }

  /**
   * The frames of group smiles, of cameras that allow it; keyed by moment id, and deleted soon
   * after they were stored: like other pictures they are kept for a day at most when nobody reads
   * them.
   */
  public Topic<String, MomentPhoto> momentPhotos() {
    return new Topic<>(
        prefix + ".moment-photos",
        Serdes.String(),
        serdes.serde(MomentPhoto.class),
        Cleanup.DELETE,
        Duration.ofDays(1),
        true);
  }

  /** What a stage refused: the original bytes, with headers that say who and why. */
  public Topic<byte[], byte[]> deadLetters() {
    return new Topic<>(
        prefix + ".dead-letters",
        Serdes.ByteArray(),
        Serdes.ByteArray(),
        Cleanup.DELETE,
        Duration.ofDays(14),
        true);
  }

  /**
   * Those that services read together, or by the number of a camera's partition: they need the same
   * number of partitions.
   */
  public List<Topic<?, ?>> byCamera() {
    return List.of(
        cameras(), cameraStatus(), frames(), faces(), frameOutcomes(), emotions(), moments());
  }

  /** All of them. */
  public List<Topic<?, ?>> all() {
    return List.of(
        cameras(),
        cameraStatus(),
        frames(),
        faces(),
        frameOutcomes(),
        emotions(),
        faceTimelines(),
        trends(),
        moments(),
        momentPhotos(),
        deadLetters());
  }

  private <V extends SpecificRecord> Topic<String, V> topic(
      String name, Class<V> type, Cleanup cleanup, Duration retention) {
    return new Topic<>(
        prefix + "." + name, Serdes.String(), serdes.serde(type), cleanup, retention, false);
  }

  private <V extends SpecificRecord> Topic<String, V> images(String name, Class<V> type) {
    return new Topic<>(
        prefix + "." + name,
        Serdes.String(),
        serdes.serde(type),
        Cleanup.DELETE,
        UNREAD_IMAGES,
        true);
  }
}
