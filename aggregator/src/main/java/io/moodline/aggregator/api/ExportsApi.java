package io.moodline.aggregator.api;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.moodline.schemas.MomentKind;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

/** Everything that is listed, as comma-separated values. */
final class ExportsApi {

  /** Whoever reads a long table slowly holds a thread: some are left to all else. */
  static final int AT_ONCE = 4;

  private final StateReader state;
  private final TrendsApi trends;
  private final CameraView.Defaults defaults;
  private final Semaphore free = new Semaphore(AT_ONCE);

  ExportsApi(StateReader state, TrendsApi trends, CameraView.Defaults defaults) {
    this.state = state;
    this.trends = trends;
    this.defaults = defaults;
  }

  /** Each table by its name, at most {@value #AT_ONCE} at once. */
  Map<String, Handler> tables() {
    return Map.of(
        "cameras", limited(this::cameras),
        "faces", limited(this::faces),
        "timelines", limited(this::timelines),
        "trends", limited(this::trends),
        "moments", limited(this::moments));
  }

  private Handler limited(Handler table) {
    return request -> {
      if (!free.tryAcquire()) {
        request.header("Retry-After", "5");
        throw Problem.of(503, "Too many exports", AT_ONCE + " are being read already");
      }
      try {
        table.handle(request);
      } finally {
        free.release();
      }
    };
  }

  private void cameras(Context request) {
    Params params = new Params(request);
    StateReader reading = params.reading(state);
    new CsvExport(request, params, "cameras")
        .send(CsvTables.cameras(), CameraView.all(reading, defaults));
  }

  private void faces(Context request) {
    Params params = Listing.params(request, Visit.OPEN);
    StateReader reading = params.reading(state);
    Boolean open = params.flagOrNull(Visit.OPEN);
    new CsvExport(request, params, "faces")
        .send(
            CsvTables.faces(),
            Listing.of(params, reading),
            asked -> Visit.page(reading, asked, open),
            visit -> Stream.of(visit.face()));
  }

  private void timelines(Context request) {
    Params params = Listing.params(request, "series", Visit.OPEN);
    StateReader reading = params.reading(state);
    Boolean open = params.flagOrNull(Visit.OPEN);
    new CsvExport(request, params, "timelines")
        .send(
            CsvTables.timelines(),
            Listing.of(params, reading),
            asked -> Visit.page(reading, asked, open),
            visit -> CsvTables.Stretch.of(visit.timeline()));
  }

  private void trends(Context request) {
    Params params = new Params(request, TrendQuery.PARAMETERS);
    new CsvExport(request, params, "trends")
        .send(CsvTables.trends(), CsvTables.Window.of(trends.answer(params)));
  }

  private void moments(Context request) {
    Params params = Listing.params(request, MomentsApi.KIND);
    StateReader reading = params.reading(state);
    MomentKind kind = MomentsApi.kind(params);
    Photos photos = new Photos(reading);
    new CsvExport(request, params, "moments")
        .send(
            CsvTables.moments(),
            Listing.of(params, reading),
            asked -> MomentsApi.page(reading, asked, kind),
            moment -> Stream.of(MomentView.of(moment, photos.pathOf(moment))));
  }
}
