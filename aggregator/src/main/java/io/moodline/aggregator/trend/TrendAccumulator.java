package io.moodline.aggregator.trend;

import io.moodline.aggregator.timeline.Sighting;
import io.moodline.schemas.Trend;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * What a window holds: sums and counts, and the set of distinct tracks. All of it merges in any
 * order. Mutable, not thread-safe.
 */
public final class TrendAccumulator {

  /** The version that {@link #writeTo} writes. */
  public static final int VERSION = 2;

  private final TrendSums sums;
  private final DistinctFaces faces;

  /** An empty window. */
  public TrendAccumulator() {
    this(new TrendSums(), new DistinctFaces());
  }

  private TrendAccumulator(TrendSums sums, DistinctFaces faces) {
    this.sums = sums;
    this.faces = faces;
  }

  /** What a record holds; of one of before there were sets of faces, their number. */
  public static TrendAccumulator of(Trend trend) {
    DistinctFaces faces =
        trend.getFacesSketch() == null
            ? DistinctFaces.ofNumber(trend.getFaces())
            : DistinctFaces.ofBytes(trend.getFacesSketch());
    return new TrendAccumulator(TrendSums.of(trend), faces);
  }

  /** One more classified frame, with or without faces. */
  public void addFrame(int facesInIt) {
    sums.addFrame(facesInIt);
  }

  /** One more face in one frame; its face time is added apart. */
  public void add(Sighting seen) {
    sums.add(seen);
    faces.add(seen.faceId());
  }

  /** Time during which some face was watched, milliseconds. */
  public void addFaceTime(long ms) {
    sums.faceMs += ms;
  }

  /** Time during which the camera was down, milliseconds. */
  public void addDownTime(long ms) {
    sums.downMs += ms;
  }

  /** One record that came too late to be counted in. */
  public void addLate() {
    sums.late++;
  }

  /** Adds another window to this one. */
  public void merge(TrendAccumulator other) {
    sums.merge(other.sums);
    faces.merge(other.faces);
  }

  /** The tracks seen. */
  public DistinctFaces faces() {
    return faces;
  }

  TrendSums sums() {
    return sums;
  }

  /** True when this may be {@code earlier} after more came to it: nothing in it is less. */
  public boolean mayFollow(TrendAccumulator earlier) {
    return sums.frames >= earlier.sums.frames
        && sums.observations >= earlier.sums.observations
        && sums.late >= earlier.sums.late
        && sums.downMs >= earlier.sums.downMs;
  }

  /** Writes this down; {@link #readFrom} reads it. */
  public void writeTo(DataOutput out) throws IOException {
    sums.writeTo(out);
    byte[] bytes = faces.toBytes();
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /**
   * Reads what {@link #writeTo} wrote.
   *
   * @param version of which it is; the first had the ids of tracks themselves
   */
  public static TrendAccumulator readFrom(DataInput in, int version) throws IOException {
    TrendSums sums = TrendSums.readFrom(in, version);
    int size = in.readInt();
    if (version == 1) {
      DistinctFaces faces = new DistinctFaces();
      for (int i = 0; i < size; i++) {
        faces.add(in.readUTF());
      }
      return new TrendAccumulator(sums, faces);
    }
    byte[] bytes = new byte[size];
    in.readFully(bytes);
    return new TrendAccumulator(sums, DistinctFaces.ofBytes(ByteBuffer.wrap(bytes)));
  }
}
