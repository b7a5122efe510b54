package io.moodline.classifier.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.moodline.classifier.model.ModelCard.ChannelOrder;
import io.moodline.classifier.model.ModelCard.Input;
import io.moodline.classifier.model.ModelCard.Layout;
import java.nio.FloatBuffer;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PreprocessingTest {

  /** Two pixels: red 10, green 20, blue 30, and 40, 50, 60. */
  private static final FaceCrop COLOUR = new FaceCrop(2, 1, 3, new byte[] {10, 20, 30, 40, 50, 60});

  private static final FaceCrop GRAY = new FaceCrop(2, 1, 1, new byte[] {0, (byte) 255});

  @Test
  void bytesAreUnsignedAndNormalised() {
    Input input = input(Layout.NCHW, 1, ChannelOrder.RGB, 127.5, 127.5);
    assertThat(write(input, GRAY)).containsExactly(-1, 1);
  }

  @Test
  void channelsComeOneAfterAnotherInNchw() {
    Input input = input(Layout.NCHW, 3, ChannelOrder.RGB, 0, 10);
    assertThat(write(input, COLOUR)).containsExactly(1, 4, 2, 5, 3, 6);
  }

  @Test
  void channelsComeSideBySideInNhwc() {
    Input input = input(Layout.NHWC, 3, ChannelOrder.RGB, 0, 10);
    assertThat(write(input, COLOUR)).containsExactly(1, 2, 3, 4, 5, 6);
  }

  @Test
  void blueComesFirstWhereTheCardSaysSo() {
    Input input = input(Layout.NHWC, 3, ChannelOrder.BGR, 0, 10);
    assertThat(write(input, COLOUR)).containsExactly(3, 2, 1, 6, 5, 4);
  }

  @Test
  void eachChannelHasItsOwnMeanAndScale() {
    Input input =
        new Input(
            "x",
            Layout.NHWC,
            3,
            ChannelOrder.BGR,
            1,
            2,
            List.of(0., 10., 20.),
            List.of(1., 2., 5.));
    // Blue, green, red: 30, (20 - 10) / 2, (10 - 20) / 5; 60, (50 - 10) / 2, (40 - 20) / 5.
    assertThat(write(input, COLOUR)).containsExactly(30, 5, -2, 60, 20, 4);
  }

  @Test
  void colourBecomesGrayByLuma() {
    Input input = input(Layout.NCHW, 1, ChannelOrder.RGB, 0, 1);
    float[] gray = write(input, COLOUR);
    // 0.299 * 10 + 0.587 * 20 + 0.114 * 30 = 18.15, and 30 more for the second pixel.
    assertThat(gray[0]).isCloseTo(18.15f, within(1e-4f));
    assertThat(gray[1]).isCloseTo(48.15f, within(1e-4f));
  }

  @Test
  void grayBecomesThreeEqualChannels() {
    Input input = input(Layout.NHWC, 3, ChannelOrder.RGB, 0, 1);
    assertThat(write(input, GRAY)).containsExactly(0, 0, 0, 255, 255, 255);
  }

  @Test
  void anotherSizeIsResized() {
    Input input = new Input("x", Layout.NCHW, 1, ChannelOrder.RGB, 1, 4, List.of(0.), List.of(1.));
    assertThat(write(input, GRAY)).containsExactly(0, 63.75f, 191.25f, 255);
  }

  @Test
  void aFaceIsWrittenWhereItBelongs() {
    Input input = input(Layout.NCHW, 1, ChannelOrder.RGB, 0, 1);
    FloatBuffer target = FloatBuffer.wrap(new float[] {7, 7, 7, 7, 7, 7});
    new Preprocessing(input).write(GRAY, target, 2);
    assertThat(target.array()).containsExactly(7, 7, 0, 255, 7, 7);
    assertThat(target.position()).isZero();
  }

  @Property
  void theFastWayForGrayIsTheSlowOne(@ForAll @Size(6) byte[] pixels) {
    FaceCrop gray = new FaceCrop(3, 2, 1, pixels);
    byte[] tripled = new byte[18];
    for (int i = 0; i < tripled.length; i++) {
      tripled[i] = pixels[i / 3];
    }
    Input input =
        new Input("x", Layout.NCHW, 1, ChannelOrder.RGB, 2, 3, List.of(100.), List.of(50.));
    float[] fast = write(input, gray);
    float[] slow = write(input, new FaceCrop(3, 2, 3, tripled));
    for (int i = 0; i < fast.length; i++) {
      assertThat(slow[i]).isCloseTo(fast[i], within(1e-5f));
    }
  }

  @Property
  void normalisingCanBeUndone(@ForAll @Size(6) byte[] pixels) {
    Input input =
        new Input("x", Layout.NCHW, 1, ChannelOrder.RGB, 2, 3, List.of(128.), List.of(64.));
    float[] written = write(input, new FaceCrop(3, 2, 1, pixels));
    for (int i = 0; i < pixels.length; i++) {
      assertThat(written[i] * 64 + 128).isCloseTo(pixels[i] & 0xFF, within(1e-3f));
    }
  }

  @Test
  void cropsThatAreNotWhatTheySayAreRefused() {
    assertThatThrownBy(() -> new FaceCrop(2, 2, 1, new byte[3]))
        .hasMessage("a crop of 2 x 2 pixels and 1 channel has 3 bytes, but must have 4");
    assertThatThrownBy(() -> new FaceCrop(0, 2, 1, new byte[0]))
        .hasMessageContaining("0 x 2 pixels, but must be from 1 to 4096");
    assertThatThrownBy(() -> new FaceCrop(1, 1, 4, new byte[4]))
        .hasMessageContaining("4 channels, but must have 1 (gray) or 3");
  }

  private static Input input(
      Layout layout, int channels, ChannelOrder order, double mean, double std) {
    return new Input(
        "x",
        layout,
        channels,
        order,
        1,
        2,
        Collections.nCopies(channels, mean),
        Collections.nCopies(channels, std));
  }

  private static float[] write(Input input, FaceCrop crop) {
    FloatBuffer target = FloatBuffer.allocate(input.elements());
    new Preprocessing(input).write(crop, target, 0);
    return target.array();
  }
}
