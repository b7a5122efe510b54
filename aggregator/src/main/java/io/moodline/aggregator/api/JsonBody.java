package io.moodline.aggregator.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import java.io.IOException;

/** Reads the JSON of a request. */
final class JsonBody {

  private static final ObjectMapper JSON = new ObjectMapper();

  private JsonBody() {}

  /**
   * The body.
   *
   * @throws Problem when it is not said to be JSON, or is none. A page of another site can send a
   *     form, but no JSON, without being asked first.
   */
  static JsonNode of(Context request) {
    String type = request.contentType();
    if (type == null || !type.split(";", 2)[0].strip().equalsIgnoreCase("application/json")) {
      throw Problem.of(
          415, "Unsupported media type", "Content-Type must be application/json, but is " + type);
    }
    try {
      return JSON.readTree(request.bodyAsBytes());
    } catch (JsonProcessingException e) {
      throw Problem.of(400, "Bad JSON", "the body is no JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw Problem.of(400, "Bad JSON", "the body cannot be read: " + e.getMessage());
    }
  }
}
