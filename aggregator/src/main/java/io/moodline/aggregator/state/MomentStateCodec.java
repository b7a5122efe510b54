package io.moodline.aggregator.state;

import io.moodline.aggregator.moment.Baseline;
import io.moodline.aggregator.moment.CameraDown;
import io.moodline.aggregator.moment.CrowdPeak;
import io.moodline.aggregator.moment.EmotionSurge;
import io.moodline.aggregator.moment.GroupSmile;
import io.moodline.aggregator.moment.MinuteWatch;
import io.moodline.aggregator.moment.SatisfactionShift;
import io.moodline.aggregator.timeline.Probabilities;
import io.moodline.schemas.Emotion;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes down what finders of moments remember, and reads it: by frames and states, and by minutes.
 */
final class MomentStateCodec {

  /** Version 2 had at its end what is found by minutes, which has a store of its own since. */
  static final int VERSION = 3;

  private static final Emotion[] EMOTIONS = Emotion.values();
  private static final byte NO_EMOTION = -1;

  private MomentStateCodec() {}

  static void write(MomentState state, DataOutput out) throws IOException {
    out.writeLong(state.smile().smilingSinceMs());
    out.writeLong(state.smile().soberSinceMs());
    out.writeBoolean(state.smile().announced());
    out.writeLong(state.down().sinceMs());
    out.writeBoolean(state.down().announced());
  }

  static MomentState read(DataInput in, int version) throws IOException {
    GroupSmile.State smile = new GroupSmile.State(in.readLong(), in.readLong(), in.readBoolean());
    return new MomentState(smile, new CameraDown.State(in.readLong(), in.readBoolean()));
  }

  static void writeMinutes(MinuteWatch.State minutes, DataOutput out) throws IOException {
    out.writeLong(minutes.lastMs());
    writeShift(minutes.shift(), out);
    writeCrowd(minutes.crowd(), out);
    writeSurge(minutes.surge(), out);
  }

  static MinuteWatch.State readMinutes(DataInput in) throws IOException {
    return new MinuteWatch.State(in.readLong(), readShift(in), readCrowd(in), readSurge(in));
  }

  private static void writeShift(SatisfactionShift.State shift, DataOutput out) throws IOException {
    Baseline usual = shift.usual();
    out.writeLong(usual.count());
    out.writeDouble(usual.mean());
    out.writeDouble(usual.variance());
    out.writeDouble(usual.covariance());
    out.writeDouble(usual.last());
    writeSum(shift.up(), out);
    writeSum(shift.down(), out);
    out.writeLong(shift.foundMs());
  }

  private static SatisfactionShift.State readShift(DataInput in) throws IOException {
    Baseline usual =
        new Baseline(
            in.readLong(), in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble());
    return new SatisfactionShift.State(usual, readSum(in), readSum(in), in.readLong());
  }

  private static void writeSum(SatisfactionShift.Sum sum, DataOutput out) throws IOException {
    out.writeDouble(sum.value());
    out.writeLong(sum.sinceMs());
    out.writeDouble(sum.total());
    out.writeLong(sum.minutes());
  }

  private static SatisfactionShift.Sum readSum(DataInput in) throws IOException {
    return new SatisfactionShift.Sum(
        in.readDouble(), in.readLong(), in.readDouble(), in.readLong());
  }

  private static void writeCrowd(CrowdPeak.State crowd, DataOutput out) throws IOException {
    out.writeInt(crowd.levels().size());
    for (CrowdPeak.Level level : crowd.levels()) {
      out.writeLong(level.startMs());
      out.writeDouble(level.faces());
    }
    out.writeDouble(crowd.crowd());
    out.writeLong(crowd.foundMs());
  }

  private static CrowdPeak.State readCrowd(DataInput in) throws IOException {
    int size = in.readInt();
    List<CrowdPeak.Level> levels = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      levels.add(new CrowdPeak.Level(in.readLong(), in.readDouble()));
    }
    return new CrowdPeak.State(levels, in.readDouble(), in.readLong());
  }

  private static void writeSurge(EmotionSurge.State surge, DataOutput out) throws IOException {
    out.writeInt(surge.recent().size());
    for (EmotionSurge.Recent minute : surge.recent()) {
      out.writeLong(minute.startMs());
      out.writeDouble(minute.faces());
      writeArray(minute.sums(), out);
    }
    writeArray(surge.usual().sums(), out);
    out.writeDouble(surge.usual().faces());
    out.writeLong(surge.usual().minutes());
    out.writeByte(surge.surging() == null ? NO_EMOTION : surge.surging().ordinal());
    out.writeLong(surge.foundMs());
  }

  private static EmotionSurge.State readSurge(DataInput in) throws IOException {
    int size = in.readInt();
    List<EmotionSurge.Recent> recent = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      recent.add(new EmotionSurge.Recent(in.readLong(), in.readDouble(), readArray(in)));
    }
    EmotionSurge.Usual usual =
        new EmotionSurge.Usual(readArray(in), in.readDouble(), in.readLong());
    byte surging = in.readByte();
    return new EmotionSurge.State(
        recent, usual, surging == NO_EMOTION ? null : EMOTIONS[surging], in.readLong());
  }

  private static void writeArray(double[] values, DataOutput out) throws IOException {
    for (double value : values) {
      out.writeDouble(value);
    }
  }

  private static double[] readArray(DataInput in) throws IOException {
    double[] values = new double[Probabilities.SIZE];
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readDouble();
    }
    return values;
  }
}
