package io.moodline.aggregator.state;

import io.moodline.aggregator.moment.CameraDown;
import io.moodline.aggregator.moment.GroupSmile;

/** What the finders of a camera's smiles and losses must remember over a restart. */
public record MomentState(GroupSmile.State smile, CameraDown.State down) {

  /** Nothing yet. */
  public static final MomentState NONE =
      new MomentState(GroupSmile.State.NONE, CameraDown.State.NONE);

  /** This, with another state of the group smile. */
  public MomentState with(GroupSmile.State other) {
    return new MomentState(other, down);
  }

  /** This, with another state of being down. */
  public MomentState with(CameraDown.State other) {
    return new MomentState(smile, other);
  }
}
