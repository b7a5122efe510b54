package io.moodline.classifier.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Reads the fields of one JSON object. Whatever is not as it must be is refused by file, field,
 * value and what is allowed; so is a field that nobody asked for, as it is most likely misspelt.
 */
final class JsonFields {

  private final String origin;
  private final String path;
  private final JsonNode node;
  private final Set<String> known = new TreeSet<>();

  /**
   * @param origin the file, for messages
   * @param path of the object within the file, ending in a dot unless it is the file's root
   */
  JsonFields(String origin, String path, JsonNode node) {
    this.origin = origin;
    this.path = path;
    this.node = node;
  }

  /** The named object's fields. */
  JsonFields object(String name) {
    JsonNode value = required(name, "an object", JsonNode::isObject);
    return new JsonFields(origin, path + name + ".", value);
  }

  /** True when the field is there; it counts as known from now on. */
  boolean has(String name) {
    known.add(name);
    return node.has(name);
  }

  String text(String name) {
    return text(name, "(?s).*\\S.*", "text that is not empty");
  }

  String text(String name, String regex, String allowed) {
    return required(name, allowed, v -> v.isTextual() && v.textValue().matches(regex)).textValue();
  }

  List<String> texts(String name, int min, String allowed) {
    JsonNode list = required(name, allowed, v -> v.isArray() && v.size() >= min);
    return elements(
        name, list, allowed, v -> v.isTextual() && !v.textValue().isBlank(), JsonNode::textValue);
  }

  int integer(String name, int min, int max) {
    return required(
            name,
            "a whole number from " + min + " to " + max,
            v -> v.isIntegralNumber() && v.canConvertToInt() && in(v.intValue(), min, max))
        .intValue();
  }

  double number(String name, double min, double max) {
    return required(name, allowed(min, max), v -> v.isNumber() && in(v.doubleValue(), min, max))
        .doubleValue();
  }

  List<Double> numbers(String name, int count, double min, double max) {
    String allowed =
        "a list of " + count + (count == 1 ? " number" : " numbers, each") + " " + range(min, max);
    JsonNode list = required(name, allowed, v -> v.isArray() && v.size() == count);
    return elements(
        name,
        list,
        allowed,
        v -> v.isNumber() && in(v.doubleValue(), min, max),
        JsonNode::doubleValue);
  }

  /** One of an enum's constants, in upper or lower case. */
  <E extends Enum<E>> E choice(String name, Class<E> type) {
    E[] all = type.getEnumConstants();
    String allowed = Arrays.stream(all).map(Enum::name).collect(Collectors.joining(" or "));
    String text =
        required(
                name,
                allowed,
                v ->
                    v.isTextual()
                        && Arrays.stream(all).anyMatch(e -> e.name().equalsIgnoreCase(v.asText())))
            .textValue();
    return Arrays.stream(all).filter(e -> e.name().equalsIgnoreCase(text)).findFirst().get();
  }

  /** Names of all fields there are; they count as known from now on. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    for (Iterator<String> all = node.fieldNames(); all.hasNext(); ) {
      names.add(all.next());
    }
    known.addAll(names);
    return names;
  }

  /**
   * Refuses fields that were not asked for.
   *
   * @throws ModelException when there is one
   */
  void refuseOthers() {
    for (Iterator<String> all = node.fieldNames(); all.hasNext(); ) {
      String name = all.next();
      if (!known.contains(name)) {
        throw new ModelException(
            origin
                + ": "
                + path
                + name
                + " is no field of a model card; known "
                + (path.isEmpty() ? "" : "in " + path.substring(0, path.length() - 1) + " ")
                + "are "
                + String.join(", ", known));
      }
    }
  }

  /** The refusal of a value that is there. */
  ModelException refusal(String name, Object value, String allowed) {
    return new ModelException(
        origin + ": " + path + name + " is " + value + ", but must be " + allowed);
  }

  private JsonNode required(String name, String allowed, Predicate<JsonNode> accepted) {
    known.add(name);
    JsonNode value = node.get(name);
    if (value == null || value.getNodeType() == JsonNodeType.NULL) {
      throw new ModelException(origin + ": " + path + name + " is missing; it must be " + allowed);
    }
    if (!accepted.test(value)) {
      throw refusal(name, value, allowed);
    }
    return value;
  }

  private interface Conversion<T> {
    T of(JsonNode value);
  }

  private <T> List<T> elements(
      String name,
      JsonNode list,
      String allowed,
      Predicate<JsonNode> accepted,
      Conversion<T> conversion) {
    List<T> all = new ArrayList<>();
    for (JsonNode value : list) {
      if (!accepted.test(value)) {
        throw refusal(name, list, allowed);
      }
      all.add(conversion.of(value));
    }
    return all;
  }

  private static boolean in(double value, double min, double max) {
    return value >= min && value <= max;
  }

  private static String allowed(double min, double max) {
    return "a number " + range(min, max);
  }

  private static String range(double min, double max) {
    return "from " + min + " to " + max;
  }
}
