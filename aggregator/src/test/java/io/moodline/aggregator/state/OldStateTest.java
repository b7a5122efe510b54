package io.moodline.aggregator.state;

import static io.moodline.aggregator.Records.WEIGHTS;
import static io.moodline.aggregator.Records.mostly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.moodline.aggregator.timeline.Observation;
import io.moodline.aggregator.timeline.Series;
import io.moodline.aggregator.timeline.Sighting;
import io.moodline.aggregator.timeline.SmoothingSettings;
import io.moodline.aggregator.timeline.TimelineBuilder;
import io.moodline.aggregator.timeline.TimelineState;
import io.moodline.aggregator.trend.CameraWindows;
import io.moodline.aggregator.trend.TrendAccumulator;
import io.moodline.aggregator.trend.Trends;
import io.moodline.schemas.Emotion;
import io.moodline.schemas.FaceTimeline;
import io.moodline.schemas.Segment;
import io.moodline.schemas.Trend;
import java.io.IOException;
import java.io.InputStream;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;

/**
 * What earlier versions wrote down must still be read. The files were written by those versions.
 */
class OldStateTest {

  private static final long T = 1_780_000_000_000L;

  static byte[] bytes(String name) throws IOException {
    try (InputStream in = OldStateTest.class.getResourceAsStream("/state/" + name)) {
      return in.readAllBytes();
    }
  }

  @Test
  void aTrackOfBeforeThereWereSeriesAndVerdictsGoesOn() throws Exception {
    // Sad from 0 to 3.8 s (but 0.4 s, not fit to be judged), happy from 4 s, angry from 8 s to 8.4.
    Serde<OpenTrack> serde = StateSerdes.openTrack();
    OpenTrack old = serde.deserializer().deserialize("t", bytes("open-track.v1.bin"));
    TimelineState state = old.timeline();
    assertThat(state.firstMs()).isEqualTo(T);
    assertThat(state.lastMs()).isEqualTo(T + 8_400);
    assertThat(state.observations()).isEqualTo(43);
    assertThat(state.lowQuality()).isEqualTo(1);
    assertThat(state.satisfaction().mean()).isCloseTo(48.643214960877096, within(1e-12));
    assertThat(old.latest().x2()).isEqualTo(110);
    assertThat(state.series()).isEqualTo(Series.NONE);
    FaceTimeline before = FaceTimelines.of("door:" + T + ":0", state, true);
    assertThat(before.getVerdict()).isNull();
    assertThat(before.getSegments())
        .extracting(Segment::getEmotion)
        .containsExactly(Emotion.SADNESS, Emotion.HAPPINESS);

    TimelineState more =
        new TimelineBuilder(SmoothingSettings.DEFAULTS, WEIGHTS)
            .next(state, new Observation(T + 8_600, mostly(Emotion.ANGER, 0.9), false, 0.5));
    FaceTimeline after = FaceTimelines.of("door:" + T + ":0", more, true);
    assertThat(after.getVerdict().getEmotion()).isEqualTo(Emotion.ANGER);
    assertThat(after.getVerdict().getWeight()).isEqualTo(0.5f);
    assertThat(after.getSeries()).hasSize(1);
  }

  @Test
  void anOpenWindowOfBeforeThereWasDownTimeGoesOn() throws Exception {
    // Two frames with two faces, one of them not fit to be judged; 400 ms watched, one late.
    TrendAccumulator old =
        StateSerdes.openTrend().deserializer().deserialize("t", bytes("open-trend.v1.bin"));
    old.add(new Sighting("door:" + T + ":1", T, T, false, true, false, null, null, Double.NaN));
    Trend trend = Trends.ofCamera("door", new CameraWindows.Window(10_000, T, old), true);
    assertThat(trend.getFrames()).isEqualTo(2);
    assertThat(trend.getFaces()).as("the second face is known by its id").isEqualTo(2);
    assertThat(trend.getObservations()).isEqualTo(3);
    assertThat(trend.getFaceMs()).isEqualTo(400);
    assertThat(trend.getLate()).isEqualTo(1);
    assertThat(trend.getDownMs()).isZero();
    assertThat(trend.getSatisfactionSum()).isEqualTo(80);
  }

  @Test
  void whatIsWrittenNowIsReadAsItWas() throws Exception {
    Serde<OpenTrack> serde = StateSerdes.openTrack();
    OpenTrack old = serde.deserializer().deserialize("t", bytes("open-track.v1.bin"));
    byte[] now = serde.serializer().serialize("t", old);
    OpenTrack read = serde.deserializer().deserialize("t", now);
    assertThat(serde.serializer().serialize("t", read)).isEqualTo(now);
    assertThat(now).hasSizeGreaterThan(bytes("open-track.v1.bin").length);
  }

  @Test
  void whatALaterVersionWroteIsRefused() throws Exception {
    byte[] later = bytes("open-track.v1.bin");
    later[0] = 99;
    assertThatThrownBy(() -> StateSerdes.openTrack().deserializer().deserialize("t", later))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("an open track of version 99, but only those up to 2 are known");
  }
}
