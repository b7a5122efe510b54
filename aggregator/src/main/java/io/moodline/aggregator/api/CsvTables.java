package io.moodline.aggregator.api;

import io.moodline.schemas.FaceTimeline;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Which columns the exports have: the answers' fields, with their units. */
final class CsvTables {

  /** A stretch of a visit; of a visit that was never judged there is one without emotion. */
  record Stretch(TimelineView visit, TimelineView.SegmentView segment) {

    static Stream<Stretch> of(FaceTimeline timeline) {
      TimelineView visit = TimelineView.of(timeline);
      return visit.segments().isEmpty()
          ? Stream.of(new Stretch(visit, null))
          : visit.segments().stream().map(segment -> new Stretch(visit, segment));
    }

    private Double seconds() {
      return segment == null
          ? null
          : (Double)
              (Duration.between(Instant.parse(segment.from()), Instant.parse(segment.to()))
                      .toMillis()
                  / 1000.0);
    }
  }

  /** A window; {@code period} is "asked", or with what it is compared. */
  record Window(TrendView trend, String period, TrendView.Point point) {

    static List<Window> of(TrendView trend) {
      Stream<Window> asked =
          trend.points().stream().map(point -> new Window(trend, "asked", point));
      TrendView.Compared before = trend.comparison();
      Stream<Window> compared =
          before == null
              ? Stream.of()
              : before.points().stream().map(point -> new Window(trend, before.kind(), point));
      return Stream.concat(asked, compared).toList();
    }
  }

  private CsvTables() {}

  static CsvTable<CameraView> cameras() {
    return new CsvTable<CameraView>()
        .column("id", CameraView::id)
        .column("site", CameraView::site)
        .column("zone", CameraView::zone)
        .column("name", CameraView::name)
        .column("source", CameraView::source)
        .column("targetFps [1/s]", CameraView::targetFps)
        .column("enabled", CameraView::enabled)
        .column("state", c -> c.status() == null ? null : c.status().state())
        .column("since [UTC]", c -> c.status() == null ? null : c.status().since())
        .column("reason", c -> c.status() == null ? null : c.status().reason())
        .column("framesCaptured", c -> c.allFrames().captured())
        .column("framesClassified", c -> c.allFrames().classified())
        .column("framesShed", c -> c.allFrames().shed())
        .column("framesDeadLettered", c -> c.allFrames().deadLettered())
        .column("lateEvents", CameraView::lateEvents)
        .column("newestData [UTC]", CameraView::newestData);
  }

  static CsvTable<FaceView> faces() {
    return new CsvTable<FaceView>()
        .column("id", FaceView::id)
        .column("camera", FaceView::camera)
        .column("firstSeen [UTC]", FaceView::firstSeen)
        .column("lastSeen [UTC]", FaceView::lastSeen)
        .column("open", FaceView::open)
        .column("observations", FaceView::observations)
        .column("lowQuality", FaceView::lowQuality)
        .column("dominant", FaceView::dominant)
        .column("satisfaction [0-100]", FaceView::satisfaction)
        .emotions("mean ", FaceView::meanProbabilities);
  }

  static CsvTable<Stretch> timelines() {
    return new CsvTable<Stretch>()
        .column("id", s -> s.visit().id())
        .column("camera", s -> s.visit().camera())
        .column("firstSeen [UTC]", s -> s.visit().firstSeen())
        .column("lastSeen [UTC]", s -> s.visit().lastSeen())
        .column("open", s -> s.visit().open())
        .column("satisfaction [0-100]", s -> s.visit().satisfaction())
        .column("verdict", s -> s.visit().verdict() == null ? null : s.visit().verdict().emotion())
        .column(
            "verdictConfidence [0-1]",
            s -> s.visit().verdict() == null ? null : s.visit().verdict().confidence())
        .column("flips [1/min]", s -> s.visit().flipsPerMinute())
        .column("rawFlips [1/min]", s -> s.visit().rawFlipsPerMinute())
        .column("emotion", s -> s.segment() == null ? null : s.segment().emotion())
        .column("from [UTC]", s -> s.segment() == null ? null : s.segment().from())
        .column("to [UTC]", s -> s.segment() == null ? null : s.segment().to())
        .column("duration [s]", Stretch::seconds)
        .column(
            "meanConfidence [0-1]", s -> s.segment() == null ? null : s.segment().meanConfidence());
  }

  static CsvTable<Window> trends() {
    return new CsvTable<Window>()
        .column("scope", w -> w.trend().scope())
        .column("id", w -> w.trend().id())
        .column("step", w -> w.trend().step())
        .column("zone", w -> w.trend().zone())
        .column("period", Window::period)
        .column("from", w -> w.point().from())
        .column("to", w -> w.point().to())
        .column("state", w -> w.point().state())
        .column("closed", w -> w.point().closed())
        .column("frames", w -> w.point().frames())
        .column("framesWithFaces", w -> w.point().framesWithFaces())
        .column("faces", w -> w.point().faces())
        .column("arrivals", w -> w.point().arrivals())
        .column("observations", w -> w.point().observations())
        .column("faceTime [s]", w -> w.point().faceSeconds())
        .column("lowQuality", w -> w.point().lowQuality())
        .column("uncertain", w -> w.point().uncertain())
        .column("late", w -> w.point().late())
        .column("down [s]", w -> w.point().downSeconds())
        .column("satisfaction [0-100]", w -> mean(w.point().satisfaction()))
        .column("satisfactionStandardError [0-100]", w -> error(w.point().satisfaction()))
        .column("satisfactionCount", w -> count(w.point().satisfaction()))
        .emotions("mean ", w -> w.point().probabilities())
        .emotions("dominant ", w -> w.point().dominantShares());
  }

  private static Double mean(TrendView.Satisfaction satisfaction) {
    return satisfaction == null ? null : (Double) satisfaction.mean();
  }

  private static Double error(TrendView.Satisfaction satisfaction) {
    return satisfaction == null ? null : satisfaction.standardError();
  }

  private static Long count(TrendView.Satisfaction satisfaction) {
    return satisfaction == null ? null : (Long) satisfaction.count();
  }

  static CsvTable<MomentView> moments() {
    return new CsvTable<MomentView>()
        .column("id", MomentView::id)
        .column("kind", MomentView::kind)
        .column("camera", MomentView::camera)
        .column("at [UTC]", MomentView::at)
        .column("until [UTC]", MomentView::until)
        .column("faces", moment -> String.join(" ", moment.faces()))
        .column("value", MomentView::value)
        .column("text", MomentView::text)
        .column("photo", MomentView::photo);
  }
}
