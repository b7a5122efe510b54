package io.moodline.aggregator.state;

import io.moodline.aggregator.moment.CameraDown;
import io.moodline.aggregator.moment.GroupSmile;

/** What the finders of a camera's moments must remember over a restart. */
public record MomentState(GroupSmile.State smile, CameraDown.State down) {

  /** Nothing yet. */
  public static final MomentState NONE =
      new MomentState(GroupSmile.State.NONE, CameraDown.State.NONE);
}
