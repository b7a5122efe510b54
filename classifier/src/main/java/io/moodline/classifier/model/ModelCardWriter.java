package io.moodline.classifier.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.moodline.classifier.model.ModelCard.Crop;
import io.moodline.classifier.model.ModelCard.Input;
import io.moodline.classifier.model.ModelCard.Label;
import io.moodline.classifier.model.ModelCard.Position;
import io.moodline.schemas.Emotion;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/** Writes a model card as {@link ModelCardReader} reads it. */
public final class ModelCardWriter {

  private static final JsonMapper JSON = new JsonMapper();

  private ModelCardWriter() {}

  /**
   * The content of a card's file: reading it gives the same card again.
   *
   * @throws ModelException when the card is none that could be read, saying what is wrong
   */
  public static byte[] write(ModelCard card) {
    try {
      String json =
          JSON.writer(
                  new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")))
              .writeValueAsString(tree(card));
      byte[] bytes = (json + "\n").getBytes(StandardCharsets.UTF_8);
      ModelCardReader.read("the card of " + card.name(), bytes);
      return bytes;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of numbers and text is always JSON", e);
    }
  }

  private static ObjectNode tree(ModelCard card) {
    ObjectNode root = JSON.createObjectNode();
    root.put("format", ModelCardReader.FORMAT);
    root.put("name", card.name());
    root.put("version", card.version());
    root.put("file", card.file());
    root.put("sha256", card.sha256());
    putLabels(root, card.labels());
    root.set("input", input(card.input()));
    root.set("output", output(card.output()));
    root.set("crop", crop(card.crop()));
    root.put("licence", card.licence());
    root.put("training", card.training());
    ObjectNode measured = root.putObject("measured");
    new TreeMap<>(card.measured()).forEach(measured::put);
    return root;
  }

  private static ObjectNode output(ModelCard.Output output) {
    ObjectNode node =
        JSON.createObjectNode()
            .put("name", output.name())
            .put("kind", lower(output.kind()))
            .put("temperature", output.temperature());
    return output.smoothing() == 0 ? node : node.put("smoothing", output.smoothing());
  }

  /** Labels whose meaning everyone knows need no mapping. */
  private static void putLabels(ObjectNode root, List<Label> labels) {
    labels.forEach(label -> root.withArray("labels").add(label.text()));
    ObjectNode mapping = JSON.createObjectNode();
    for (Label label : labels) {
      Optional<Emotion> meaning = Optional.ofNullable(label.emotion());
      if (meaning.isEmpty() || !Labels.commonMeaning(label.text()).equals(meaning)) {
        mapping.put(label.text(), meaning.map(Emotion::name).orElse(Labels.IGNORED));
      }
    }
    if (!mapping.isEmpty()) {
      root.set("mapping", mapping);
    }
  }

  private static ObjectNode input(Input input) {
    ObjectNode node = JSON.createObjectNode();
    node.put("name", input.name());
    node.put("layout", input.layout().name());
    node.put("channels", input.channels());
    if (input.channels() > 1) {
      node.put("order", input.order().name());
    }
    node.put("height", input.height());
    node.put("width", input.width());
    input.mean().forEach(node.putArray("mean")::add);
    input.std().forEach(node.putArray("std")::add);
    return node;
  }

  private static ObjectNode crop(Crop crop) {
    ObjectNode node = JSON.createObjectNode();
    node.put("width", crop.width());
    node.put("height", crop.height());
    node.put("margin", crop.margin());
    if (!crop.landmarks().isEmpty()) {
      ObjectNode landmarks = node.putObject("landmarks");
      for (int i = 0; i < ModelCardReader.LANDMARKS.size(); i++) {
        Position place = crop.landmarks().get(i);
        landmarks
            .putObject(ModelCardReader.LANDMARKS.get(i))
            .put("x", place.x())
            .put("y", place.y());
      }
    }
    return node;
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
