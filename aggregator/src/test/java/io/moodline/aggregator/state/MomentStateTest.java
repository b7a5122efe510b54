package io.moodline.aggregator.state;

import static io.moodline.aggregator.Records.mostly;
import static org.assertj.core.api.Assertions.assertThat;

import io.moodline.aggregator.moment.CameraDown;
import io.moodline.aggregator.moment.CrowdPeak;
import io.moodline.aggregator.moment.EmotionSurge;
import io.moodline.aggregator.moment.GroupSmile;
import io.moodline.aggregator.moment.Minute;
import io.moodline.aggregator.moment.MinuteWatch;
import io.moodline.aggregator.moment.SatisfactionShift;
import io.moodline.schemas.Emotion;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;

class MomentStateTest {

  private static final long T = 1_780_000_000_000L;

  private final Serde<MomentState> serde = StateSerdes.moment();

  private byte[] written(MomentState state) {
    return serde.serializer().serialize("t", state);
  }

  private MomentState read(byte[] bytes) {
    return serde.deserializer().deserialize("t", bytes);
  }

  @Test
  void aStateOfBeforeAnythingWasFoundByMinutesGoesOn() throws Exception {
    assertThat(read(OldStateTest.bytes("moment-state.v1.bin")))
        .isEqualTo(
            new MomentState(new GroupSmile.State(T, 0, true), new CameraDown.State(T + 5, false)));
  }

  @Test
  void nothingIsReadAsNothing() {
    assertThat(read(written(MomentState.NONE))).isEqualTo(MomentState.NONE);
  }

  private static Minute minute(int n, Random random) {
    long judged = 1L + random.nextInt(400);
    Emotion emotion = Emotion.values()[random.nextInt(8)];
    double[] sums = mostly(emotion, 0.2 + 0.7 * random.nextDouble());
    for (int i = 0; i < sums.length; i++) {
      sums[i] *= judged;
    }
    return new Minute(
        T + n * Minute.LENGTH_MS,
        1L + random.nextInt(12),
        random.nextInt(600_000),
        judged,
        sums,
        judged,
        judged * 100 * random.nextDouble());
  }

  @Property(tries = 50)
  void whatWasWrittenDownGoesOnAsIfItHadNot(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int before) {
    MinuteWatch.Settings settings =
        new MinuteWatch.Settings(
            new SatisfactionShift.Settings(10, 5, 20, 2, 1, 1, 0),
            new CrowdPeak.Settings(3, 0.1, 1_200_000, 0.7, 5, 0),
            new EmotionSurge.Settings(3, 5, 0.05, 1, 5, 50, 0));
    Random random = new Random(seed);
    MinuteWatch watch = new MinuteWatch(settings, MinuteWatch.State.NONE);
    for (int n = 0; n < before; n++) {
      watch.see(minute(n, random));
    }
    Serde<MinuteWatch.State> minutes = StateSerdes.minutes();
    byte[] written = minutes.serializer().serialize("t", watch.state());
    MinuteWatch other = new MinuteWatch(settings, minutes.deserializer().deserialize("t", written));
    for (int n = before; n < before + 20; n++) {
      Minute next = minute(n, random);
      assertThat(other.see(next)).isEqualTo(watch.see(next));
    }
    assertThat(minutes.serializer().serialize("t", other.state()))
        .isEqualTo(minutes.serializer().serialize("t", watch.state()));
  }
}
