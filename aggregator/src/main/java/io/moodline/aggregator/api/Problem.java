package io.moodline.aggregator.api;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An error that the caller is told of, as {@code application/problem+json} (RFC 9457): what was
 * wrong, and what is allowed.
 */
public final class Problem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String title;
  private final String parameter;
  private final String allowed;

  private Problem(int status, String title, String detail, String parameter, String allowed) {
    super(detail);
    this.status = status;
    this.title = title;
    this.parameter = parameter;
    this.allowed = allowed;
  }

  /** A parameter or field that is not allowed. */
  public static Problem badParameter(String parameter, String value, String allowed) {
    String given = value == null ? "is missing" : "is \"" + value + "\"";
    return new Problem(
        400,
        "Bad parameter",
        parameter + " " + given + ", but must be " + allowed,
        parameter,
        allowed);
  }

  /**
   * A field that breaks a rule.
   *
   * @param rule what is wrong with it, and what is allowed
   */
  public static Problem brokenRule(String field, String rule) {
    return new Problem(400, "Bad field", rule, field, rule);
  }

  /** A parameter or field that does not exist. */
  public static Problem unknownParameter(String name, Iterable<String> known) {
    String allowed = String.join(", ", known);
    String detail =
        "there is no \""
            + name
            + "\" here; "
            + (allowed.isEmpty() ? "no parameter is allowed" : "allowed are " + allowed);
    return new Problem(400, "Unknown parameter", detail, name, allowed);
  }

  /** Something that does not exist. */
  public static Problem notFound(String detail) {
    return new Problem(404, "Not found", detail, null, null);
  }

  /** Anything else. */
  public static Problem of(int status, String title, String detail) {
    return new Problem(status, title, detail, null, null);
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** The answer's body. */
  Map<String, Object> body() {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", "about:blank");
    body.put("title", title);
    body.put("status", status);
    body.put("detail", getMessage());
    if (parameter != null) {
      body.put("parameter", parameter);
      body.put("allowed", allowed);
    }
    return body;
  }
}
