package io.moodline.aggregator.api;

import io.moodline.aggregator.Pipeline;
import io.moodline.aggregator.Records;
import io.moodline.schemas.Box;
import io.moodline.schemas.Camera;
import io.moodline.schemas.CameraState;
import io.moodline.schemas.CameraStatus;
import io.moodline.schemas.Emotion;
import io.moodline.schemas.EmotionEvent;
import io.moodline.schemas.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Puts a quarter of an hour of a shop's visitors through a pipeline. */
final class BelievableDay {

  static final long END = Pipeline.WALL;
  private static final long BEGIN = END - 880_000;

  private record Visitor(String id, long from, long to, double mood, float x, float size) {}

  private final Pipeline pipeline;
  private final Random random = new Random(7);

  BelievableDay(Pipeline pipeline) {
    this.pipeline = pipeline;
  }

  void play() {
    register("entrance", "harbour", "Entrance", "rtsp://viewer:secret@10.0.0.21/stream1");
    register("checkout", "harbour", "Checkout 2", "demo");
    register("terrace", "harbour", "Terrace", "http://10.0.0.23/mjpeg?token=abc");
    camera("entrance", 6, 0.1);
    camera("checkout", 4, -0.35);
    status("entrance", CameraState.STREAMING, null, 4.9);
    status("checkout", CameraState.STREAMING, null, 5.0);
    status("terrace", CameraState.RECONNECTING, "no answer within 4 s; attempt 6", 0);
    pipeline.wait(Duration.ofSeconds(15));
  }

  private void register(String id, String site, String name, String source) {
    pipeline.cameras.pipeInput(
        id, Camera.newBuilder(Records.camera(id, site, source)).setName(name).build());
  }

  private void status(String id, CameraState state, String reason, double fps) {
    CameraStatus plain = Records.status(id, state, BEGIN, BEGIN, 0);
    pipeline.statuses.pipeInput(
        id,
        CameraStatus.newBuilder(plain)
            .setReason(reason)
            .setFps(fps)
            .setSession(reason == null ? BEGIN : 0)
            .setWidth(reason == null ? 1280 : 0)
            .setHeight(reason == null ? 720 : 0)
            .setCaptured(reason == null ? 1762 : 0)
            .build());
  }

  private void camera(String id, int crowd, double bias) {
    List<Visitor> visitors = new ArrayList<>();
    for (long from = BEGIN; from < END; from += 60_000 / crowd) {
      long begin = from + random.nextInt(5_000);
      long end = begin + 8_000 + random.nextInt(25_000);
      double mood =
          bias + 0.5 * Math.sin((begin - BEGIN) / 150_000.0) + random.nextGaussian() * 0.15;
      float x = 80 + random.nextInt(950);
      visitors.add(
          new Visitor(id + ":" + begin + ":0", begin, end, mood, x, 90 + random.nextInt(110)));
    }
    // The camera is away for two minutes in the midst.
    long sequence = 0;
    for (long at = BEGIN; at <= END; at += 500) {
      if (at > BEGIN + 400_000 && at < BEGIN + 480_000) {
        continue;
      }
      frame(id, visitors, sequence++, at);
    }
  }

  private void frame(String id, List<Visitor> visitors, long sequence, long at) {
    int faces = 0;
    for (Visitor visitor : visitors) {
      if (visitor.from() <= at && at <= visitor.to()) {
        pipeline.emotions.pipeInput(id, event(id, visitor, sequence, at));
        faces++;
      }
    }
    pipeline.outcomes.pipeInput(
        id, Records.outcome(id, BEGIN, sequence, at, Outcome.CLASSIFIED, faces));
  }

  private EmotionEvent event(String id, Visitor visitor, long sequence, long at) {
    double mood = visitor.mood() + random.nextGaussian() * 0.12;
    double[] p = new double[8];
    p[Emotion.HAPPINESS.ordinal()] = Math.max(0.03, Math.min(0.9, mood));
    p[Emotion.SADNESS.ordinal()] = Math.max(0.03, Math.min(0.5, -mood * 0.6));
    p[Emotion.ANGER.ordinal()] = Math.max(0.01, Math.min(0.4, -mood * 0.4));
    p[Emotion.SURPRISE.ordinal()] = 0.04;
    p[Emotion.CONTEMPT.ordinal()] = 0.02;
    double rest = 1;
    for (double value : p) {
      rest -= value;
    }
    p[Emotion.NEUTRAL.ordinal()] = Math.max(0, rest);
    double sum = 0;
    for (double value : p) {
      sum += value;
    }
    for (int i = 0; i < p.length; i++) {
      p[i] /= sum;
    }
    float walk = (at - visitor.from()) / 250f;
    float x = Math.min(1_060, visitor.x() + walk);
    float y = 160 + visitor.size() / 2;
    return EmotionEvent.newBuilder(Records.event(visitor.id(), BEGIN, sequence, at, p))
        .setCameraId(id)
        .setBox(new Box(x, y, x + visitor.size(), y + visitor.size() * 1.2f))
        .build();
  }
}
