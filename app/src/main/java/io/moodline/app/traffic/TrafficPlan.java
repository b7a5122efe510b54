package io.moodline.app.traffic;

import io.moodline.schemas.Camera;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * What is to happen before which cameras. The same plan gives the same records, however often it is
 * played. Immutable.
 *
 * @param seed of everything that is left to chance
 * @param fromMs begin, epoch milliseconds
 * @param toMs end (exclusive), epoch milliseconds
 * @param statusEveryMs how often cameras say how they do, milliseconds; 0: never
 * @param mishaps what goes wrong
 * @param cameras whose ids differ
 */
public record TrafficPlan(
    long seed,
    long fromMs,
    long toMs,
    long statusEveryMs,
    Mishaps mishaps,
    List<TrafficCamera> cameras) {

  /** Refuses cameras of one id. */
  public TrafficPlan {
    cameras = List.copyOf(cameras);
    Set<String> ids = new HashSet<>();
    for (TrafficCamera camera : cameras) {
      if (!ids.add(camera.id())) {
        throw new IllegalArgumentException("there are two cameras \"" + camera.id() + "\"");
      }
    }
  }

  /** The cameras as they are registered. */
  public List<Camera> registrations() {
    return cameras.stream().map(camera -> camera.registered(fromMs)).toList();
  }

  /** All records of one camera, in the order that they are written. */
  public Iterator<TrafficRecord> play(TrafficCamera camera) {
    return new CameraTraffic(this, camera);
  }

  /**
   * All records of all cameras, in the order that they are written. They are made as they are asked
   * for: what is in memory does not grow with the time that is played.
   */
  public Iterator<TrafficRecord> play() {
    return new Merged(cameras.stream().map(this::play).toList());
  }

  /** Several orderly iterators as one. */
  private static final class Merged implements Iterator<TrafficRecord> {

    private record Head(TrafficRecord record, Iterator<TrafficRecord> rest) {}

    private final PriorityQueue<Head> heads =
        new PriorityQueue<>(
            Comparator.comparingLong((Head head) -> head.record().writtenAtMs())
                .thenComparing(head -> head.record().cameraId()));

    private Merged(List<Iterator<TrafficRecord>> parts) {
      parts.forEach(this::add);
    }

    private void add(Iterator<TrafficRecord> part) {
      if (part.hasNext()) {
        heads.add(new Head(part.next(), part));
      }
    }

    @Override
    public boolean hasNext() {
      return !heads.isEmpty();
    }

    @Override
    public TrafficRecord next() {
      Head head = heads.remove();
      add(head.rest());
      return head.record();
    }
  }
}
