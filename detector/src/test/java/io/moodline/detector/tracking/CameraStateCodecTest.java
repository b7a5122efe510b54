package io.moodline.detector.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moodline.detector.geometry.Box;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CameraStateCodecTest {

  private static CameraState state(int tracks) {
    Tracker tracker = new Tracker(TrackerTest.SETTINGS);
    TrackerState state = TrackerState.empty();
    for (int frame = 0; frame < 3; frame++) {
      int at = frame;
      List<Detection> seen =
          java.util.stream.IntStream.range(0, tracks)
              .mapToObj(i -> new Detection(Box.around(100.0 * i + 3 * at, 50, 40, 50), 0.9))
              .toList();
      state = tracker.update(state, 1_700_000_000_000L + 100L * frame, seen).state();
    }
    return new CameraState(new Progress(1_699_999_999_000L, 41, 1_600_000_000_000L, 9), state);
  }

  @Property(tries = 50)
  void whatIsWrittenIsRead(@ForAll @IntRange(min = 0, max = 256) int tracks) {
    assertThat(CameraStateCodec.decode(CameraStateCodec.encode(state(tracks))))
        .isEqualTo(state(tracks));
  }

  @Test
  void bytesOfVersion1AreRead() {
    CameraState read = CameraStateCodec.decode(HexFormat.of().parseHex(VERSION_1));

    assertThat(read)
        .isEqualTo(
            new CameraState(
                new Progress(1000, 7, 500, 3),
                new TrackerState(
                    4000,
                    List.of(
                        new Track(
                            3000,
                            2,
                            5,
                            true,
                            new Motion(
                                4000,
                                new AxisFilter(100, 8, 1, 0.5, 2),
                                new AxisFilter(50, -8, 1, 0.5, 2),
                                new AxisFilter(40, 0, 1, 0, 2),
                                new AxisFilter(64, 0, 1, 0, 2)))))));
    assertThat(HexFormat.of().formatHex(CameraStateCodec.encode(read))).isEqualTo(VERSION_1);
  }

  @Test
  void aNewerVersionIsRefusedByName() {
    byte[] newer = CameraStateCodec.encode(state(1));
    newer[0] = 2;

    assertThatThrownBy(() -> CameraStateCodec.decode(newer))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("version 2, but this program knows version 1 only");
  }

  @Test
  void damagedBytesAreRefused() {
    byte[] bytes = CameraStateCodec.encode(state(2));

    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> CameraStateCodec.decode(cut)).hasMessageContaining("damaged");
    }
    assertThatThrownBy(() -> CameraStateCodec.decode(Arrays.copyOf(bytes, bytes.length + 1)))
        .hasMessageContaining("1 bytes too many");
  }

  /** Written by the first release: never to be changed. Head, one track, its four filters. */
  private static final String VERSION_1 =
      "01"
          + "00000000000003e8" // session 1000
          + "0000000000000007" // last sequence 7
          + "00000000000001f4" // older session 500
          + "0000000000000003" // its last sequence 3
          + "0000000000000fa0" // last captured at 4000
          + "0001" // one track
          + "0000000000000bb8" // first seen 3000
          + "00000002" // index 2
          + "0000000000000005" // hits 5
          + "01" // confirmed
          + "0000000000000fa0" // last hit 4000
          + "4059000000000000"
          + "4020000000000000"
          + "3ff0000000000000" // x 100, 8, 1
          + "3fe0000000000000"
          + "4000000000000000" // 0.5, 2
          + "4049000000000000"
          + "c020000000000000"
          + "3ff0000000000000" // y 50, -8, 1
          + "3fe0000000000000"
          + "4000000000000000" // 0.5, 2
          + "4044000000000000"
          + "0000000000000000"
          + "3ff0000000000000" // width 40, 0, 1
          + "0000000000000000"
          + "4000000000000000" // 0, 2
          + "4050000000000000"
          + "0000000000000000"
          + "3ff0000000000000" // height 64, 0, 1
          + "0000000000000000"
          + "4000000000000000"; // 0, 2
}
