package io.moodline.aggregator.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceMaskTest {

  @ParameterizedTest
  @CsvSource({
    "rtsp://user:pa@ss@cam:554/x,rtsp://***@cam:554/x",
    "rtsp://token@cam/x,rtsp://***@cam/x",
    "http://cam/x?user=a&password=b#c,http://cam/x?user=a&password=***#c",
    "http://cam/x?access_token=b&n=1,http://cam/x?access_token=***&n=1",
    "http://cam/a@b,http://cam/a@b",
    "demo,demo",
    "/srv/a@b.mp4,/srv/a@b.mp4"
  })
  void credentialsAreHidden(String source, String masked) {
    assertThat(SourceMask.mask(source)).isEqualTo(masked);
  }
}
