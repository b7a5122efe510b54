package io.moodline.aggregator.state;

import io.moodline.aggregator.timeline.Challenge;
import io.moodline.aggregator.timeline.Dominance;
import io.moodline.aggregator.timeline.EmotionSegment;
import io.moodline.aggregator.timeline.Probabilities;
import io.moodline.aggregator.timeline.RawFlips;
import io.moodline.aggregator.timeline.SatisfactionMean;
import io.moodline.aggregator.timeline.Series;
import io.moodline.aggregator.timeline.Stretch;
import io.moodline.aggregator.timeline.TimelineState;
import io.moodline.aggregator.timeline.WeightedSums;
import io.moodline.schemas.Emotion;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Writes open tracks down and reads them, but for the points of their series. */
final class OpenTrackCodec {

  /** Version 1 had no series, no weighted sums and no flips. */
  static final int VERSION = 2;

  private static final Emotion[] EMOTIONS = Emotion.values();
  private static final byte NO_EMOTION = -1;

  private OpenTrackCodec() {}

  static void write(OpenTrack track, DataOutput out) throws IOException {
    TimelineState timeline = track.timeline();
    out.writeLong(timeline.firstMs());
    out.writeLong(timeline.lastMs());
    out.writeLong(timeline.observations());
    out.writeLong(timeline.lowQuality());
    writeArray(timeline.rawSums(), out);
    writeSatisfaction(timeline.satisfaction(), out);
    out.writeBoolean(timeline.dominance() != null);
    if (timeline.dominance() != null) {
      writeArray(timeline.smoothed(), out);
      out.writeLong(timeline.smoothedMs());
      writeDominance(timeline.dominance(), out);
    }
    out.writeLong(timeline.series().stepMs());
    writeArray(timeline.weighted().sums(), out);
    out.writeDouble(timeline.weighted().weight());
    Emotion last = timeline.rawFlips().last();
    out.writeByte(last == null ? NO_EMOTION : last.ordinal());
    out.writeLong(timeline.rawFlips().changes());
    writeLatest(track.latest(), out);
  }

  static OpenTrack read(DataInput in, int version) throws IOException {
    long first = in.readLong();
    long last = in.readLong();
    long observations = in.readLong();
    long lowQuality = in.readLong();
    double[] rawSums = readArray(in);
    SatisfactionMean satisfaction = readSatisfaction(in);
    boolean judged = in.readBoolean();
    double[] smoothed = judged ? readArray(in) : null;
    long smoothedMs = judged ? in.readLong() : 0;
    Dominance dominance = judged ? readDominance(in) : null;
    boolean old = version < 2;
    Series series = old ? Series.NONE : new Series(in.readLong(), List.of());
    WeightedSums weighted =
        old ? WeightedSums.NONE : new WeightedSums(readArray(in), in.readDouble());
    RawFlips rawFlips = old ? RawFlips.NONE : readFlips(in);
    TimelineState timeline =
        new TimelineState(
            first,
            last,
            observations,
            lowQuality,
            rawSums,
            smoothed,
            smoothedMs,
            dominance,
            satisfaction,
            series,
            weighted,
            rawFlips);
    return new OpenTrack(timeline, readLatest(in));
  }

  private static RawFlips readFlips(DataInput in) throws IOException {
    byte last = in.readByte();
    return new RawFlips(last == NO_EMOTION ? null : EMOTIONS[last], in.readLong());
  }

  private static void writeDominance(Dominance dominance, DataOutput out) throws IOException {
    out.writeInt(dominance.finished().size());
    for (EmotionSegment segment : dominance.finished()) {
      writeEmotion(segment.emotion(), out);
      out.writeLong(segment.fromMs());
      out.writeLong(segment.toMs());
      out.writeDouble(segment.meanConfidence());
    }
    writeEmotion(dominance.dominant(), out);
    writeStretch(dominance.current(), out);
    out.writeBoolean(dominance.settled());
    Challenge challenge = dominance.challenge();
    out.writeBoolean(challenge != null);
    if (challenge != null) {
      writeEmotion(challenge.emotion(), out);
      writeStretch(challenge.since(), out);
      out.writeInt(challenge.support());
    }
  }

  private static Dominance readDominance(DataInput in) throws IOException {
    int size = in.readInt();
    List<EmotionSegment> finished = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      finished.add(
          new EmotionSegment(readEmotion(in), in.readLong(), in.readLong(), in.readDouble()));
    }
    Emotion dominant = readEmotion(in);
    Stretch current = readStretch(in);
    boolean settled = in.readBoolean();
    Challenge challenge =
        in.readBoolean() ? new Challenge(readEmotion(in), readStretch(in), in.readInt()) : null;
    return new Dominance(finished, dominant, current, settled, challenge);
  }

  private static void writeSatisfaction(SatisfactionMean mean, DataOutput out) throws IOException {
    out.writeDouble(mean.integral());
    out.writeLong(mean.ms());
    out.writeDouble(mean.sum());
    out.writeLong(mean.count());
    out.writeDouble(mean.last());
    out.writeLong(mean.lastMs());
  }

  private static SatisfactionMean readSatisfaction(DataInput in) throws IOException {
    return new SatisfactionMean(
        in.readDouble(),
        in.readLong(),
        in.readDouble(),
        in.readLong(),
        in.readDouble(),
        in.readLong());
  }

  private static void writeLatest(OpenTrack.Latest latest, DataOutput out) throws IOException {
    out.writeFloat(latest.x1());
    out.writeFloat(latest.y1());
    out.writeFloat(latest.x2());
    out.writeFloat(latest.y2());
    out.writeInt(latest.frameWidth());
    out.writeInt(latest.frameHeight());
    writeArray(latest.raw(), out);
  }

  private static OpenTrack.Latest readLatest(DataInput in) throws IOException {
    return new OpenTrack.Latest(
        in.readFloat(),
        in.readFloat(),
        in.readFloat(),
        in.readFloat(),
        in.readInt(),
        in.readInt(),
        readArray(in));
  }

  private static void writeStretch(Stretch stretch, DataOutput out) throws IOException {
    out.writeLong(stretch.fromMs());
    writeArray(stretch.sums(), out);
    out.writeLong(stretch.count());
  }

  private static Stretch readStretch(DataInput in) throws IOException {
    return new Stretch(in.readLong(), readArray(in), in.readLong());
  }

  private static void writeEmotion(Emotion emotion, DataOutput out) throws IOException {
    out.writeByte(emotion.ordinal());
  }

  private static Emotion readEmotion(DataInput in) throws IOException {
    return EMOTIONS[in.readByte()];
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
