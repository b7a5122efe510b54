package io.moodline.aggregator.trend;

import io.moodline.aggregator.timeline.Sighting;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/**
 * A window while it is open: sums and counts, and the set of tracks seen, so that distinct tracks
 * are exact however windows are merged. Mutable, not thread-safe.
 */
public final class TrendAccumulator {

  private final TrendSums sums;
  private final Set<String> faces;

  /** An empty window. */
  public TrendAccumulator() {
    this(new TrendSums(), Set.of());
  }

  private TrendAccumulator(TrendSums sums, Set<String> faces) {
    this.sums = sums;
    this.faces = new HashSet<>(faces);
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

  /** One record that came too late to be counted in. */
  public void addLate() {
    sums.late++;
  }

  /** Adds another window to this one. */
  public void merge(TrendAccumulator other) {
    sums.merge(other.sums);
    faces.addAll(other.faces);
  }

  /** The tracks seen; a view. */
  public Set<String> faces() {
    return Collections.unmodifiableSet(faces);
  }

  TrendSums sums() {
    return sums;
  }

  /** Writes this down; {@link #readFrom} reads it. */
  public void writeTo(DataOutput out) throws IOException {
    sums.writeTo(out);
    out.writeInt(faces.size());
    for (String face : faces) {
      out.writeUTF(face);
    }
  }

  /** Reads what {@link #writeTo} wrote. */
  public static TrendAccumulator readFrom(DataInput in) throws IOException {
    TrendSums sums = TrendSums.readFrom(in);
    int size = in.readInt();
    Set<String> faces = new HashSet<>();
    for (int i = 0; i < size; i++) {
      faces.add(in.readUTF());
    }
    return new TrendAccumulator(sums, faces);
  }
}
