package io.moodline.classifier.model;

import io.moodline.schemas.Emotion;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What must be known of an ONNX model to feed it faces and to read its answers: the content of
 * {@code NAME.json} beside {@code NAME.onnx}. {@code docs/model-cards.md} describes the file;
 * {@link ModelCardReader} reads and checks it. Immutable.
 *
 * @param name of the model, written on every emotion event
 * @param version of the model, written on every emotion event
 * @param file name of the ONNX file beside the card
 * @param sha256 of that file, 64 lower-case hexadecimal digits
 * @param labels what each output means, in output order
 * @param input what the model takes
 * @param output what it gives
 * @param crop what a face must look like that it judges
 * @param licence under which the model may be used
 * @param training what it was trained from, and how
 * @param measured figures by name, such as an accuracy; nothing is computed from them
 */
public record ModelCard(
    String name,
    String version,
    String file,
    String sha256,
    List<Label> labels,
    Input input,
    Output output,
    Crop crop,
    String licence,
    String training,
    Map<String, Double> measured) {

  /** The order of an input's axes. N: face, C: channel, H: row from the top, W: column. */
  public enum Layout {
    NCHW,
    NHWC
  }

  /** The order of a colour picture's channels. */
  public enum ChannelOrder {
    RGB,
    BGR
  }

  /** What a model's output is. */
  public enum Kind {
    /** Any numbers; the softmax of them gives probabilities. */
    LOGITS,
    /** Numbers from 0 to 1 that sum to 1. */
    PROBABILITIES
  }

  public ModelCard {
    labels = List.copyOf(labels);
    measured = Map.copyOf(measured);
  }

  /** How many numbers the model gives for a face. */
  public int outputs() {
    return labels.size();
  }

  /**
   * One output.
   *
   * @param text as the card writes it
   * @param emotion what it counts as, or null when it is left out: the other outputs' probabilities
   *     are then those given that this one is not the case
   */
  public record Label(String text, Emotion emotion) {}

  /**
   * What the model takes: float32 of the shape that the layout says, made from 8-bit channels by
   * {@code (x - mean) / std}, where x runs from 0 to 255.
   *
   * @param name of the graph's input
   * @param channels 1: gray; 3: colour
   * @param order of the channels of a colour model; RGB for a gray one, where it means nothing
   * @param height rows, pixels
   * @param width columns, pixels
   * @param mean for each channel, in the order of {@code order}, 0 to 255
   * @param std for each channel, above 0
   */
  public record Input(
      String name,
      Layout layout,
      int channels,
      ChannelOrder order,
      int height,
      int width,
      List<Double> mean,
      List<Double> std) {

    public Input {
      mean = List.copyOf(mean);
      std = List.copyOf(std);
    }

    /** Numbers that one face takes. */
    public int elements() {
      return channels * height * width;
    }

    /** The tensor's shape for a number of faces. */
    public long[] shape(long faces) {
      return layout == Layout.NCHW
          ? new long[] {faces, channels, height, width}
          : new long[] {faces, height, width, channels};
    }
  }

  /**
   * What the model gives: float32, N x labels.
   *
   * @param name of the graph's output
   * @param temperature by which logits are divided before the softmax, above 0; probabilities p
   *     become p^(1/temperature), normalised, which is the same. 1: as they are. From C. Guo and
   *     others, "On Calibration of Modern Neural Networks", ICML 2017
   * @param smoothing share of its labels that was spread over all classes while the model was
   *     trained, and is taken off its probabilities again, 0 to 0.5; 0: as they are. See {@link
   *     io.moodline.emotion.LabelSmoothing}
   */
  public record Output(String name, Kind kind, double temperature, double smoothing) {}

  /**
   * What a crop must look like: what the model saw while it was trained.
   *
   * @param width pixels; a crop of another size is resized to the input's
   * @param height pixels
   * @param margin what is added at each side of a detected box, as a share of the box's size: 0 is
   *     the box itself, 0.2 makes it 1.4 times as wide and high; below 0 cuts away
   * @param landmarks where right eye, left eye, nose tip, right and left corner of the mouth (the
   *     person's right, so the picture's left) lie in a crop that is aligned by landmarks; empty:
   *     the model wants crops by the box even when there are landmarks
   */
  public record Crop(int width, int height, double margin, List<Position> landmarks) {

    public Crop {
      landmarks = List.copyOf(landmarks);
    }

    /** The landmarks as the detector's setting takes them: {@code x,y x,y x,y x,y x,y}. */
    public String landmarksText() {
      return landmarks.stream()
          .map(place -> place.x() + "," + place.y())
          .collect(Collectors.joining(" "));
    }
  }

  /**
   * A place in a crop.
   *
   * @param x share of the width, from the left, 0 to 1
   * @param y share of the height, from the top, 0 to 1
   */
  public record Position(double x, double y) {}
}
