package io.moodline.aggregator.api;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Answers that will hardly change get a strong entity tag, which is a hash of what they say: a
 * client that has the same already is told so instead of being sent it again. It has to ask, since
 * late records may still change a closed window.
 */
final class EntityTag {

  private EntityTag() {}

  /** Sends a body with its tag, or 304 without when the client's tag is the same. */
  static void send(Context request, String contentType, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String tag = "\"" + HexFormat.of().formatHex(sha256(bytes)) + "\"";
    request.header("ETag", tag).header("Cache-Control", "private, no-cache");
    if (matches(request.header("If-None-Match"), tag)) {
      request.status(304);
    } else {
      request.contentType(contentType).result(bytes);
    }
  }

  /** As RFC 9110 says: any of a list, weak or not, or {@code *}. */
  private static boolean matches(String asked, String tag) {
    return asked != null
        && Arrays.stream(asked.split(",", -1))
            .map(one -> one.strip().replaceFirst("^W/", ""))
            .anyMatch(one -> one.equals("*") || one.equals(tag));
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
