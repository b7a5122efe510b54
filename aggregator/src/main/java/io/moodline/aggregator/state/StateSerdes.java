package io.moodline.aggregator.state;

import io.moodline.aggregator.clock.CameraClock;
import io.moodline.aggregator.moment.MinuteWatch;
import io.moodline.aggregator.timeline.Probabilities;
import io.moodline.aggregator.timeline.Series;
import io.moodline.aggregator.trend.ScopeState;
import io.moodline.aggregator.trend.TrendAccumulator;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serde;

/** Serdes of the state that only this service reads. */
public final class StateSerdes {

  private StateSerdes() {}

  /** Open windows. */
  public static Serde<TrendAccumulator> openTrend() {
    return new BinarySerde<>(
        "an open window",
        TrendAccumulator.VERSION,
        TrendAccumulator::writeTo,
        TrendAccumulator::readFrom);
  }

  /** What scopes remember besides their windows. */
  public static Serde<ScopeState> scopeState() {
    return new BinarySerde<>(
        "a scope's state", ScopeState.VERSION, ScopeState::writeTo, ScopeState::readFrom);
  }

  /** Open tracks. */
  public static Serde<OpenTrack> openTrack() {
    return new BinarySerde<>(
        "an open track", OpenTrackCodec.VERSION, OpenTrackCodec::write, OpenTrackCodec::read);
  }

  /** Points of open tracks' series. */
  public static Serde<Series.Point> seriesPoint() {
    return new BinarySerde<>(
        "a point of a series", StateSerdes::writePoint, StateSerdes::readPoint);
  }

  /** The ledger. */
  public static Serde<LedgerEntry> ledger() {
    return new BinarySerde<>(
        "a ledger entry",
        (entry, out) -> {
          out.writeLong(entry.captured());
          out.writeLong(entry.classified());
          out.writeLong(entry.shed());
          out.writeLong(entry.deadLettered());
        },
        in -> new LedgerEntry(in.readLong(), in.readLong(), in.readLong(), in.readLong()));
  }

  /** What is remembered of minutes. */
  public static Serde<MinuteWatch.State> minutes() {
    return new BinarySerde<>(
        "the state of minutes", MomentStateCodec::writeMinutes, MomentStateCodec::readMinutes);
  }

  /** What finders of moments remember. */
  public static Serde<MomentState> moment() {
    return new BinarySerde<>(
        "a moment's state",
        MomentStateCodec.VERSION,
        MomentStateCodec::write,
        MomentStateCodec::read);
  }

  /** Cameras' clocks. */
  public static Serde<CameraClock> clock() {
    return new BinarySerde<>("a clock", StateSerdes::writeClock, StateSerdes::readClock);
  }

  private static void writePoint(Series.Point point, DataOutput out) throws IOException {
    out.writeLong(point.atMs());
    for (float probability : point.probabilities()) {
      out.writeFloat(probability);
    }
    out.writeFloat(point.satisfaction());
  }

  private static Series.Point readPoint(DataInput in) throws IOException {
    long at = in.readLong();
    float[] probabilities = new float[Probabilities.SIZE];
    for (int i = 0; i < probabilities.length; i++) {
      probabilities[i] = in.readFloat();
    }
    return new Series.Point(at, probabilities, in.readFloat());
  }

  private static void writeClock(CameraClock clock, DataOutput out) throws IOException {
    out.writeLong(clock.session());
    out.writeLong(clock.maxMs());
    out.writeLong(clock.heardMs());
    out.writeLong(clock.longestTrackMs());
    out.writeLong(clock.lateEvents());
    out.writeInt(clock.pending().size());
    for (Map.Entry<Long, Integer> frame : clock.pending().entrySet()) {
      out.writeLong(frame.getKey());
      out.writeInt(frame.getValue());
    }
  }

  private static CameraClock readClock(DataInput in) throws IOException {
    long session = in.readLong();
    long max = in.readLong();
    long heard = in.readLong();
    long longest = in.readLong();
    long late = in.readLong();
    TreeMap<Long, Integer> pending = new TreeMap<>();
    int size = in.readInt();
    for (int i = 0; i < size; i++) {
      pending.put(in.readLong(), in.readInt());
    }
    return new CameraClock(session, max, heard, longest, late, pending);
  }
}
