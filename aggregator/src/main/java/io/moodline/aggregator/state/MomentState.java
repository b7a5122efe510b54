package io.moodline.aggregator.state;

import io.moodline.aggregator.moment.CameraDown;
import io.moodline.aggregator.moment.GroupSmile;
import io.moodline.aggregator.moment.MinuteWatch;

/** What the finders of a camera's moments must remember over a restart. */
public record MomentState(
    GroupSmile.State smile, CameraDown.State down, MinuteWatch.State minutes) {

  /** Nothing yet. */
  public static final MomentState NONE =
      new MomentState(GroupSmile.State.NONE, CameraDown.State.NONE, MinuteWatch.State.NONE);

  /** This, with another state of the group smile. */
  public MomentState with(GroupSmile.State other) {
    return new MomentState(other, down, minutes);
  }

  /** This, with another state of being down. */
  public MomentState with(CameraDown.State other) {
    return new MomentState(smile, other, minutes);
  }

  /** This, with another state of what is found by minutes. */
  public MomentState with(MinuteWatch.State other) {
    return new MomentState(smile, down, other);
  }
}
