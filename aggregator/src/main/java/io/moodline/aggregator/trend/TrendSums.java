package io.moodline.aggregator.trend;

import static io.moodline.aggregator.timeline.Probabilities.SIZE;

import io.moodline.aggregator.timeline.Sighting;
import io.moodline.schemas.Trend;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * The sums and counts of a window: everything in it adds up, so that windows merge by adding, in
 * any order. Mutable, not thread-safe.
 */
final class TrendSums {

  long frames;
  long framesWithFaces;
  long arrivals;
  long observations;
  long faceMs;
  long lowQuality;
  long uncertain;
  long late;
  long downMs;
  final double[] probabilities = new double[SIZE];
  final long[] dominants = new long[SIZE];
  long satisfactionCount;
  double satisfactionSum;
  double satisfactionSquareSum;

  /** Observations that the sums of probabilities are over. */
  long judged() {
    return observations - lowQuality;
  }

  void addFrame(int faces) {
    frames++;
    if (faces > 0) {
      framesWithFaces++;
    }
  }

  void add(Sighting seen) {
    observations++;
    if (seen.first()) {
      arrivals++;
    }
    if (seen.lowQuality()) {
      lowQuality++;
      return;
    }
    for (int i = 0; i < SIZE; i++) {
      probabilities[i] += seen.smoothed()[i];
    }
    dominants[seen.dominant().ordinal()]++;
    if (seen.uncertain()) {
      uncertain++;
    } else {
      satisfactionCount++;
      satisfactionSum += seen.satisfaction();
      satisfactionSquareSum += seen.satisfaction() * seen.satisfaction();
    }
  }

  /** Adds another window's sums to these. */
  void merge(TrendSums other) {
    frames += other.frames;
    framesWithFaces += other.framesWithFaces;
    arrivals += other.arrivals;
    observations += other.observations;
    faceMs += other.faceMs;
    lowQuality += other.lowQuality;
    uncertain += other.uncertain;
    late += other.late;
    downMs += other.downMs;
    for (int i = 0; i < SIZE; i++) {
      probabilities[i] += other.probabilities[i];
      dominants[i] += other.dominants[i];
    }
    satisfactionCount += other.satisfactionCount;
    satisfactionSum += other.satisfactionSum;
    satisfactionSquareSum += other.satisfactionSquareSum;
  }

  /** The sums of a record. */
  static TrendSums of(Trend trend) {
    TrendSums sums = new TrendSums();
    sums.frames = trend.getFrames();
    sums.framesWithFaces = trend.getFramesWithFaces();
    sums.arrivals = trend.getArrivals();
    sums.observations = trend.getObservations();
    sums.faceMs = trend.getFaceMs();
    sums.lowQuality = trend.getLowQuality();
    sums.uncertain = trend.getUncertain();
    sums.late = trend.getLate();
    sums.downMs = trend.getDownMs();
    for (int i = 0; i < SIZE; i++) {
      sums.probabilities[i] = trend.getProbabilitySums().get(i);
      sums.dominants[i] = trend.getDominantCounts().get(i);
    }
    sums.satisfactionCount = trend.getSatisfactionCount();
    sums.satisfactionSum = trend.getSatisfactionSum();
    sums.satisfactionSquareSum = trend.getSatisfactionSquareSum();
    return sums;
  }

  void writeTo(DataOutput out) throws IOException {
    long[] counts = {
      frames,
      framesWithFaces,
      arrivals,
      observations,
      faceMs,
      lowQuality,
      uncertain,
      late,
      satisfactionCount,
      downMs
    };
    for (long count : counts) {
      out.writeLong(count);
    }
    for (int i = 0; i < SIZE; i++) {
      out.writeDouble(probabilities[i]);
      out.writeLong(dominants[i]);
    }
    out.writeDouble(satisfactionSum);
    out.writeDouble(satisfactionSquareSum);
  }

  /** Reads what {@link #writeTo} wrote, or its first version, which had no down time. */
  static TrendSums readFrom(DataInput in, int version) throws IOException {
    TrendSums sums = new TrendSums();
    sums.frames = in.readLong();
    sums.framesWithFaces = in.readLong();
    sums.arrivals = in.readLong();
    sums.observations = in.readLong();
    sums.faceMs = in.readLong();
    sums.lowQuality = in.readLong();
    sums.uncertain = in.readLong();
    sums.late = in.readLong();
    sums.satisfactionCount = in.readLong();
    sums.downMs = version == 1 ? 0 : in.readLong();
    for (int i = 0; i < SIZE; i++) {
      sums.probabilities[i] = in.readDouble();
      sums.dominants[i] = in.readLong();
    }
    sums.satisfactionSum = in.readDouble();
    sums.satisfactionSquareSum = in.readDouble();
    return sums;
  }

  @Override
  public String toString() {
    return "frames "
        + frames
        + ", observations "
        + observations
        + ", satisfaction "
        + satisfactionSum
        + "/"
        + satisfactionCount
        + ", dominants "
        + Arrays.toString(dominants);
  }
}
