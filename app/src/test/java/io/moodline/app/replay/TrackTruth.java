package io.moodline.app.replay;

import io.moodline.schemas.Box;
import io.moodline.schemas.Emotion;
import io.moodline.schemas.EmotionEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * What the documented formulas make of one track: plain loops over all of its frames, with nothing
 * of the aggregator's. Settings are the aggregator's defaults.
 */
final class TrackTruth {

  private static final double TAU_MS = 800;
  private static final double MARGIN = 0.05;
  private static final long DWELL_MS = 700;
  private static final double UNCERTAIN_BELOW = 0.35;
  private static final long MAX_GAP_MS = 2_000;

  /** A first emotion is settled on after so many frames, and a dwell. */
  private static final int FRAMES_TO_SETTLE = 3;

  /** So many frames must speak for another emotion. */
  private static final int FRAMES_TO_CHANGE = 2;

  /** How pleased each emotion counts as, in the order of Emotion. */
  private static final double[] VALENCE = {0, 1, 0.2, -0.8, -0.9, -0.8, -0.8, -0.6};

  private static final Emotion[] EMOTIONS = Emotion.values();

  /** One frame of the track. */
  record Look(
      EmotionEvent event,
      boolean first,
      long watchedSinceMs,
      double[] smoothed,
      Emotion dominant,
      double satisfaction) {

    long atMs() {
      return event.getCapturedAtMs();
    }

    boolean unfit() {
      return event.getQualityReason() != null;
    }

    boolean uncertain() {
      return !unfit() && smoothed[highest(smoothed)] < UNCERTAIN_BELOW;
    }
  }

  /** A stretch of one dominant emotion. */
  record Part(Emotion emotion, long fromMs, long toMs) {}

  final List<Look> looks = new ArrayList<>();
  final List<Part> parts = new ArrayList<>();

  /**
   * @param track all events of one face id that came in time, in order
   */
  TrackTruth(List<EmotionEvent> track) {
    long beganMs = track.get(0).getCapturedAtMs();
    double[] smoothed = null;
    long smoothedMs = 0;
    double[] sums = new double[EMOTIONS.length];
    int fit = 0;
    boolean settled = false;
    int dominant = -1;
    long dominantSinceMs = beganMs;
    int rival = -1;
    long rivalSinceMs = 0;
    int rivalFrames = 0;
    long lastMs = Long.MIN_VALUE;
    for (EmotionEvent event : track) {
      long at = event.getCapturedAtMs();
      boolean first = lastMs == Long.MIN_VALUE;
      long watchedSince = first || at - lastMs > MAX_GAP_MS ? at : lastMs;
      lastMs = at;
      if (event.getQualityReason() != null) {
        looks.add(new Look(event, first, watchedSince, null, null, Double.NaN));
        continue;
      }
      double[] raw = raw(event);
      fit++;
      double keep = fit == 1 ? 0 : Math.exp(-(at - smoothedMs) / TAU_MS);
      double[] next = new double[raw.length];
      for (int i = 0; i < raw.length; i++) {
        sums[i] += raw[i];
        next[i] = fit == 1 ? raw[i] : keep * smoothed[i] + (1 - keep) * raw[i];
      }
      smoothed = next;
      smoothedMs = at;
      if (!settled) {
        dominant = highest(sums);
        settled = fit >= FRAMES_TO_SETTLE && at - beganMs >= DWELL_MS;
      } else {
        int leader = highest(smoothed);
        double lead = smoothed[leader] - smoothed[dominant];
        if (leader == dominant || (leader != rival && lead <= MARGIN)) {
          rival = -1;
        } else {
          if (leader != rival) {
            rival = leader;
            rivalSinceMs = at;
            rivalFrames = 0;
          }
          rivalFrames += raw[leader] > raw[dominant] ? 1 : 0;
          if (rivalFrames >= FRAMES_TO_CHANGE && at - rivalSinceMs >= DWELL_MS) {
            parts.add(new Part(EMOTIONS[dominant], dominantSinceMs, rivalSinceMs));
            dominant = rival;
            dominantSinceMs = rivalSinceMs;
            rival = -1;
          }
        }
      }
      looks.add(
          new Look(event, first, watchedSince, smoothed, EMOTIONS[dominant], pleased(smoothed)));
    }
    if (fit > 0) {
      parts.add(new Part(EMOTIONS[dominant], dominantSinceMs, lastMs));
    }
  }

  private static double[] raw(EmotionEvent event) {
    double[] raw = new double[EMOTIONS.length];
    for (int i = 0; i < raw.length; i++) {
      raw[i] = event.getProbabilities().get(i);
    }
    return raw;
  }

  private static int highest(double[] values) {
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      best = values[i] > values[best] ? i : best;
    }
    return best;
  }

  private static double pleased(double[] probabilities) {
    double valence = 0;
    for (int i = 0; i < probabilities.length; i++) {
      valence += VALENCE[i] * probabilities[i];
    }
    return 50 * (1 + valence);
  }

  /** Mean of what the model read, before smoothing; NaN when no frame could be judged. */
  double mean(Emotion emotion) {
    return looks.stream()
        .filter(look -> !look.unfit())
        .mapToDouble(look -> look.event().getProbabilities().get(emotion.ordinal()))
        .average()
        .orElse(Double.NaN);
  }

  /** How much a frame says of its face, by the documented formula. */
  private static double weight(EmotionEvent event) {
    Box box = event.getBox();
    double side = Math.min(box.getX2() - box.getX1(), box.getY2() - box.getY1());
    double pose = Math.cos(event.getYawDegrees() * Math.PI / 180);
    double sharp = Math.min(1, event.getSharpness() / 100);
    return Math.max(0.01, Math.min(1, side / 48) * sharp * Math.max(0, pose));
  }

  /** How many perfect frames the visit was worth. */
  double weight() {
    return looks.stream().filter(l -> !l.unfit()).mapToDouble(l -> weight(l.event())).sum();
  }

  /** Mean of what the model read, frames weighted by how much they say. */
  double weightedMean(Emotion emotion) {
    double sum = 0;
    for (Look look : looks) {
      if (!look.unfit()) {
        sum += weight(look.event()) * look.event().getProbabilities().get(emotion.ordinal());
      }
    }
    return sum / weight();
  }

  /** Changes of the highest probability from one frame that could be judged to the next. */
  long rawChanges() {
    List<Look> fit = looks.stream().filter(look -> !look.unfit()).toList();
    long changes = 0;
    for (int i = 1; i < fit.size(); i++) {
      boolean same = highest(raw(fit.get(i).event())) == highest(raw(fit.get(i - 1).event()));
      changes += same ? 0 : 1;
    }
    return changes;
  }

  double minutes() {
    return (looks.get(looks.size() - 1).atMs() - looks.get(0).atMs()) / 60_000.0;
  }

  /** Frames that could not be judged. */
  long unfit() {
    return looks.stream().filter(Look::unfit).count();
  }

  /**
   * Satisfaction over the visit: straight lines between frames that are near and both certain;
   * where there is no such pair the plain mean; NaN when no frame was certain.
   */
  double satisfaction() {
    double area = 0;
    double width = 0;
    double sum = 0;
    int count = 0;
    for (int i = 0; i < looks.size(); i++) {
      Look now = looks.get(i);
      if (now.unfit() || now.uncertain()) {
        continue;
      }
      sum += now.satisfaction();
      count++;
      Look before = i == 0 ? null : looks.get(i - 1);
      boolean pair = before != null && !before.unfit() && !before.uncertain();
      if (pair && now.atMs() - before.atMs() <= MAX_GAP_MS) {
        area += (before.satisfaction() + now.satisfaction()) / 2 * (now.atMs() - before.atMs());
        width += now.atMs() - before.atMs();
      }
    }
    return width > 0 ? area / width : count > 0 ? sum / count : Double.NaN;
  }
}
