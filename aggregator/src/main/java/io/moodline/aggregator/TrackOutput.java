package io.moodline.aggregator;

import io.moodline.aggregator.timeline.Sighting;
import io.moodline.schemas.FaceTimeline;

/** What the timelines processor tells the ones after it. Keys are camera ids. */
sealed interface TrackOutput extends MomentInput {

  /**
   * A face was seen in a frame.
   *
   * @param clockMs the camera's clock now
   */
  record Seen(Sighting sighting, long clockMs) implements TrackOutput {}

  /** A frame was classified. */
  record FrameDone(long atMs, int faces, long clockMs) implements TrackOutput {}

  /** Only the clock has moved. */
  record ClockMoved(long clockMs) implements TrackOutput {}

  /** An event of a track that is closed already. */
  record LateEvent(long atMs, long clockMs) implements TrackOutput {}

  /**
   * Everything open of the camera is over: it is silent, has ended, or its clock was turned back.
   */
  record Over() implements TrackOutput {}

  /** A track is over; exactly one a track. */
  record Finished(FaceTimeline timeline) implements TrackOutput {}

  /** A record that cannot be used; the forwarded record's headers say why. */
  record Rejected(byte[] key, byte[] value) implements TrackOutput {}
}
