package io.moodline.aggregator.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import io.moodline.topics.CameraRules;
import java.util.Iterator;
import java.util.List;

/** A test picture of a source, before a camera is registered. */
final class ProbeApi {

  private static final String SOURCE = "source";

  private final SourceProbe probe;
  private final boolean localSources;

  ProbeApi(SourceProbe probe, boolean localSources) {
    this.probe = probe;
    this.localSources = localSources;
  }

  void picture(Context request) {
    String source = source(JsonBody.of(request));
    CameraRequest.requireAllowed(source, localSources);
    try {
      request.contentType("image/jpeg").result(probe.picture(source));
    } catch (ProbeFailure e) {
      throw e.problem();
    }
  }

  private static String source(JsonNode body) {
    if (!body.isObject()) {
      throw Problem.badParameter("the body", null, "a JSON object with source");
    }
    for (Iterator<String> names = body.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!name.equals(SOURCE)) {
        throw Problem.unknownParameter(name, List.of(SOURCE));
      }
    }
    JsonNode value = body.get(SOURCE);
    String text = value == null || !value.isTextual() ? "" : value.textValue().strip();
    if (text.isEmpty() || text.chars().anyMatch(Character::isISOControl)) {
      throw Problem.brokenRule(
          SOURCE, "source must be text that is not blank and has no control characters");
    }
    for (CameraRules.Violation violation : CameraRules.sourceViolations(text)) {
      throw Problem.brokenRule(violation.field(), violation.message());
    }
    return text;
  }
}
