package io.moodline.app.models;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Keeps what a download tells. */
final class PullRecorder implements PullListener {

  private final List<String> events = new ArrayList<>();

  List<String> events() {
    return List.copyOf(events);
  }

  @Override
  public void begins(String origin, long from) {
    events.add("begins " + from);
  }

  @Override
  public void received(long bytes, long of) {
    events.add("received " + bytes + " of " + of);
  }

  @Override
  public void triesAgain(String why, Duration pause) {
    events.add("again: " + why);
  }
}
