package io.moodline.app.evaluate.tracking;

import io.moodline.app.demo.DemoOptions;

/** What kind of scene faces are followed in. */
public enum SceneKind {
  /** The demo venue: people of about one size and height who come, stand and go. */
  DEMO(DemoOptions.MAX_FACES),
  /** People of many sizes who walk, stand about, turn, hide and come back. */
  CROWD(Condition.MAX_FACES);

  private final int maxFaces;

  SceneKind(int maxFaces) {
    this.maxFaces = maxFaces;
  }

  /** True when there are scenes with so many faces. */
  public boolean has(Condition condition) {
    return condition.faces() <= maxFaces;
  }
}
