package io.moodline.classifier.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A good card as JSON, to be spoilt field by field, and written beside a model. Immutable. */
public final class CardJson {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String GOOD =
      """
      {"format": 1, "name": "tiny", "version": "3", "file": "tiny.onnx",
       "sha256": "%s",
       "labels": ["happy", "SADNESS", "angry"],
       "input": {"name": "x", "layout": "NCHW", "channels": 1, "height": 8, "width": 8,
                 "mean": [0], "std": [1]},
       "output": {"name": "y", "kind": "logits", "temperature": 1},
       "crop": {"width": 8, "height": 8, "margin": 0.1,
                "landmarks": {"rightEye": {"x": 0.3, "y": 0.4}, "leftEye": {"x": 0.7, "y": 0.4},
                              "noseTip": {"x": 0.5, "y": 0.6},
                              "rightMouthCorner": {"x": 0.35, "y": 0.8},
                              "leftMouthCorner": {"x": 0.65, "y": 0.8}}},
       "licence": "CC0-1.0", "training": "none", "measured": {"accuracy": 0.5}}
      """
          .formatted("0".repeat(64));

  private final ObjectNode card;

  private CardJson(ObjectNode card) {
    this.card = card;
  }

  public static CardJson good() {
    return new CardJson((ObjectNode) parse(GOOD));
  }

  /**
   * A copy with one field changed.
   *
   * @param path its names, separated by dots; parents must exist
   * @param json its new value
   */
  public CardJson with(String path, String json) {
    ObjectNode copy = card.deepCopy();
    parent(copy, path).set(last(path), parse(json));
    return new CardJson(copy);
  }

  /** A copy without a field. */
  public CardJson without(String path) {
    ObjectNode copy = card.deepCopy();
    parent(copy, path).remove(last(path));
    return new CardJson(copy);
  }

  public ModelCard read() {
    return ModelCardReader.read("tiny.json", bytes());
  }

  /** Writes a model and this card, with the right name and sum, into a folder. */
  public Path writeWith(byte[] onnx, Path folder) throws IOException {
    Path file = folder.resolve("tiny.onnx");
    Files.write(file, onnx);
    Files.write(
        folder.resolve("tiny.json"), with("sha256", '"' + Models.sha256(onnx) + '"').bytes());
    return file;
  }

  public byte[] bytes() {
    return card.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static ObjectNode parent(ObjectNode root, String path) {
    JsonNode node = root;
    String[] names = path.split("\\.");
    for (int i = 0; i < names.length - 1; i++) {
      node = node.get(names[i]);
    }
    return (ObjectNode) node;
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  private static JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
