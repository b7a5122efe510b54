package io.moodline.aggregator.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in a list that goes from the newest to the oldest: what has the same time is ordered by
 * id, the last first, as the stores have it.
 *
 * @param ms time, epoch milliseconds
 */
public record Position(long ms, String id) {

  /** From the newest on. */
  static final Comparator<Position> NEWEST_FIRST =
      Comparator.comparingLong(Position::ms).thenComparing(Position::id).reversed();

  private static final Pattern TEXT = Pattern.compile("(\\d{1,15})\\|(.{1,200})", Pattern.DOTALL);

  private static final Pattern FACE = Pattern.compile("[^:]*:(\\d{1,15}):.*", Pattern.DOTALL);

  /**
   * Where a face is in a list: by the time in its id, which is that of its track's first frame, as
   * the stores have it. When it was first judged is later, by more or less.
   */
  static Position ofFace(String faceId) {
    Matcher matcher = FACE.matcher(faceId);
    return new Position(matcher.matches() ? Long.parseLong(matcher.group(1)) : 0, faceId);
  }

  /** True when it comes later in the list than {@code other}; everything comes after null. */
  boolean isAfter(Position other) {
    return other == null || NEWEST_FIRST.compare(this, other) > 0;
  }

  /** Text that callers hand back as it is. */
  String cursor() {
    byte[] text = (ms + "|" + id).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
  }

  /** Reads a cursor; empty when it is none. */
  static Optional<Position> read(String cursor) {
    try {
      byte[] text = Base64.getUrlDecoder().decode(cursor);
      Matcher matcher = TEXT.matcher(new String(text, StandardCharsets.UTF_8));
      return matcher.matches()
          ? Optional.of(new Position(Long.parseLong(matcher.group(1)), matcher.group(2)))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
