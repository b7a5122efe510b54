package io.moodline.classifier.model;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.moodline.classifier.model.ModelCard.ChannelOrder;
import io.moodline.classifier.model.ModelCard.Crop;
import io.moodline.classifier.model.ModelCard.Input;
import io.moodline.classifier.model.ModelCard.Kind;
import io.moodline.classifier.model.ModelCard.Label;
import io.moodline.classifier.model.ModelCard.Layout;
import io.moodline.classifier.model.ModelCard.Output;
import io.moodline.classifier.model.ModelCard.Position;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a model card and refuses one that is not complete, naming file, field and value. */
public final class ModelCardReader {

  /** The only format there is yet; a card says which one it is written in. */
  public static final int FORMAT = 1;

  private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,62}";
  private static final String NAME_ALLOWED = "1 to 63 of A-Z, a-z, 0-9, '.', '_' and '-'";
  private static final int MAX_SIZE = 1024;
  private static final int MAX_CROP = 512;
  private static final double TINY = 1e-6;

  /** Names of the landmarks, in the order of {@link Crop#landmarks()}. */
  static final List<String> LANDMARKS =
      List.of("rightEye", "leftEye", "noseTip", "rightMouthCorner", "leftMouthCorner");

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private ModelCardReader() {}

  /**
   * Reads a card.
   *
   * @param origin where it is from, for messages
   * @param json its content
   * @throws ModelException when it is no card, saying what is wrong and what is allowed
   */
  public static ModelCard read(String origin, byte[] json) {
    JsonFields card = new JsonFields(origin, "", parse(origin, json));
    card.integer("format", FORMAT, FORMAT);
    ModelCard read =
        new ModelCard(
            card.text("name", NAME, NAME_ALLOWED),
            card.text("version", NAME, NAME_ALLOWED),
            card.text("file", "[^/\\\\]+\\.onnx", "the name of an .onnx file beside the card"),
            card.text("sha256", "[0-9a-f]{64}", "64 digits of 0-9 and a-f"),
            labels(card),
            input(card.object("input")),
            output(card.object("output")),
            crop(card.object("crop")),
            card.text("licence"),
            card.text("training"),
            measured(card));
    card.refuseOthers();
    return read;
  }

  private static JsonNode parse(String origin, byte[] json) {
    try {
      JsonNode root = JSON.readTree(json);
      if (root == null || !root.isObject()) {
        throw new ModelException(origin + ": a model card must be a JSON object");
      }
      return root;
    } catch (JacksonException e) {
      String where =
          e.getLocation() == null
              ? ""
              : " at line "
                  + e.getLocation().getLineNr()
                  + ", column "
                  + e.getLocation().getColumnNr();
      throw new ModelException(origin + ": no JSON" + where + ": " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new ModelException(origin + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private static List<Label> labels(JsonFields card) {
    List<String> texts = card.texts("labels", 2, "a list of two or more names");
    Map<String, String> mapping = mapping(card, texts);
    Set<String> seen = new HashSet<>();
    List<Label> labels = new ArrayList<>();
    for (String text : texts) {
      if (!seen.add(text)) {
        throw card.refusal("labels", texts, "different names, but \"" + text + "\" is there twice");
      }
      labels.add(label(card, text, mapping.get(text)));
    }
    if (labels.stream().allMatch(label -> label.emotion() == null)) {
      throw card.refusal("labels", texts, "a list with an emotion; all of these are ignored");
    }
    return labels;
  }

  private static Label label(JsonFields card, String text, String mapped) {
    if (mapped != null) {
      return new Label(text, Labels.named(mapped).orElse(null));
    }
    return new Label(
        text,
        Labels.commonMeaning(text)
            .orElseThrow(
                () ->
                    card.refusal(
                        "labels",
                        "\"" + text + "\"",
                        "one of " + Labels.allNames() + ", or be given a meaning in \"mapping\"")));
  }

  private static Map<String, String> mapping(JsonFields card, List<String> texts) {
    Map<String, String> mapping = new LinkedHashMap<>();
    if (!card.has("mapping")) {
      return mapping;
    }
    JsonFields fields = card.object("mapping");
    for (String label : fields.names()) {
      String meaning = fields.text(label);
      Optional<?> emotion = Labels.named(meaning);
      if (emotion.isEmpty() && !Labels.isIgnored(meaning)) {
        throw fields.refusal(
            label, "\"" + meaning + "\"", "one of " + Labels.allNames() + ", or " + Labels.IGNORED);
      }
      if (!texts.contains(label)) {
        throw fields.refusal(label, "given", "one of the labels: " + String.join(", ", texts));
      }
      mapping.put(label, meaning);
    }
    return mapping;
  }

  private static Input input(JsonFields input) {
    int channels = input.integer("channels", 1, 3);
    if (channels == 2) {
      throw input.refusal("channels", channels, "1 (gray) or 3 (colour)");
    }
    Input read =
        new Input(
            input.text("name"),
            input.choice("layout", Layout.class),
            channels,
            input.has("order") ? input.choice("order", ChannelOrder.class) : ChannelOrder.RGB,
            input.integer("height", 1, MAX_SIZE),
            input.integer("width", 1, MAX_SIZE),
            input.numbers("mean", channels, 0, 255),
            input.numbers("std", channels, TINY, 1e6));
    input.refuseOthers();
    return read;
  }

  private static Output output(JsonFields output) {
    Output read =
        new Output(
            output.text("name"),
            output.choice("kind", Kind.class),
            output.number("temperature", 0.01, 100),
            output.has("smoothing") ? output.number("smoothing", 0, 0.5) : 0);
    output.refuseOthers();
    return read;
  }

  private static Crop crop(JsonFields crop) {
    Crop read =
        new Crop(
            crop.integer("width", 8, MAX_CROP),
            crop.integer("height", 8, MAX_CROP),
            crop.number("margin", -0.4, 2),
            crop.has("landmarks") ? landmarks(crop.object("landmarks")) : List.of());
    crop.refuseOthers();
    return read;
  }

  private static List<Position> landmarks(JsonFields landmarks) {
    List<Position> places = new ArrayList<>();
    for (String name : LANDMARKS) {
      JsonFields place = landmarks.object(name);
      places.add(new Position(place.number("x", 0, 1), place.number("y", 0, 1)));
      place.refuseOthers();
    }
    landmarks.refuseOthers();
    if (places.get(0).x() >= places.get(1).x()) {
      throw landmarks.refusal(
          "rightEye.x",
          places.get(0).x(),
          "less than leftEye.x, which is "
              + places.get(1).x()
              + ": the person's right eye is at the picture's left");
    }
    return places;
  }

  private static Map<String, Double> measured(JsonFields card) {
    JsonFields fields = card.object("measured");
    Map<String, Double> measured = new LinkedHashMap<>();
    for (String name : fields.names()) {
      measured.put(name, fields.number(name, -1e9, 1e9));
    }
    return measured;
  }
}
