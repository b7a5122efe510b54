package io.moodline.aggregator.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.moodline.aggregator.MomentSentences;
import io.moodline.aggregator.browser.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Makes the pictures of the documentation, of a made-up venue, when asked: {@code
 * -Dmoodline.pictures=} and the folder where they shall be.
 */
@EnabledIfSystemProperty(
    named = DashboardPicturesTest.FOLDER,
    matches = ".+",
    disabledReason = "pictures are made when a folder for them is given")
class DashboardPicturesTest {

  static final String FOLDER = "moodline.pictures";

  private static final int WIDTH = 1200;
  private static final int WIDE = 1400;
  private static final double SCALE = 0.75;
  private static final int MOST_HEIGHT = 1800;
  private static final long MINUTE = 60_000;

  private final Path folder = Path.of(System.getProperty(FOLDER, ""));
  private Browser browser;
  private VenueServer venue;

  @BeforeEach
  void open() throws IOException {
    Files.createDirectories(folder);
    browser = Browser.open();
    browser.size(WIDTH, 900);
    long aheadMs = untilTheAfternoon();
    browser.clockAhead(aheadMs);
    venue = VenueServer.populated(aheadMs);
    long now = venue.now();
    venue.cameras.values().forEach(camera -> heardOf(camera, now));
    venue.moments.removeIf(moment -> moment.get("kind").equals("GROUP_SMILE"));
    long smile = lastGroup("entrance", 3, now - 2 * MINUTE);
    long before = lastGroup("entrance", 3, smile - 10 * MINUTE);
    venue.moment("GROUP_SMILE", "entrance", smile, MomentSentences.smile(3, 0.84), true);
    venue.moment("GROUP_SMILE", "entrance", before, MomentSentences.smile(3, 0.79), true);
    venue.moment(
        "SATISFACTION_RISE",
        "market-door",
        now - 26 * MINUTE,
        MomentSentences.satisfaction(52, 68),
        false);
  }

  /** A venue is open then, and yesterday it was, too: pictures are made at any time. */
  private static long untilTheAfternoon() {
    ZonedDateTime now = ZonedDateTime.now(ZoneId.of(VenueServer.BERLIN));
    return Duration.between(now, now.with(LocalTime.of(16, 40))).toMillis();
  }

  /** The venue's cameras were heard of tomorrow, so that no test is too slow for them. */
  private static void heardOf(Map<String, Object> camera, long at) {
    @SuppressWarnings("unchecked")
    Map<String, Object> status = (Map<String, Object>) camera.get("status");
    status.put("updatedAt", Venue.time(at));
  }

  /** When so many were last in view before some time, none of them before another. */
  private static long lastGroup(String camera, int people, long before) {
    long at = before;
    while (!isGroup(Venue.visitors(camera, at, at), people, at)) {
      at -= 1_000;
    }
    return at;
  }

  private static boolean isGroup(List<Venue.Visitor> visitors, int people, long at) {
    return visitors.size() == people
        && visitors.stream()
            .allMatch(
                one ->
                    visitors.stream()
                        .allMatch(
                            other ->
                                one.equals(other)
                                    || Math.abs(one.left(at) - other.left(at)) > one.size() + 30));
  }

  @AfterEach
  void close() {
    browser.close();
    venue.close();
  }

  private void picture(String page) throws IOException {
    browser.seeText("#connection", "live");
    Path file = folder.resolve(page + ".jpg");
    browser.picture(file, SCALE, MOST_HEIGHT);
    assertThat(Files.size(file)).isBetween(20_000L, 250_000L);
    assertThat(browser.errors()).isEmpty();
  }

  private void go(String page) {
    browser.go(venue.url() + "#/" + page);
  }

  @Test
  void overview() throws IOException {
    go("overview");
    browser.seeText("section[aria-labelledby=site-harbour] .figure", "satisfaction of 100");
    browser.see(".moment");
    List<?> arrivals =
        (List<?>)
            browser.script(
                "return [...document.querySelectorAll('section.site')].map(site => Number(site"
                    + ".querySelectorAll('.figures b')[2].textContent.replaceAll(',', '')))");
    assertThat((Long) arrivals.get(0))
        .as("everything together is the sum of its sites")
        .isEqualTo((Long) arrivals.get(1) + (Long) arrivals.get(2));
    picture("overview");
  }

  @Test
  void trends() throws IOException {
    browser.size(
        WIDE, 900); // The charts in two columns, so that all of the page is in the picture.
    go("trends?range=7days&scope=site:harbour&compare=previous-day");
    browser.seeText("table.summary", "Site harbour");
    browser.see(".charts canvas");
    picture("trends");
  }

  @Test
  void moments() throws IOException {
    go("moments");
    browser.until(
        "both photos",
        d ->
            (Boolean)
                browser.script(
                    "const all = [...document.querySelectorAll('img.photo')];"
                        + " return all.length > 1 && all.every(one => one.naturalWidth > 0)"));
    picture("moments");
  }

  @Test
  void cameras() throws IOException {
    go("cameras?add");
    browser.see("tr[data-camera=terrace]");
    browser.see("[name=source]").sendKeys("rtsp://10.0.0.25/stream1");
    browser.see("[name=name]").sendKeys("Second entrance");
    browser.see("[name=site]").sendKeys("harbour");
    browser.see(".test button").click();
    browser.see(".test-picture canvas");
    picture("cameras");
  }
}
