package io.moodline.aggregator;

import static io.moodline.aggregator.Records.mostly;
import static org.assertj.core.api.Assertions.assertThat;

import io.moodline.aggregator.api.StreamsStateReader;
import io.moodline.aggregator.state.FaceTimelines;
import io.moodline.aggregator.stores.StoreRefs;
import io.moodline.schemas.AnalyticsSettings;
import io.moodline.schemas.Camera;
import io.moodline.schemas.Emotion;
import io.moodline.schemas.EmotionEvent;
import io.moodline.schemas.FaceTimeline;
import io.moodline.schemas.Segment;
import io.moodline.schemas.SeriesPoint;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Timelines through the topology: each camera's smoothing, the series, the verdict. */
class VisitsTopologyTest {

  private static final long T = 1_779_999_960_000L;
  private static final double[] SAD = mostly(Emotion.SADNESS, 0.95);
  private static final double[] HAPPY = mostly(Emotion.HAPPINESS, 0.95);

  private final Pipeline pipeline = new Pipeline(Map.of());

  @AfterEach
  void close() {
    pipeline.close();
  }

  private static Camera camera(String id, AnalyticsSettings own) {
    return Camera.newBuilder(Records.camera(id, "north", "demo")).setAnalytics(own).build();
  }

  /** Sad, but happy for a second from 4 s on; then gone. */
  private FaceTimeline visit(String camera, long from) {
    String face = camera + ":" + from + ":0";
    for (long t = 0; t <= 9_000; t += 200) {
      double[] shown = t >= 4_000 && t < 5_000 ? HAPPY : SAD;
      pipeline.frame(camera, T, from + t, Map.of(face, shown));
    }
    pipeline.frame(camera, T, from + 20_000, Map.of());
    return pipeline.timelines.readValue();
  }

  @Test
  void eachCameraIsSmoothedByItsOwnSettings() {
    AnalyticsSettings quick = new AnalyticsSettings(100L, 0.0, 300L, null, false);
    pipeline.cameras.pipeInput("calm", camera("calm", null));
    pipeline.cameras.pipeInput("quick", camera("quick", quick));
    assertThat(visit("calm", T).getSegments()).hasSize(1);
    assertThat(visit("quick", T).getSegments())
        .extracting(Segment::getEmotion)
        .containsExactly(Emotion.SADNESS, Emotion.HAPPINESS, Emotion.SADNESS);
    pipeline.cameras.pipeInput("calm", camera("calm", quick));
    pipeline.cameras.pipeInput("quick", camera("quick", null));
    pipeline.wait(Duration.ofSeconds(1));
    assertThat(visit("calm", T + 30_000).getSegments()).hasSize(3);
    assertThat(visit("quick", T + 30_000).getSegments()).hasSize(1);
    pipeline.cameras.pipeInput("calm", (Camera) null);
    pipeline.wait(Duration.ofSeconds(1));
    assertThat(visit("calm", T + 60_000).getSegments()).as("as configured").hasSize(1);
  }

  @Test
  void theSeriesCanBeReadWhileItGrowsAndIsInTheTimeline() {
    String face = "door:" + T + ":0";
    for (long t = 0; t <= 3_400; t += 200) {
      pipeline.frame("door", T, T + t, Map.of(face, SAD));
    }
    FaceTimeline open = open(face);
    assertThat(open.getOpen()).isTrue();
    assertThat(open.getSeries())
        .extracting(SeriesPoint::getAtMs)
        .containsExactly(T, T + 1_000, T + 2_000, T + 3_000);
    assertThat(open.getVerdict().getEmotion()).isEqualTo(Emotion.SADNESS);
    pipeline.frame("door", T, T + 20_000, Map.of());
    FaceTimeline closed = pipeline.timelines.readValue();
    assertThat(closed.getSeries()).isEqualTo(open.getSeries());
    assertThat(closed.getVerdict()).isEqualTo(open.getVerdict());
    assertThat(points()).isEmpty();
  }

  @Test
  void whatIsThinnedOutLeavesTheStore() {
    String face = "door:" + T + ":0";
    for (long t = 0; t <= 601_000; t += 1_000) {
      pipeline.frame("door", T, T + t, Map.of(face, SAD));
    }
    assertThat(open(face).getSeries()).hasSize(301);
    assertThat(points()).hasSize(301);
  }

  @Test
  void anUncertainFaceHasNoSatisfactionInTheSeries() {
    String face = "door:" + T + ":0";
    pipeline.frame("door", T, T, Map.of(face, mostly(Emotion.FEAR, 0.2)));
    assertThat(open(face).getSeries().get(0).getSatisfaction()).isNull();
  }

  @Test
  void aPoorFrameWeighsLessThanAGoodOne() {
    String face = "door:" + T + ":0";
    EmotionEvent good = Records.event(face, T, 0, T, HAPPY);
    EmotionEvent poor =
        EmotionEvent.newBuilder(Records.event(face, T, 1, T + 200, SAD))
            .setSharpness(25f)
            .setYawDegrees(60f)
            .build();
    pipeline.emotions.pipeInput("door", good);
    pipeline.emotions.pipeInput("door", poor);
    // 1 and 0.25 * 0.5.
    assertThat(open(face).getVerdict().getWeight()).isEqualTo(1.125f);
    assertThat(open(face).getVerdict().getEmotion()).isEqualTo(Emotion.HAPPINESS);
  }

  /** A year ahead in one frame; visits are kept for 28 days. */
  @Test
  void aCaptureTimeInTheFutureTakesNoVisitsWithIt() {
    visit("door", T);
    pipeline.frame("door", T, T + Duration.ofDays(365).toMillis(), Map.of());
    pipeline.wait(Duration.ofMinutes(2));
    assertThat(pipeline.stores().all(StoreRefs.TIMELINES)).hasSize(1);
  }

  private FaceTimeline open(String face) {
    return new StreamsStateReader(pipeline.stores())
        .openTrack(face)
        .map(track -> FaceTimelines.of(face, track.timeline(), true))
        .orElseThrow();
  }

  private List<String> points() {
    return pipeline.stores().all(StoreRefs.OPEN_SERIES).stream().map(entry -> entry.key).toList();
  }
}
