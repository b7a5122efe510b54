package io.moodline.aggregator.trend;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.datasketches.hash.MurmurHash3;
import org.apache.datasketches.hll.HllSketch;
import org.apache.datasketches.hll.TgtHllType;
import org.apache.datasketches.hll.Union;

/**
 * A set of tracks that only counts them: 64-bit hashes of their ids while there are up to {@value
 * #MAX_EXACT}, then an HLL sketch, whose count is off by 2.3 % (one standard error). Sets merge in
 * any order and grouping to the same count. Mutable, not thread-safe.
 */
public final class DistinctFaces {

  /** Up to so many are counted exactly. */
  public static final int MAX_EXACT = 100;

  /** 2^11 registers: a kilobyte. */
  private static final int LG_K = 11;

  /** The same in memory as when written down, so that nothing is converted in between. */
  private static final TgtHllType TYPE = TgtHllType.HLL_4;

  private static final byte EXACT = 1;
  private static final byte SKETCH = 2;

  /** How many are known by number only, and then one of the others. */
  private static final byte WITH_OTHERS = 3;

  /** Sorted, the first {@link #size} of them; not used any more once there is a sketch. */
  private long[] hashes = new long[4];

  private int size;
  private HllSketch sketch;

  /** Tracks of which nothing but their number is known: of before there were sets. */
  private long others;

  /** Adds a track. */
  public void add(String faceId) {
    addHash(MurmurHash3.hash(faceId.getBytes(StandardCharsets.UTF_8), 0)[0]);
  }

  /** Tracks of which only is known how many there were; none of them is in any other set. */
  public static DistinctFaces ofNumber(long count) {
    DistinctFaces faces = new DistinctFaces();
    faces.others = count;
    return faces;
  }

  private void addHash(long hash) {
    if (sketch != null) {
      sketch.update(hash);
      return;
    }
    int at = Arrays.binarySearch(hashes, 0, size, hash);
    if (at >= 0) {
      return;
    }
    if (size == MAX_EXACT) {
      startSketch();
      sketch.update(hash);
      return;
    }
    if (size == hashes.length) {
      hashes = Arrays.copyOf(hashes, Math.min(MAX_EXACT, size * 2));
    }
    int place = -at - 1;
    System.arraycopy(hashes, place, hashes, place + 1, size - place);
    hashes[place] = hash;
    size++;
  }

  private void startSketch() {
    sketch = new HllSketch(LG_K, TYPE);
    for (int i = 0; i < size; i++) {
      sketch.update(hashes[i]);
    }
    hashes = new long[0];
    size = 0;
  }

  /** Adds all tracks of another set, which stays as it is. */
  public void merge(DistinctFaces other) {
    others += other.others;
    if (other.sketch == null) {
      for (int i = 0; i < other.size; i++) {
        addHash(other.hashes[i]);
      }
      return;
    }
    if (sketch == null) {
      // No union, which would convert it twice: most often this one is empty.
      sketch = other.sketch.copy();
      for (int i = 0; i < size; i++) {
        sketch.update(hashes[i]);
      }
      hashes = new long[0];
      size = 0;
      return;
    }
    Union union = new Union(LG_K);
    union.update(sketch);
    union.update(other.sketch);
    sketch = union.getResult(TYPE);
  }

  /** How many tracks there are: exact up to {@value #MAX_EXACT}, then estimated. */
  public long count() {
    // The other estimate of a sketch depends on the order in which it was filled.
    return others + (sketch == null ? size : Math.round(sketch.getCompositeEstimate()));
  }

  /** Writes this down: a kind byte, then big-endian hashes in order, or a compact HLL_4 sketch. */
  public byte[] toBytes() {
    byte[] set = setBytes();
    return others == 0
        ? set
        : ByteBuffer.allocate(1 + Long.BYTES + set.length)
            .put(WITH_OTHERS)
            .putLong(others)
            .put(set)
            .array();
  }

  private byte[] setBytes() {
    if (sketch != null) {
      byte[] compact = sketch.toCompactByteArray();
      return ByteBuffer.allocate(1 + compact.length).put(SKETCH).put(compact).array();
    }
    ByteBuffer bytes = ByteBuffer.allocate(1 + size * Long.BYTES).put(EXACT);
    for (int i = 0; i < size; i++) {
      bytes.putLong(hashes[i]);
    }
    return bytes.array();
  }

  /**
   * Reads what {@link #toBytes} wrote; the buffer stays as it is.
   *
   * @param bytes null: nobody
   * @throws IllegalArgumentException when they are something else
   */
  public static DistinctFaces ofBytes(ByteBuffer bytes) {
    DistinctFaces faces = new DistinctFaces();
    if (bytes == null || !bytes.hasRemaining()) {
      return faces;
    }
    ByteBuffer in = bytes.duplicate();
    byte kind = in.get();
    if (kind == WITH_OTHERS && in.remaining() > Long.BYTES) {
      faces.others = in.getLong();
      kind = in.get();
    }
    if (kind == SKETCH) {
      byte[] compact = new byte[in.remaining()];
      in.get(compact);
      faces.sketch = HllSketch.heapify(compact);
      faces.hashes = new long[0];
    } else if (kind == EXACT && in.remaining() % Long.BYTES == 0) {
      faces.hashes = new long[Math.max(4, in.remaining() / Long.BYTES)];
      while (in.hasRemaining()) {
        faces.addHash(in.getLong());
      }
    } else {
      throw new IllegalArgumentException("these bytes are no set of faces: kind " + kind);
    }
    return faces;
  }

  @Override
  public String toString() {
    return count() + (sketch == null ? " faces" : " faces, estimated");
  }
}
