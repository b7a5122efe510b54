package io.moodline.aggregator.api;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Function;

/**
 * Merges what several cameras have, each newest first, into one list. Of each camera a few are read
 * at a time: what is in memory grows with the page, not with the page times the cameras.
 */
final class NewestFirst<T> {

  /** At most so many of one camera are read at once. */
  static final int MAX_CHUNK = 50;

  /** Reads what one camera has. */
  interface Source<T> {
    /** The first {@code limit} that come after a place, or fewer when that is all. */
    List<T> read(String camera, Position after, int limit);
  }

  private final class Camera {
    private final String id;
    private Deque<T> waiting = new ArrayDeque<>();
    private boolean more = true;

    Camera(String id) {
      this.id = id;
    }

    void readAfter(Position after) {
      if (waiting.isEmpty() && more) {
        waiting = new ArrayDeque<>(source.read(id, after, chunk));
        more = waiting.size() >= chunk;
      }
    }

    Position next() {
      return positions.apply(waiting.element());
    }
  }

  private final Function<T, Position> positions;
  private final Source<T> source;
  private final int chunk;

  private NewestFirst(Function<T, Position> positions, Source<T> source, int chunk) {
    this.positions = positions;
    this.source = source;
    this.chunk = chunk;
  }

  /** As many as {@link Listing#toRead} says of what was asked for, in order. */
  static <T> List<T> of(Listing asked, Function<T, Position> positions, Source<T> source) {
    int share = 1 + 2 * asked.toRead() / Math.max(1, asked.cameras().size());
    return new NewestFirst<>(positions, source, Math.min(MAX_CHUNK, share)).first(asked);
  }

  private List<T> first(Listing asked) {
    PriorityQueue<Camera> cameras =
        new PriorityQueue<>(Comparator.comparing(Camera::next, Position.NEWEST_FIRST));
    for (String id : asked.cameras()) {
      add(cameras, new Camera(id), asked.after());
    }
    List<T> found = new ArrayList<>();
    while (found.size() < asked.toRead() && !cameras.isEmpty()) {
      Camera newest = cameras.remove();
      T item = newest.waiting.remove();
      found.add(item);
      add(cameras, newest, positions.apply(item));
    }
    return found;
  }

  private void add(PriorityQueue<Camera> cameras, Camera camera, Position after) {
    camera.readAfter(after);
    if (!camera.waiting.isEmpty()) {
      cameras.add(camera);
    }
  }
}
