package io.moodline.ingest.camera;

import io.moodline.ingest.EncodedPicture;
import io.moodline.ingest.FrameSource;
import io.moodline.ingest.SourceException;

/** A source whose pictures are numbers; what it does at each is the test's affair. */
final class FakeSource implements FrameSource {

  /** What happens when a picture is grabbed. */
  interface Grab {
    /** Returns false at the end; may wait, throw or hang. */
    boolean at(int index) throws SourceException;
  }

  private final boolean live;
  private final long durationMs;
  private final Grab grab;
  private final boolean frozen;
  private int index = -1;
  private volatile boolean closed;

  private FakeSource(boolean live, long durationMs, boolean frozen, Grab grab) {
    this.frozen = frozen;
    this.live = live;
    this.durationMs = durationMs;
    this.grab = grab;
  }

  static FakeSource file(int pictures) {
    return new FakeSource(false, pictures * 40L, false, index -> index < pictures);
  }

  static FakeSource file(int pictures, Grab grab) {
    return new FakeSource(false, pictures * 40L, false, grab);
  }

  static FakeSource live(Grab grab) {
    return new FakeSource(true, 0, false, grab);
  }

  /** Gives its first picture again and again. */
  static FakeSource frozen() {
    return new FakeSource(true, 0, true, index -> true);
  }

  boolean closed() {
    return closed;
  }

  @Override
  public boolean live() {
    return live;
  }

  @Override
  public long durationMs() {
    return durationMs;
  }

  @Override
  public boolean grab() throws SourceException {
    index++;
    return grab.at(index);
  }

  @Override
  public long positionMs() {
    return frozen ? 0 : index * 40L;
  }

  @Override
  public EncodedPicture encode() {
    return new EncodedPicture(4, 2, new byte[] {(byte) index});
  }

  @Override
  public void close() {
    closed = true;
  }
}
