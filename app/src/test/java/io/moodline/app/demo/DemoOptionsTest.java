package io.moodline.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoOptionsTest {

  @Test
  void demoAloneMeansTheDefaults() {
    assertThat(DemoOptions.parse("demo")).isEqualTo(DemoOptions.DEFAULTS);
    assertThat(DemoOptions.parse("demo:")).isEqualTo(DemoOptions.DEFAULTS);
  }

  @Test
  void everyParameterIsRead() {
    assertThat(
            DemoOptions.parse(
                "demo:faces=5,seed=-3,seconds=60,pace=fast,width=640,height=360,fps=25"))
        .isEqualTo(new DemoOptions(5, -3, 60, true, 640, 360, 25));
  }

  @Test
  void onlyDemoIsDemo() {
    assertThat(DemoOptions.isDemo("demo:faces=2")).isTrue();
    assertThat(DemoOptions.isDemo("demo.mp4")).isFalse();
    assertThat(DemoOptions.isDemo("rtsp://demo")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "demo:faces=0 | demo parameter faces is 0, but must be a whole number from 1 to 12",
        "demo:faces=many | demo parameter faces is \"many\", but must be a whole number",
        "demo:seconds=90000 | demo parameter seconds is 90000, but must be a whole number from 0 to"
            + " 86400",
        "demo:pace=slow | demo parameter pace is \"slow\", but must be live or fast",
        "demo:fps=0 | demo parameter fps is 0, but must be a whole number from 1 to 60",
        "demo:width=99999999999 | demo parameter width is 2147483647, but must be a whole number"
            + " from 320 to 3840",
        "demo:height=1 | demo parameter height is 1, but must be a whole number from 240 to 2160",
        "demo:faces=2,faces=3 | demo parameter faces is given twice",
        "demo:face=2 | demo parameter \"face\" is unknown, but must be one of faces, seed, seconds,"
            + " pace, width, height, fps",
        "demo:faces | demo parameter is \"faces\", but must be name=value with a name of faces, seed,"
            + " seconds, pace, width, height, fps",
      })
  void aWrongParameterIsNamedWithWhatIsAllowed(String source, String message) {
    assertThatThrownBy(() -> DemoOptions.parse(source))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void fastWithoutAnEndIsRefused() {
    assertThatThrownBy(() -> DemoOptions.parse("demo:pace=fast"))
        .hasMessageContaining("pace is \"fast\", which needs seconds of 1 to 86400");
  }
}
