package io.moodline.aggregator;

import static io.moodline.aggregator.Records.mostly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.moodline.aggregator.api.StreamsStateReader;
import io.moodline.aggregator.stores.StoreRefs;
import io.moodline.schemas.Camera;
import io.moodline.schemas.CameraState;
import io.moodline.schemas.CameraStatus;
import io.moodline.schemas.Emotion;
import io.moodline.schemas.Moment;
import io.moodline.schemas.MomentKind;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Moments that are found by minutes, and cameras whose ingest has died, through the topology. */
class MomentsTopologyTest {

  private static final long T = 1_779_999_960_000L;
  private static final long MINUTE = 60_000;

  private final Pipeline pipeline =
      new Pipeline(
          Map.of(
              MomentKeys.LEARN_MINUTES, 4,
              MomentKeys.CROWD_MIN_FACES, 4.0,
              MomentKeys.SURGE_MINUTES, 2,
              AggregatorConfig.MOMENT_RETENTION_MS, 600_000));

  @AfterEach
  void close() {
    pipeline.close();
  }

  /** Minutes from the n-th on in which so many faces show the same, one frame a second. */
  private void minutes(int from, int to, int faces, Emotion emotion) {
    for (long at = T + from * MINUTE; at < T + to * MINUTE; at += 1_000) {
      Map<String, double[]> frame = new HashMap<>();
      for (int i = 0; i < faces; i++) {
        frame.put("door:" + (T + from * MINUTE) + ":" + i, mostly(emotion, 0.8));
      }
      pipeline.frame("door", T, at, frame);
    }
  }

  private void pass(int minute) {
    pipeline.frame("door", T, T + minute * MINUTE + 30_000, Map.of());
  }

  @Test
  void aDropOfSatisfactionIsAMomentOnce() {
    minutes(0, 6, 2, Emotion.HAPPINESS);
    assertThat(pipeline.moments.isEmpty()).isTrue();
    minutes(6, 14, 2, Emotion.ANGER);
    pass(14);
    List<Moment> moments =
        pipeline.moments.readValuesToList().stream()
            .filter(m -> m.getKind() != MomentKind.EMOTION_SURGE)
            .toList();
    assertThat(moments).hasSize(1);
    Moment drop = moments.get(0);
    assertThat(drop.getKind()).isEqualTo(MomentKind.SATISFACTION_DROP);
    assertThat(drop.getAtMs()).isEqualTo(T + 6 * MINUTE);
    assertThat(drop.getUntilMs()).isEqualTo(T + 7 * MINUTE);
    assertThat(drop.getId()).isEqualTo("door:" + (T + 6 * MINUTE) + ":SATISFACTION_DROP");
    double happy = Records.WEIGHTS.satisfaction(mostly(Emotion.HAPPINESS, 0.8));
    double angry = Records.WEIGHTS.satisfaction(mostly(Emotion.ANGER, 0.8));
    assertThat(drop.getValue()).isCloseTo(angry - happy, within(2.0));
    assertThat(drop.getText()).startsWith("Satisfaction fell by ");
    assertThat(
            new StreamsStateReader(pipeline.stores())
                .moments("door", T, T + 60 * MINUTE, m -> true, 10))
        .contains(drop);
  }

  @Test
  void anEmotionThatSurgesIsAMoment() {
    minutes(0, 8, 6, Emotion.NEUTRAL);
    minutes(8, 11, 6, Emotion.SURPRISE);
    pass(11);
    Moment surge =
        pipeline.moments.readValuesToList().stream()
            .filter(m -> m.getKind() == MomentKind.EMOTION_SURGE)
            .findFirst()
            .orElseThrow();
    assertThat(surge.getText()).startsWith("Surprise rose to ");
    assertThat(surge.getValue()).isBetween(0.3, 0.9);
  }

  @Test
  void aCrowdIsAMomentOnce() {
    minutes(0, 6, 2, Emotion.NEUTRAL);
    minutes(6, 10, 5, Emotion.NEUTRAL);
    minutes(10, 12, 2, Emotion.NEUTRAL);
    pass(12);
    List<Moment> moments = pipeline.moments.readValuesToList();
    assertThat(moments).extracting(Moment::getKind).containsExactly(MomentKind.CROWD_PEAK);
    assertThat(moments.get(0).getAtMs()).isEqualTo(T + 6 * MINUTE);
    // Five faces; their first frame is at the minute's begin, the last counts up to 59 s.
    assertThat(moments.get(0).getValue()).isCloseTo(5, within(0.1));
  }

  @Test
  void aMinuteIsLookedAtOnceThoughALateRecordChangesIt() {
    minutes(0, 5, 2, Emotion.NEUTRAL);
    pass(5);
    pipeline.frame("door", T, T + 2 * MINUTE + 500, Map.of());
    minutes(7, 8, 5, Emotion.NEUTRAL);
    pass(8);
    assertThat(pipeline.moments.readValuesToList())
        .extracting(Moment::getKind)
        .containsExactly(MomentKind.CROWD_PEAK);
  }

  private void register(String id, boolean enabled) {
    Camera camera =
        Camera.newBuilder(Records.camera(id, "north", "demo")).setEnabled(enabled).build();
    pipeline.cameras.pipeInput(id, camera);
  }

  private CameraStatus streaming(String id, long updatedMs) {
    return CameraStatus.newBuilder(
            Records.status(id, CameraState.STREAMING, 1, Pipeline.WALL - 5_000, 0))
        .setUpdatedAtMs(updatedMs)
        .build();
  }

  @Test
  void aCameraWhoseIngestHasDiedIsDown() {
    register("d", true);
    pipeline.statuses.pipeInput("d", streaming("d", Pipeline.WALL));
    pipeline.wait(Duration.ofSeconds(14));
    assertThat(pipeline.moments.isEmpty()).isTrue();
    pipeline.wait(Duration.ofSeconds(60));
    List<Moment> moments = pipeline.moments.readValuesToList();
    assertThat(moments).extracting(Moment::getKind).containsExactly(MomentKind.CAMERA_DOWN);
    assertThat(moments.get(0).getAtMs()).isEqualTo(Pipeline.WALL);
    assertThat(moments.get(0).getText()).contains("nothing is heard of the service");
    // It comes back and dies again.
    pipeline.statuses.pipeInput("d", streaming("d", Pipeline.WALL + 74_000));
    pipeline.wait(Duration.ofSeconds(20));
    assertThat(pipeline.moments.readValue().getAtMs()).isEqualTo(Pipeline.WALL + 74_000);
  }

  @Test
  void aCameraThatWasSwitchedOffOrRemovedMeanwhileIsNotDown() {
    register("off", false);
    pipeline.statuses.pipeInput("off", streaming("off", Pipeline.WALL));
    pipeline.statuses.pipeInput("gone", streaming("gone", Pipeline.WALL));
    pipeline.wait(Duration.ofSeconds(60));
    assertThat(pipeline.moments.isEmpty()).isTrue();
  }

  @Test
  void aCameraOfWhichFramesComeIsNotDown() {
    register("d", true);
    pipeline.statuses.pipeInput("d", streaming("d", Pipeline.WALL));
    for (int s = 0; s < 60; s += 5) {
      pipeline.frame("d", T, Pipeline.WALL + s * 1_000, Map.of());
      pipeline.wait(Duration.ofSeconds(5));
    }
    assertThat(pipeline.moments.isEmpty()).isTrue();
  }

  @Test
  void aShortLossBeforeARestartIsNoMoment() {
    register("d", true);
    // The last that is known after a restart; that it was over two seconds later is not read yet.
    pipeline.statuses.pipeInput(
        "d", Records.status("d", CameraState.RECONNECTING, 1, Pipeline.WALL - 300_000, 0));
    pipeline.wait(Duration.ofSeconds(3));
    pipeline.statuses.pipeInput("d", streaming("d", Pipeline.WALL - 298_000));
    pipeline.statuses.pipeInput("d", streaming("d", Pipeline.WALL + 3_000));
    pipeline.wait(Duration.ofSeconds(10));
    assertThat(pipeline.moments.isEmpty()).isTrue();
  }

  @Test
  void whoWasAwayListensAnew() {
    register("d", true);
    pipeline.statuses.pipeInput("d", streaming("d", Pipeline.WALL));
    pipeline.wait(Duration.ofSeconds(5));
    // The machine has slept for an hour; what has come meanwhile is not read yet.
    pipeline.driver.advanceWallClockTime(Duration.ofHours(1));
    pipeline.wait(Duration.ofSeconds(3));
    pipeline.statuses.pipeInput("d", streaming("d", Pipeline.WALL + 3_608_000));
    pipeline.wait(Duration.ofSeconds(10));
    assertThat(pipeline.moments.isEmpty()).isTrue();
  }

  /** Ten minutes, though nothing more comes of the camera, which is removed. */
  @Test
  void aMomentIsGoneAfterItsTimeThoughItsCameraIsToo() {
    register("d", true);
    pipeline.statuses.pipeInput(
        "d", Records.status("d", CameraState.RECONNECTING, 1, Pipeline.WALL, 0));
    pipeline.wait(Duration.ofSeconds(12));
    assertThat(pipeline.stores().all(StoreRefs.MOMENTS)).hasSize(1);
    pipeline.statuses.pipeInput("d", (CameraStatus) null);
    pipeline.cameras.pipeInput("d", (Camera) null);
    pipeline.wait(Duration.ofSeconds(580));
    assertThat(pipeline.stores().all(StoreRefs.MOMENTS)).as("found 11 s after it began").hasSize(1);
    pipeline.wait(Duration.ofSeconds(90));
    assertThat(pipeline.stores().all(StoreRefs.MOMENTS)).isEmpty();
  }

  private List<byte[]> written(String store) {
    return pipeline
        .driver
        .createOutputTopic(
            "test-" + store + "-changelog", new StringDeserializer(), new ByteArrayDeserializer())
        .readValuesToList();
  }

  /** A smile's state is a version and five fields; a crowd's has up to 120 minutes. */
  @Test
  void aSmileWritesNothingOfTheMinutesAndALookNothingAtAll() {
    minutes(0, 6, 3, Emotion.NEUTRAL);
    written(StoreNames.MOMENT_STATE);
    minutes(6, 7, 3, Emotion.HAPPINESS);
    assertThat(written(StoreNames.MOMENT_STATE)).isNotEmpty().allMatch(state -> state.length == 27);
    assertThat(written(StoreNames.MOMENT_MINUTES)).isNotEmpty();
    pipeline.statuses.pipeInput("d", streaming("d", Pipeline.WALL));
    pipeline.wait(Duration.ofSeconds(10));
    assertThat(written(StoreNames.MOMENT_STATE)).isEmpty();
    assertThat(written(StoreNames.MOMENT_MINUTES)).isEmpty();
  }
}
