package io.moodline.aggregator.api;

import io.javalin.http.Context;
import io.moodline.topics.Ids;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads the parameters of a request; what is wrong is named, with what is allowed. */
final class Params {

  private static final String TIME =
      "an ISO-8601 time with Z or an offset, such as 2026-05-01T12:00:00+02:00, or epoch"
          + " milliseconds";

  /** Every read takes it: {@code ok} accepts an answer from a copy. */
  static final String STALE = "stale";

  private static final String STALE_HEADER = "X-Moodline-Stale";

  private final Context request;
  private final Map<String, List<String>> values;
  private volatile boolean fromCopy;

  /**
   * @param allowed the parameters there are, beside {@link #STALE}
   * @throws Problem when the request has another one, or one twice, or an empty one
   */
  Params(Context request, String... allowed) {
    this.request = request;
    this.values = request.queryParamMap();
    Set<String> known = new TreeSet<>(List.of(allowed));
    known.add(STALE);
    values.forEach(
        (name, given) -> {
          if (!known.contains(name)) {
            throw Problem.unknownParameter(name, known);
          }
          if (given.size() > 1) {
            throw Problem.badParameter(name, String.join(", ", given), "given once");
          }
          if (given.get(0).isEmpty()) {
            throw Problem.badParameter(name, "", "left out, or have a value");
          }
        });
  }

  /**
   * The state as this request wants it read: with {@code stale=ok} from a copy when need be, which
   * the answer's header then says.
   */
  StateReader reading(StateReader state) {
    return oneOf(STALE, null, List.of("ok")) == null ? state : state.orCopies(this::tellOfCopy);
  }

  private void tellOfCopy() {
    fromCopy = true;
    request.header(STALE_HEADER, "true");
  }

  /** True when something was read from a copy so far. */
  boolean isFromCopy() {
    return fromCopy;
  }

  /** The text of a parameter, or null. */
  String text(String name) {
    List<String> given = values.get(name);
    return given == null ? null : given.get(0);
  }

  /** The id of a camera or site, or null. */
  String id(String name) {
    String text = text(name);
    if (text != null && !Ids.isValid(text)) {
      throw Problem.badParameter(
          name, text, "1 to 63 of the characters a-z, 0-9 and -, not beginning with -");
    }
    return text;
  }

  /** A time in epoch milliseconds, or {@code otherwise}. */
  Long time(String name, Long otherwise) {
    String text = text(name);
    return text == null ? otherwise : (Long) time(name, text);
  }

  static long time(String name, String text) {
    try {
      if (text.matches("\\d{1,15}")) {
        return Long.parseLong(text);
      }
      // A plus sign that was not written as %2B arrives as a space.
      long ms = Instant.parse(text.replace(' ', '+')).toEpochMilli();
      if (ms >= 0) {
        return ms;
      }
    } catch (DateTimeParseException | ArithmeticException e) {
      // Said below.
    }
    throw Problem.badParameter(name, text, TIME + ", not before 1970");
  }

  /** A number from 1 to {@code max}, or {@code otherwise}. */
  int limit(String name, int otherwise, int max) {
    String text = text(name);
    if (text == null) {
      return otherwise;
    }
    if (text.matches("\\d{1,9}")) {
      int value = Integer.parseInt(text);
      if (value >= 1 && value <= max) {
        return value;
      }
    }
    throw Problem.badParameter(name, text, "a whole number from 1 to " + max);
  }

  /** Where the page before ended, or null. */
  Position position(String name) {
    String text = text(name);
    return text == null
        ? null
        : Position.read(text)
            .orElseThrow(
                () -> Problem.badParameter(name, text, "next of an answer before, as it was"));
  }

  /** True when the parameter is {@code true}; false when it is {@code false} or not there. */
  boolean flag(String name) {
    return oneOf(name, "false", List.of("true", "false")).equals("true");
  }

  /** Like {@link #flag}, but null when the parameter is not there. */
  Boolean flagOrNull(String name) {
    return text(name) == null ? null : (Boolean) flag(name);
  }

  /** A number from 0 to 1, or {@code otherwise}. */
  double share(String name, double otherwise) {
    String text = text(name);
    if (text == null) {
      return otherwise;
    }
    if (text.matches("[01]|[01]?\\.\\d{1,9}")) {
      double value = Double.parseDouble(text);
      if (value <= 1) {
        return value;
      }
    }
    throw Problem.badParameter(name, text, "a number from 0 to 1");
  }

  /** One of some values, or {@code otherwise}. */
  String oneOf(String name, String otherwise, List<String> allowed) {
    String text = text(name);
    if (text == null) {
      return otherwise;
    }
    if (!allowed.contains(text)) {
      throw Problem.badParameter(name, text, "one of " + String.join(", ", allowed));
    }
    return text;
  }

  /** Refuses a range that ends before it begins. */
  static void requireOrder(long fromMs, long toMs) {
    if (fromMs >= toMs) {
      throw Problem.badParameter(
          "from",
          Instant.ofEpochMilli(fromMs).toString(),
          "before to, which is " + Instant.ofEpochMilli(toMs));
    }
  }
}
