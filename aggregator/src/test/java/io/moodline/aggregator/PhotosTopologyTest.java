package io.moodline.aggregator;

import static org.assertj.core.api.Assertions.assertThat;

import io.moodline.aggregator.api.StreamsStateReader;
import io.moodline.aggregator.stores.StoreRefs;
import io.moodline.schemas.AnalyticsSettings;
import io.moodline.schemas.Camera;
import io.moodline.schemas.MomentPhoto;
import io.moodline.topics.Topic;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.TestOutputTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How long photos are kept, and for whom. */
class PhotosTopologyTest {

  private static final long T = 1_780_000_000_000L;

  private final Pipeline pipeline = new Pipeline(Map.of(MomentKeys.PHOTO_RETENTION_MS, 120_000));

  @AfterEach
  void close() {
    pipeline.close();
  }

  private void register(String id, boolean keepPhotos) {
    AnalyticsSettings own = new AnalyticsSettings(null, null, null, null, keepPhotos);
    pipeline.cameras.pipeInput(
        id, Camera.newBuilder(Records.camera(id, "north", "demo")).setAnalytics(own).build());
  }

  private String photo(String camera, long at) {
    String id = camera + ":" + at + ":GROUP_SMILE";
    ByteBuffer image = ByteBuffer.wrap(new byte[] {1, 2, 3});
    pipeline.photos.pipeInput(
        id, new MomentPhoto(id, camera, at, at + 1_000, 640, 360, "image/jpeg", image));
    return id;
  }

  private boolean isKept(String id) {
    StreamsStateReader state = new StreamsStateReader(pipeline.stores());
    boolean kept = state.photo(id).isPresent();
    assertThat(state.hasPhoto(id)).isEqualTo(kept);
    return kept;
  }

  @Test
  void aPhotoStaysForItsTimeCountedFromWhenItCame() {
    register("door", true);
    String old = photo("door", T - Duration.ofDays(90).toMillis());
    pipeline.wait(Duration.ofSeconds(60));
    String later = photo("door", T);
    pipeline.wait(Duration.ofSeconds(59));
    assertThat(isKept(old)).isTrue();
    pipeline.wait(Duration.ofSeconds(11));
    assertThat(isKept(old)).isFalse();
    assertThat(isKept(later)).isTrue();
  }

  @Test
  void whoWithdrawsOrIsRemovedLeavesNone() {
    register("door", true);
    register("till", true);
    register("gate", true);
    String door = photo("door", T);
    String till = photo("till", T);
    String gate = photo("gate", T);
    pipeline.wait(Duration.ofSeconds(11));
    assertThat(isKept(door)).isTrue();
    register("door", false);
    pipeline.cameras.pipeInput("till", (Camera) null);
    pipeline.wait(Duration.ofSeconds(11));
    assertThat(isKept(door)).isFalse();
    assertThat(isKept(till)).isFalse();
    assertThat(isKept(gate)).isTrue();
    assertThat(pipeline.stores().all(StoreRefs.MOMENT_PHOTOS)).hasSize(1);
    assertThat(pipeline.stores().all(StoreRefs.MOMENT_PHOTO_TIMES)).hasSize(1);
  }

  @Test
  void whatComesWithoutPermissionIsNotStored() {
    register("door", true);
    String before = photo("door", T);
    assertThat(isKept(before)).isTrue();
    register("door", false);
    String underWay = photo("door", T + 60_000);
    String unknown = photo("attic", T);
    assertThat(isKept(underWay)).isFalse();
    assertThat(isKept(unknown)).isFalse();
  }

  private TestOutputTopic<String, MomentPhoto> changelog() {
    Topic<String, MomentPhoto> photos = new AggregatorConfig(Map.of()).topics().momentPhotos();
    return pipeline.driver.createOutputTopic(
        "test-" + StoreNames.MOMENT_PHOTOS + "-changelog",
        photos.keys().deserializer(),
        photos.values().deserializer());
  }

  @Test
  void whatIsDeletedIsDeletedOnTheBrokerToo() {
    register("door", true);
    String door = photo("door", T);
    pipeline.cameras.pipeInput("door", (Camera) null);
    pipeline.wait(Duration.ofSeconds(11));
    List<KeyValue<String, MomentPhoto>> log = changelog().readKeyValuesToList();
    assertThat(log).extracting(entry -> entry.key).containsExactly(door, door);
    assertThat(log.get(0).value).isNotNull();
    assertThat(log.get(1).value).as("a tombstone").isNull();
  }

  /**
   * A broker compacts no segment that it writes to, and begins another only when something comes.
   */
  @Test
  void theBrokerIsMadeToClearTheLastSegmentToo() {
    TestOutputTopic<String, MomentPhoto> changelog = changelog();
    pipeline.wait(Duration.ofMinutes(31));
    List<KeyValue<String, MomentPhoto>> log = changelog.readKeyValuesToList();
    assertThat(log).hasSize(3).allMatch(entry -> entry.value == null);
    assertThat(pipeline.stores().all(StoreRefs.MOMENT_PHOTOS)).isEmpty();
  }
}
