package io.moodline.aggregator.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.List;

/**
 * Reads fields of the objects within a body; what has a wrong type or name is named, with what is
 * allowed. What is absent or null is null.
 */
final class JsonFields {

  private JsonFields() {}

  static boolean isAbsent(JsonNode value) {
    return value == null || value.isNull();
  }

  static String text(String field, JsonNode value) {
    if (isAbsent(value)) {
      return null;
    }
    if (!value.isTextual() || value.textValue().chars().anyMatch(Character::isISOControl)) {
      throw Problem.badParameter(field, value.toString(), "text without control characters");
    }
    return value.textValue().strip();
  }

  static Integer whole(String field, JsonNode value) {
    if (isAbsent(value)) {
      return null;
    }
    if (!value.isIntegralNumber() || !value.canConvertToInt()) {
      throw Problem.badParameter(field, value.toString(), "a whole number");
    }
    return value.intValue();
  }

  static Double number(String field, JsonNode value) {
    if (isAbsent(value)) {
      return null;
    }
    if (!value.isNumber()) {
      throw Problem.badParameter(field, value.toString(), "a number");
    }
    return value.doubleValue();
  }

  static boolean flag(String field, JsonNode value, boolean otherwise) {
    if (isAbsent(value)) {
      return otherwise;
    }
    if (!value.isBoolean()) {
      throw Problem.badParameter(field, value.toString(), "true or false");
    }
    return value.booleanValue();
  }

  static void requireFields(String field, JsonNode value, List<String> allowed) {
    if (!value.isObject()) {
      throw Problem.badParameter(
          field, value.toString(), "a JSON object with " + String.join(", ", allowed));
    }
    for (Iterator<String> names = value.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!allowed.contains(name)) {
        throw Problem.unknownParameter(field + "." + name, allowed);
      }
    }
  }

  static void requireArray(String field, JsonNode value, String allowed) {
    if (isAbsent(value) || !value.isArray()) {
      throw Problem.badParameter(field, value == null ? null : value.toString(), allowed);
    }
  }
}
