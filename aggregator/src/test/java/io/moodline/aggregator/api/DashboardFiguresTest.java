package io.moodline.aggregator.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.moodline.aggregator.browser.Browser;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.support.ui.Select;

/** What the pages reckon themselves: steps, shares of time, smoothing. Skips without a browser. */
class DashboardFiguresTest {

  private static final long MINUTE = 60_000;
  private static final long DAY = 86_400_000;
  private static final ZoneId NEW_YORK = ZoneId.of(VenueServer.NEW_YORK);

  private static Browser browser;
  private static VenueServer venue;

  @BeforeAll
  static void open() {
    browser = Browser.open();
    venue = VenueServer.populated();
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
      venue.close();
    }
  }

  @BeforeEach
  void forget() {
    venue.asked.clear();
  }

  private static void go(String page) {
    browser.go(venue.url() + "#/" + page);
  }

  /** Ten minutes of some days ago, in the morning there, when the venue is open. */
  private static String tenMinutesOf(int daysAgo) {
    long midnight = Venue.windowStart(System.currentTimeMillis(), "1d", NEW_YORK);
    long from = midnight + 10 * 60 * MINUTE - daysAgo * DAY;
    return "trends?scope=site:market&range=custom&from=" + from + "&to=" + (from + 10 * MINUTE);
  }

  /**
   * One recorded point, all neutral; an event a second later, all happiness. The venue smooths with
   * a time constant of 1000 ms: happiness is 1 - 1/e = 63 % then.
   */
  @Test
  void theCourseGoesOnAsTheServiceSmoothsThatCamera() {
    go("overview");
    browser.see(".moment");
    browser.script(
        """
        const at = Date.now() - 5000;
        const time = ms => new Date(ms).toISOString();
        const all = emotion => Object.fromEntries(['NEUTRAL', 'HAPPINESS', 'SURPRISE', 'SADNESS', 'ANGER', 'DISGUST',
          'FEAR', 'CONTEMPT'].map(one => [one, one === emotion ? 1 : 0]));
        const face = { id: 'checkout:1:0', firstSeen: time(at), lastSeen: time(at), open: true, satisfaction: 50,
          dominant: 'NEUTRAL', segments: [], series: [{ at: time(at), probabilities: all('NEUTRAL') }],
          latest: { box: { x1: 0, y1: 0, x2: 90, y2: 90 }, dominant: 'NEUTRAL', smoothed: all('NEUTRAL') } };
        const answer = body => Promise.resolve(new Response(JSON.stringify(body), { headers: { 'Content-Type': 'application/json' } }));
        const real = window.fetch;
        window.fetch = (url, options) => url.includes('/timeline?') || url.endsWith('/timeline') ? answer(face)
          : url.includes('/faces?') ? answer({ faces: [face] }) : real(url, options);
        window.EventSource = class extends EventTarget {
          constructor() {
            super();
            window.tell = () => this.dispatchEvent(new MessageEvent('emotion', { data: JSON.stringify({ faceId: face.id,
              capturedAt: time(at + 1000), box: face.latest.box, frameWidth: 960, frameHeight: 540, dominant: 'HAPPINESS',
              confidence: 1, probabilities: all('HAPPINESS'), qualityReason: null }) }));
          }
          close() {}
        };
        location.hash = '#/cameras/checkout';
        """);
    browser.seeText("section[aria-labelledby=course]", "In view since");
    browser.script("tell()");
    browser.see("section[aria-labelledby=course] details.figures-table summary").click();
    browser.seeText("section[aria-labelledby=course] tbody tr:first-child", "37 % 63 %");
  }

  /** Sixty seconds of faces in the half minute that has passed are two people, not one. */
  @Test
  void peopleInViewAreOfTheTimeThatHasPassed() {
    go("overview");
    browser.see(".moment");
    Object people =
        browser.driver.executeAsyncScript(
            """
            const done = arguments[0];
            import('/lib/figures.js').then(({ occupancy, occupancyOf }) => {
              const now = Date.now();
              const point = (from, to, faceSeconds, more = {}) => ({ from: new Date(now + from * 1000).toISOString(),
                to: new Date(now + to * 1000).toISOString(), state: 'OK', closed: to <= 0, faceSeconds, downSeconds: 0, ...more });
              const growing = point(-30, 30, 60);
              const before = point(-90, -30, 60);
              const later = point(30, 90, 0, { state: 'NO_FACE' });
              const justBegun = point(-1, 59, 10); // By a clock that is behind: as if of ten seconds.
              const halfDown = point(-90, -30, 60, { downSeconds: 30 });
              const allDown = point(-90, -30, 0, { downSeconds: 60 });
              const two = value => value === null ? null : value.toFixed(2);
              done([
                occupancyOf(justBegun, 'SITE'), occupancyOf(growing, 'SITE'), occupancyOf(before, 'SITE'), occupancyOf(later, 'SITE'),
                occupancy([before, growing, later], 'SITE'), // 120 s of faces in 90 s
                occupancyOf(halfDown, 'CAMERA'), // 60 s in the 30 s in which it worked
                occupancyOf(halfDown, 'SITE'), // one of several cameras: the others went on
                occupancyOf(allDown, 'CAMERA'),
              ].map(two).join());
            });
            """);
    assertThat(people).isEqualTo("1.00,2.00,1.00,,1.33,2.00,1.00,");
  }

  /** 67.6 and 68.4 are both shown as 68, 64.04 and 64.06 as 64.0 and 64.1. */
  @Test
  void aChangeIsTheDifferenceOfTheFiguresThatAreShown() {
    go("overview");
    browser.see(".moment");
    Object changes =
        browser.driver.executeAsyncScript(
            """
            const done = arguments[0];
            import('/lib/format.js').then(({ change }) =>
              done([change(67.6, 68.4), change(67.4, 68.6), change(64.06, 64.04, 1)].map(one => one.text).join(', ')));
            """);
    assertThat(changes).isEqualTo("equal to, ▼ 2 below, ▲ 0.1 above");
  }

  @Test
  void theStepIsTheFinestThatIsKeptForTheWholeTime() {
    go("overview");
    browser.see(".moment");
    Object steps =
        browser.driver.executeAsyncScript(
            """
            const done = arguments[0];
            import('/lib/ranges.js').then(({ autoSteps }) => {
              const [minute, day] = [60_000, 86_400_000];
              const now = Date.parse('2026-06-01T12:00:00Z');
              const kept = { '10s': 2 * day, '1m': 14 * day, '1h': 730 * day, '1d': Infinity };
              const of = (daysAgo, minutes, compare = null) => {
                const from = now - daysAgo * day;
                return autoSteps({ from, to: from + minutes * minute }, compare, step => now - kept[step]).join('|');
              };
              done([
                of(0.1, 10), of(2, 10), of(2.01, 10), of(1.5, 10, 'previous-day'), of(0.1, 10, 'previous-week'),
                of(0.1, 60), of(10, 60), of(10, 60, 'previous-week'), of(20, 60), of(20, 10), of(800, 60), of(30, 30 * 1440),
              ].join(' '));
            });
            """);
    assertThat(steps)
        .isEqualTo("10s 10s 10s|1m 10s|1m 10s|1m 1m 1m 1m|1h 1m|1h 10s|1m|1h 1m|1h|1d 1d");
  }

  @Test
  void anOldRangeIsShownInStepsThatAreStillKept() {
    go(tenMinutesOf(4) + "&compare=");
    browser.seeText("section[aria-label='In figures'] .hint", "in steps of 1m");
    assertThat(browser.text()).doesNotContain("has expired");
    assertThat(browser.see("table.summary").getText()).contains("none").doesNotContain("no data");

    new Select(browser.see("select[name=step]")).selectByValue("10s");
    browser.seeText(
        "section[aria-label='In figures'] .hint",
        "Steps of 10 seconds are kept for 2 d: what is older has expired");
    browser.seeText("table.summary", "expired 10 min");
    assertThat(browser.see("table.summary").getText()).doesNotContain("no data");
    browser.seeText(".key.states", "steps of this length are not kept for so long");
    assertThat(browser.errors()).isEmpty();
  }

  @Test
  void whatHasExpiredIsAskedForOnce() {
    go(tenMinutesOf(4) + "&compare=");
    browser.seeText("section[aria-label='In figures'] .hint", "in steps of 1m");
    assertThat(venue.asked).anyMatch(path -> path.contains("step=10s"));
    venue.asked.clear();
    browser.script("document.dispatchEvent(new Event('visibilitychange'))"); // Asks again at once.
    browser.until(
        "the page asks again",
        d -> venue.asked.stream().anyMatch(path -> path.contains("step=1m")));
    assertThat(venue.asked).noneMatch(path -> path.contains("step=10s"));
  }

  @Test
  void whatItIsComparedWithIsKeptToo() {
    go(tenMinutesOf(1) + "&compare=previous-week");
    browser.seeText("section[aria-label='In figures'] .hint", "in steps of 1m");
  }

  /** A recording's windows are kept from when it was analysed. */
  @Test
  void aRecordingThatWasAnalysedLaterKeepsItsFineSteps() {
    venue.analysedLate = true;
    try {
      go(tenMinutesOf(4) + "&compare=");
      browser.seeText("section[aria-label='In figures'] .hint", "in steps of 10s");
      assertThat(venue.asked).noneMatch(path -> path.contains("step=1m"));
    } finally {
      venue.analysedLate = false;
    }
  }
}
