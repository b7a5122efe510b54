package io.moodline.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.moodline.topics.Ids;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourcesTest {

  @ParameterizedTest
  @CsvSource({
    "demo, demo",
    "demo:faces=5;seed=1, demo",
    "/videos/Shop Door.mp4, shop-door",
    "pyfeat_WolfgangLanger_Pexels.mp4, pyfeat-wolfganglanger-pexels",
    "/dev/video0, video0",
    "photos/, photos",
    "rtsp://user:secret@10.0.0.7:554/stream1?token=x, 10-0-0-7-554-stream1",
    "rtsp://admin:pa/ss@host/x, host-x",
    "???, camera",
  })
  void anIdIsMadeFromTheSourcesName(String source, String id) {
    assertThat(Sources.parse(source)).isEqualTo(new Sources.Named(id, source));
  }

  @Test
  void anIdCanBeGiven() {
    assertThat(Sources.parse("door=rtsp://h/a?b=c"))
        .isEqualTo(new Sources.Named("door", "rtsp://h/a?b=c"));
  }

  @Property
  void everyIdMadeIsValid(@ForAll String source) {
    assertThat(Ids.isValid(Sources.idOf(source))).as(Sources.idOf(source)).isTrue();
  }
}
