package io.moodline.detector.models;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The model files that Moodline knows, those it recommends first. Immutable.
 *
 * @param models no two of one name, alias or file
 */
public record ModelCatalogue(List<KnownModel> models) {

  private static final String RESOURCE = "catalogue.json";
  private static final int FORMAT = 1;

  /**
   * @throws IllegalArgumentException when a name, alias or file is there twice, naming it
   */
  public ModelCatalogue {
    models = List.copyOf(models);
    Set<String> names = new HashSet<>();
    for (KnownModel model : models) {
      requireNew(names, model.name());
      requireNew(names, model.file());
      model.aliases().forEach(alias -> requireNew(names, alias));
    }
  }

  private static void requireNew(Set<String> names, String name) {
    if (!names.add(name)) {
      throw new IllegalArgumentException("the catalogue has \"" + name + "\" twice");
    }
  }

  /** The catalogue that comes with Moodline. */
  public static ModelCatalogue bundled() {
    try (InputStream in = ModelCatalogue.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("the build left out " + RESOURCE);
      }
      return read(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a catalogue.
   *
   * @param json its content
   * @throws IllegalArgumentException when it is none, saying what is wrong
   */
  static ModelCatalogue read(byte[] json) {
    JsonNode root;
    try {
      root = new JsonMapper().readTree(json);
    } catch (IOException e) {
      throw new IllegalArgumentException("the catalogue is not JSON: " + e.getMessage(), e);
    }
    if (root.path("format").asInt() != FORMAT) {
      throw new IllegalArgumentException(
          "the catalogue's format is " + root.path("format") + ", but must be " + FORMAT);
    }
    List<KnownModel> models = new ArrayList<>();
    root.path("models").forEach(model -> models.add(model(model)));
    return new ModelCatalogue(models);
  }

  private static KnownModel model(JsonNode json) {
    List<String> aliases = new ArrayList<>();
    json.path("aliases").forEach(alias -> aliases.add(alias.asText()));
    return new KnownModel(
        text(json, "name"),
        aliases,
        text(json, "file"),
        URI.create(text(json, "url")),
        text(json, "sha256"),
        json.path("size").asLong(),
        text(json, "licence"),
        text(json, "purpose"));
  }

  private static String text(JsonNode json, String field) {
    if (!json.path(field).isTextual()) {
      throw new IllegalArgumentException("a model of the catalogue has no " + field + ": " + json);
    }
    return json.path(field).textValue();
  }

  /** The model of a name or an alias. */
  public Optional<KnownModel> named(String name) {
    return models.stream()
        .filter(model -> model.name().equals(name) || model.aliases().contains(name))
        .findFirst();
  }

  /** The model of a file name, as it must be in the model folder. */
  public Optional<KnownModel> ofFile(String file) {
    return models.stream().filter(model -> model.file().equals(file)).findFirst();
  }

  /** Every name and alias, for messages. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    models.forEach(model -> names.addAll(model.aliases()));
    models.forEach(model -> names.add(model.name()));
    return names;
  }
}
