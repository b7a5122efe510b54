package io.moodline.classifier.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moodline.classifier.model.ModelCard.ChannelOrder;
import io.moodline.classifier.model.ModelCard.Kind;
import io.moodline.classifier.model.ModelCard.Label;
import io.moodline.classifier.model.ModelCard.Layout;
import io.moodline.classifier.model.ModelCard.Position;
import io.moodline.schemas.Emotion;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelCardReaderTest {

  @Test
  void aGoodCardIsRead() {
    ModelCard card = CardJson.good().read();
    assertThat(card.name()).isEqualTo("tiny");
    assertThat(card.version()).isEqualTo("3");
    assertThat(card.labels())
        .containsExactly(
            new Label("happy", Emotion.HAPPINESS),
            new Label("SADNESS", Emotion.SADNESS),
            new Label("angry", Emotion.ANGER));
    assertThat(card.input().layout()).isEqualTo(Layout.NCHW);
    assertThat(card.input().order()).isEqualTo(ChannelOrder.RGB);
    assertThat(card.input().shape(5)).containsExactly(5, 1, 8, 8);
    assertThat(card.output().kind()).isEqualTo(Kind.LOGITS);
    assertThat(card.crop().margin()).isEqualTo(0.1);
    assertThat(card.crop().landmarks()).hasSize(5).startsWith(new Position(0.3, 0.4));
    assertThat(card.crop().landmarksText()).isEqualTo("0.3,0.4 0.7,0.4 0.5,0.6 0.35,0.8 0.65,0.8");
    assertThat(card.measured()).isEqualTo(Map.of("accuracy", 0.5));
  }

  @Test
  void aColourModelMayTakeBlueFirst() {
    ModelCard card =
        CardJson.good()
            .with("input.channels", "3")
            .with("input.order", "\"BGR\"")
            .with("input.layout", "\"NHWC\"")
            .with("input.mean", "[1, 2, 3]")
            .with("input.std", "[4, 5, 6]")
            .read();
    assertThat(card.input().order()).isEqualTo(ChannelOrder.BGR);
    assertThat(card.input().shape(2)).containsExactly(2, 8, 8, 3);
    assertThat(card.input().std()).containsExactly(4.0, 5.0, 6.0);
  }

  @Test
  void cropsMayBeByTheBoxAlone() {
    assertThat(CardJson.good().without("crop.landmarks").read().crop().landmarks()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Neutral,NEUTRAL",
    "joy,HAPPINESS",
    "surprised,SURPRISE",
    "sad,SADNESS",
    "angry,ANGER",
    "disgusted,DISGUST",
    "scared,FEAR",
    "CONTEMPT,CONTEMPT"
  })
  void commonNamesNeedNoMapping(String label, Emotion meant) {
    List<Label> labels =
        CardJson.good()
            .with("labels", "[\"" + label + "\", \"calm\"]")
            .with("mapping", "{\"calm\": \"NEUTRAL\"}")
            .read()
            .labels();
    assertThat(labels.get(0)).isEqualTo(new Label(label, meant));
    assertThat(labels.get(1)).isEqualTo(new Label("calm", Emotion.NEUTRAL));
  }

  @Test
  void aMappingMergesAndLeavesOut() {
    List<Label> labels =
        CardJson.good()
            .with("labels", "[\"happy\", \"angry or disgusted\", \"unknown\"]")
            .with("mapping", "{\"angry or disgusted\": \"anger\", \"unknown\": \"IGNORED\"}")
            .read()
            .labels();
    assertThat(labels)
        .extracting(Label::emotion)
        .containsExactly(Emotion.HAPPINESS, Emotion.ANGER, null);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          format              | 2              | format is 2, but must be a whole number from 1 to 1
          name                | "a b"          | name is "a b", but must be 1 to 63 of A-Z
          version             | 3              | version is 3, but must be 1 to 63 of
          file                | "../tiny.onnx" | file is "../tiny.onnx", but must be the name of an .onnx
          sha256              | "12AB"         | sha256 is "12AB", but must be 64 digits
          labels              | "happy"        | labels is "happy", but must be a list of two or more
          labels              | ["happy"]      | labels is ["happy"], but must be a list of two or more
          labels              | ["sad", 3]     | labels is ["sad",3], but must be a list of two or more
          labels              | ["sad", "sad"] | different names, but "sad" is there twice
          labels              | ["sad", "odd"] | labels is "odd", but must be one of NEUTRAL, HAPPINESS
          mapping             | {"happy": "gay"} | mapping.happy is "gay", but must be one of NEUTRAL
          mapping             | {"odd": "FEAR"}  | mapping.odd is given, but must be one of the labels: happy
          mapping             | []             | mapping is [], but must be an object
          input               | 7              | input is 7, but must be an object
          input.name          | " "            | input.name is " ", but must be text that is not empty
          input.layout        | "NCWH"         | input.layout is "NCWH", but must be NCHW or NHWC
          input.channels      | 2              | input.channels is 2, but must be 1 (gray) or 3 (colour)
          input.channels      | 1.5            | input.channels is 1.5, but must be a whole number from 1 to 3
          input.order         | "GBR"          | input.order is "GBR", but must be RGB or BGR
          input.height        | 0              | input.height is 0, but must be a whole number from 1 to 1024
          input.width         | 99999999999    | input.width is 99999999999, but must be a whole number
          input.mean          | [0, 0]         | input.mean is [0,0], but must be a list of 1 number from 0.0
          input.mean          | [300]          | input.mean is [300], but must be a list of 1 number from 0.0 to 255.0
          input.std           | [0]            | input.std is [0], but must be a list of 1 number from 1.0E-6
          output.name         | null           | output.name is missing; it must be text
          output.kind         | "softmax"      | output.kind is "softmax", but must be LOGITS or PROBABILITIES
          output.temperature  | 0              | output.temperature is 0, but must be a number from 0.01
          output.temperature  | "1"            | output.temperature is "1", but must be a number
          output.smoothing    | 0.6            | output.smoothing is 0.6, but must be a number from 0.0 to 0.5
          crop.width          | 7              | crop.width is 7, but must be a whole number from 8 to 512
          crop.height         | 513            | crop.height is 513, but must be a whole number from 8 to 512
          crop.margin         | -1             | crop.margin is -1, but must be a number from -0.4 to 2.0
          crop.landmarks.rightEye.x | 0.7      | crop.landmarks.rightEye.x is 0.7, but must be less than leftEye.x
          crop.landmarks.noseTip.y  | 1.2      | crop.landmarks.noseTip.y is 1.2, but must be a number from 0.0 to 1.0
          crop.landmarks.chin | {}             | crop.landmarks.chin is no field of a model card; known in crop.landmarks are
          licence             | ""             | licence is "", but must be text
          training            | 1              | training is 1, but must be text
          measured.accuracy   | "high"         | measured.accuracy is "high", but must be a number
          input.widht         | 8              | input.widht is no field of a model card; known in input are channels
          lables              | []             | lables is no field of a model card; known are crop, file
          """)
  void aWrongFieldIsNamed(String path, String value, String message) {
    CardJson card = CardJson.good().with(path, value);
    assertThatThrownBy(card::read)
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith("tiny.json: ")
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "format",
        "name",
        "version",
        "file",
        "sha256",
        "labels",
        "input",
        "input.name",
        "input.layout",
        "input.channels",
        "input.height",
        "input.width",
        "input.mean",
        "input.std",
        "output",
        "output.name",
        "output.kind",
        "output.temperature",
        "crop",
        "crop.width",
        "crop.height",
        "crop.margin",
        "crop.landmarks.leftEye",
        "crop.landmarks.leftEye.x",
        "licence",
        "training",
        "measured"
      })
  void aMissingFieldIsNamed(String path) {
    CardJson card = CardJson.good().without(path);
    assertThatThrownBy(card::read)
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith("tiny.json: " + path + " is missing; it must be ");
  }

  @Test
  void labelsThatAreAllIgnoredAreNoEmotionModel() {
    CardJson card =
        CardJson.good()
            .with("labels", "[\"a\", \"b\"]")
            .with("mapping", "{\"a\": \"IGNORED\", \"b\": \"IGNORED\"}");
    assertThatThrownBy(card::read).hasMessageContaining("all of these are ignored");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"name": "a", "name": "b"} | no JSON at line 1
          {"name": "a"               | no JSON at line 1
          {} {}                      | no JSON at line 1
          []                         | a model card must be a JSON object
          ''                         | a model card must be a JSON object
          """)
  void whatIsNoCardIsRefused(String text, String message) {
    byte[] json = text.getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> ModelCardReader.read("tiny.json", json))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith("tiny.json: ")
        .hasMessageContaining(message);
  }
}
