package io.moodline.aggregator.api;

import io.javalin.http.Context;
import io.moodline.aggregator.trend.Zones;
import io.moodline.schemas.MomentKind;
import java.util.stream.Stream;

/** Everything that is listed, as comma-separated values. */
final class ExportsApi {

  private final StateReader state;
  private final TrendsApi trends;
  private final Zones zones;

  ExportsApi(StateReader state, TrendsApi trends, Zones zones) {
    this.state = state;
    this.trends = trends;
    this.zones = zones;
  }

  void cameras(Context request) {
    Params params = new Params(request);
    StateReader reading = params.reading(state);
    new CsvExport(request, params, "cameras")
        .send(CsvTables.cameras(), CameraView.all(reading, zones));
  }

  void faces(Context request) {
    Params params = Listing.params(request);
    StateReader reading = params.reading(state);
    new CsvExport(request, params, "faces")
        .send(
            CsvTables.faces(),
            Listing.of(params, reading),
            asked -> Visit.page(reading, asked),
            visit -> Stream.of(visit.face()));
  }

  void timelines(Context request) {
    Params params = Listing.params(request, "series");
    StateReader reading = params.reading(state);
    new CsvExport(request, params, "timelines")
        .send(
            CsvTables.timelines(),
            Listing.of(params, reading),
            asked -> Visit.page(reading, asked),
            visit -> CsvTables.Stretch.of(visit.timeline()));
  }

  void trends(Context request) {
    Params params = new Params(request, TrendQuery.PARAMETERS);
    new CsvExport(request, params, "trends")
        .send(CsvTables.trends(), CsvTables.Window.of(trends.answer(params)));
  }

  void moments(Context request) {
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
