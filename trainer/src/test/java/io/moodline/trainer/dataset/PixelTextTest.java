package io.moodline.trainer.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class PixelTextTest {

  @Property(tries = 50)
  void whatIsWrittenIsRead(@ForAll @Size(48 * 48) byte[] pixels) {
    String text =
        IntStream.range(0, pixels.length)
            .mapToObj(i -> Integer.toString(pixels[i] & 0xff))
            .collect(Collectors.joining(" "));

    assertThat(PixelText.parse(text)).isEqualTo(pixels);
    assertThat(PixelText.parse("  " + text.replace(" ", "  ") + " ")).isEqualTo(pixels);
  }

  /** Whatever stands there, it is either read or refused with a message, never anything else. */
  @Property(tries = 200)
  void anyTextThatIsNotPixelsIsRefused(@ForAll String text) {
    assertThatThrownBy(() -> PixelText.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("but must");
  }
}
