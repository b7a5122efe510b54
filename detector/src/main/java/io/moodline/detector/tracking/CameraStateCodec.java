package io.moodline.detector.tracking;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * {@link CameraState} as bytes, big-endian: a version byte; progress (four longs); capture time of
 * the last frame (long); number of tracks (short); for each track: first seen (long), index (int),
 * hits (long), confirmed (byte), last hit (long), and four filters of five doubles each, in the
 * order of {@link Motion} and {@link AxisFilter}.
 *
 * <p>Every version that was ever released must be read.
 */
public final class CameraStateCodec {

  private static final byte VERSION = 1;
  private static final int HEAD_BYTES = 1 + 5 * Long.BYTES + Short.BYTES;
  private static final int FILTER_BYTES = 5 * Double.BYTES;
  private static final int TRACK_BYTES = 3 * Long.BYTES + Integer.BYTES + 1 + 4 * FILTER_BYTES;

  private CameraStateCodec() {}

  /** The state as bytes of the newest version. */
  public static byte[] encode(CameraState state) {
    List<Track> tracks = state.tracker().tracks();
    ByteBuffer out = ByteBuffer.allocate(HEAD_BYTES + tracks.size() * TRACK_BYTES);
    Progress progress = state.progress();
    out.put(VERSION)
        .putLong(progress.session())
        .putLong(progress.lastSequence())
        .putLong(progress.olderSession())
        .putLong(progress.olderLastSequence())
        .putLong(state.tracker().lastCapturedAtMs())
        .putShort((short) tracks.size());
    tracks.forEach(track -> put(out, track));
    return out.array();
  }

  private static void put(ByteBuffer out, Track track) {
    out.putLong(track.firstSeenMs())
        .putInt(track.index())
        .putLong(track.hits())
        .put((byte) (track.confirmed() ? 1 : 0))
        .putLong(track.lastHitMs());
    put(out, track.motion().x());
    put(out, track.motion().y());
    put(out, track.motion().width());
    put(out, track.motion().height());
  }

  private static void put(ByteBuffer out, AxisFilter filter) {
    out.putDouble(filter.position())
        .putDouble(filter.velocity())
        .putDouble(filter.positionVariance())
        .putDouble(filter.covariance())
        .putDouble(filter.velocityVariance());
  }

  /**
   * The state that these bytes stand for.
   *
   * @throws IllegalArgumentException when they are of an unknown version or damaged
   */
  public static CameraState decode(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    try {
      byte version = in.get();
      if (version != VERSION) {
        throw new IllegalArgumentException(
            "a detector's state of version "
                + version
                + ", but this program knows version "
                + VERSION
                + " only: it was written by a newer one");
      }
      CameraState state = decodeVersion1(in);
      if (in.hasRemaining()) {
        throw new IllegalArgumentException(
            "a damaged detector's state: " + in.remaining() + " bytes too many");
      }
      return state;
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException(
          "a damaged detector's state: it ends after " + bytes.length + " bytes", e);
    }
  }

  private static CameraState decodeVersion1(ByteBuffer in) {
    Progress progress = new Progress(in.getLong(), in.getLong(), in.getLong(), in.getLong());
    long lastCapturedAtMs = in.getLong();
    int count = Short.toUnsignedInt(in.getShort());
    List<Track> tracks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      tracks.add(track(in));
    }
    return new CameraState(progress, new TrackerState(lastCapturedAtMs, tracks));
  }

  private static Track track(ByteBuffer in) {
    return new Track(
        in.getLong(),
        in.getInt(),
        in.getLong(),
        in.get() != 0,
        new Motion(in.getLong(), filter(in), filter(in), filter(in), filter(in)));
  }

  private static AxisFilter filter(ByteBuffer in) {
    return new AxisFilter(
        in.getDouble(), in.getDouble(), in.getDouble(), in.getDouble(), in.getDouble());
  }
}
