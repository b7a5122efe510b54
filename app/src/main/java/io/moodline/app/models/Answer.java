package io.moodline.app.models;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a server's status and headers say about a download. */
final class Answer {

  private static final int OK = 200;
  private static final int PARTIAL_CONTENT = 206;
  private static final int RANGE_NOT_SATISFIABLE = 416;

  /** Statuses that may be others a moment later: timeouts, too many requests, early data. */
  private static final Set<Integer> PASSING = Set.of(408, 425, 429);

  private static final Pattern CONTENT_RANGE =
      Pattern.compile("bytes (\\d{1,18})-\\d+/(\\d{1,18}|\\*)");

  private final HttpResponse<?> response;

  Answer(HttpResponse<?> response) {
    this.response = response;
  }

  /** Who answered, for messages. */
  String origin() {
    return Origin.shown(response.uri());
  }

  boolean isPart() {
    return response.statusCode() == PARTIAL_CONTENT;
  }

  boolean isUnsatisfiable() {
    return response.statusCode() == RANGE_NOT_SATISFIABLE;
  }

  /**
   * @throws PullException when the server refuses for good
   * @throws IOException when it may answer otherwise soon
   */
  void requireSuccess() throws IOException {
    int status = response.statusCode();
    if (status == OK || isPart() || isUnsatisfiable()) {
      return;
    }
    String message = origin() + " answers with status " + status + reason(status);
    if (status >= 500 || PASSING.contains(status)) {
      throw new IOException(message);
    }
    throw new PullException(message);
  }

  private static String reason(int status) {
    return switch (status) {
      case 401, 403, 407 -> " (not allowed)";
      case 404, 410 -> " (not there)";
      case 429 -> " (too many requests)";
      case 503 -> " (not available now)";
      default -> "";
    };
  }

  /** Whether this part begins where what is there ends, and is of the same file. */
  boolean continues(long there, Optional<String> etag) {
    Optional<String> now = strongEtag();
    if (etag.isPresent() && now.isPresent() && !etag.equals(now)) {
      return false;
    }
    Matcher range = contentRange();
    return there > 0 && range.matches() && Long.parseLong(range.group(1)) == there;
  }

  /**
   * @throws PullException when the server's whole file has another size: it is another file
   */
  void requireSize(long size) throws PullException {
    OptionalLong offered =
        isPart() ? total() : response.headers().firstValueAsLong("Content-Length");
    if (offered.isPresent() && offered.getAsLong() != size) {
      throw new PullException(
          "%s offers %d bytes%s, but the file has %d"
              .formatted(origin(), offered.getAsLong(), type(), size));
    }
  }

  private OptionalLong total() {
    Matcher range = contentRange();
    return !range.matches() || range.group(2).equals("*")
        ? OptionalLong.empty()
        : OptionalLong.of(Long.parseLong(range.group(2)));
  }

  private Matcher contentRange() {
    return CONTENT_RANGE.matcher(response.headers().firstValue("Content-Range").orElse(""));
  }

  private String type() {
    return response
        .headers()
        .firstValue("Content-Type")
        .filter(type -> type.startsWith("text/"))
        .map(type -> " of " + type)
        .orElse("");
  }

  /** The server's name for this content; a weak one says nothing about single bytes. */
  Optional<String> strongEtag() {
    return response.headers().firstValue("ETag").filter(etag -> etag.matches("\"[!-~&&[^\"]]*\""));
  }
}
