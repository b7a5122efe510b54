package io.moodline.aggregator.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.moodline.aggregator.browser.Browser;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.Select;

/** Each page with live data, in a real browser. Skips where there is none. */
class DashboardTest {

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

  private static void go(String page) {
    browser.go(venue.url() + "#/" + page);
  }

  @Test
  void theOverviewShowsSitesNowAndAgainstYesterday() {
    go("overview");
    browser.seeText("#connection", "live");
    browser.seeText("section.site", "Everything together");
    WebElement harbour = browser.see("section.site[aria-labelledby=site-harbour]");
    browser.seeText("section[aria-labelledby=site-harbour] .figure", "satisfaction of 100");
    assertThat(harbour.getText())
        .contains("2 of 3 cameras work, 1 does not", "lost, trying again", "people in view")
        .contains("Times in Europe/Berlin");
    browser.seeText("section[aria-labelledby=site-market]", "Times in America/New_York");
    browser.seeText(".moment", "Group smile at Entrance");
    browser.seeText(".moment time", "Europe/Berlin");
    browser.seeText(".moment time", "America/New_York");
    assertThat(venue.asked)
        .anyMatch(path -> path.startsWith("trends?site=harbour") && path.contains("previous-day"));
    assertThat(browser.errors()).isEmpty();
  }

  @Test
  void aCameraThatJustConnectsIsNotCalledBroken() {
    venue.camera("yard", "harbour", "Yard", "CONNECTING", null);
    try {
      go("overview");
      browser.seeText(
          "section[aria-labelledby=site-harbour]", "2 of 4 cameras work, 1 does not, 1 connecting");
    } finally {
      venue.cameras.remove("yard");
    }
  }

  @Test
  void theOverviewShowsAMomentAsItHappens() {
    go("overview");
    browser.seeText("#connection", "live");
    browser.see(".moment");
    venue.liveMoment("CROWD_PEAK", "checkout", "23 people in view, usually 4");
    browser.seeText(".moments li:first-child", "23 people in view, usually 4");
  }

  @Test
  void aCameraShowsItsPictureWithTheBoxesOfThatPicture() {
    go("cameras/entrance");
    browser.seeText("h1", "Entrance");
    browser.seeText(".status-line", "working");
    browser.see(".stage canvas[data-captured-at]");
    browser.see(".overlay .box");
    // The venue says where its faces are at any time: the boxes must be those of the picture shown.
    browser.until(
        "to see the boxes of the faces that are in the picture",
        d -> {
          List<?> shown =
              (List<?>)
                  browser.script(
                      "return [document.querySelector('.stage canvas').dataset.capturedAt,"
                          + " [...document.querySelectorAll('.box')].map(b => b.dataset.face).sort().join()]");
          long at = java.time.Instant.parse((String) shown.get(0)).toEpochMilli();
          String there =
              String.join(
                  ",",
                  Venue.visitors("entrance", at, at).stream()
                      .map(Venue.Visitor::id)
                      .sorted()
                      .toList());
          return !there.isEmpty() && there.equals(shown.get(1));
        });
    browser.see(".overlay .box rect[class='part pattern-HAPPINESS']");
    browser.seeText("section[aria-labelledby=now]", "what its face looks like in this one picture");
    assertThat(browser.errors()).isEmpty();
  }

  @Test
  void whoStaysIsInViewHoweverManyCameAndWentSince() {
    venue.shortVisits = 250;
    try {
      go("cameras/entrance");
      browser.see(".face-list li");
    } finally {
      venue.shortVisits = 0;
    }
  }

  @Test
  void aFaceOfTheLanesShowsItsCourse() {
    go("cameras/checkout");
    WebElement lane = browser.see(".lanes li:nth-child(4)");
    assertThat(lane.getDomAttribute("aria-label")).matches("Face \\w{3}, .* to .*: .* s.*");
    assertThat(lane.findElements(By.cssSelector("rect[class^=pattern-]"))).isNotEmpty();
    String name = lane.getText().substring(0, 3);
    lane.click();
    browser.seeText("h3", "Face " + name);
    browser.see(".lanes li[aria-selected=true]");
    browser.see(".plot canvas");
    browser.seeText("section[aria-labelledby=course]", "the visit as a whole");
    browser.seeText(".legend", "Happiness");
    browser.see("details.figures-table summary").click();
    pointAt("section[aria-labelledby=course] .u-over");
    browser.until(
        "the time of the place that is pointed at",
        d -> browser.see(".legend-time").getText().matches("\\d\\d:\\d\\d:\\d\\d"));
    browser.until(
        "a table of the course", d -> d.findElements(By.cssSelector("details td")).size() > 20);
  }

  @Test
  void trendsCompareAndTellWhyThereIsNoFigure() {
    go("trends?range=7days&scope=site:harbour&scope=camera:entrance&compare=previous-week");
    browser.seeText("table.summary", "Site harbour");
    browser.seeText("table.summary", "Entrance");
    browser.seeText("table.summary", "nobody there");
    browser.seeText("table.summary", "camera down");
    browser.seeText("table.summary", "withheld");
    browser.seeText(".legend", "Site harbour, the week before");
    assertThat(browser.driver.findElements(By.cssSelector(".charts canvas"))).hasSize(4);
    browser.seeText(".key.states", "the camera should have worked and gave no picture");
    List<WebElement> links = browser.driver.findElements(By.cssSelector("a[download]"));
    assertThat(links).hasSize(2);
    assertThat(links.get(0).getDomProperty("href"))
        .contains("/api/v1/trends/export.csv?site=harbour", "step=1h", "from=", "to=");

    new Select(browser.see("select[name=range]")).selectByValue("hour");
    browser.until(
        "minutes are asked for",
        d ->
            venue.asked.stream()
                .anyMatch(
                    p ->
                        p.contains("site=harbour")
                            && p.contains("step=1m")
                            && p.contains("previous-week")));
    assertThat(browser.driver.getCurrentUrl()).contains("range=hour");
    assertThat(browser.errors()).isEmpty();
  }

  private static void pointAt(String css) {
    new Actions(browser.driver).moveToElement(browser.see(css)).perform();
  }

  @Test
  void aCurveTellsWhenItsFiguresAre() {
    go("trends?range=7days&scope=site:harbour&compare=");
    browser.seeText(".legend-time", "Newest");
    pointAt(".charts .u-over");
    browser.until(
        "the hour that is pointed at",
        d -> browser.see(".legend-time").getText().matches(".+ \\d\\d:00 to \\d\\d:00"));
  }

  @Test
  void theTableOfTrendsHasTheEmotionsToo() {
    go("trends?range=today&scope=camera:entrance&step=1m&compare=previous-day");
    browser.see("details.figures-table summary").click();
    browser.seeText("details.figures-table thead", "Satisfaction the day before");
    browser.see("details.figures-table tbody tr");
    List<?> shares =
        (List<?>)
            browser.script(
                """
                const columns = [...document.querySelectorAll('.figures-table thead th')].map(one => one.textContent);
                const row = [...document.querySelectorAll('.figures-table tbody tr')]
                  .find(one => one.children[1].textContent === 'figures');
                const share = name => parseInt(row.children[columns.indexOf(name)].textContent);
                return ['Neutral', 'Happiness', 'Surprise', 'Sadness', 'Anger', 'Disgust', 'Fear', 'Contempt'].map(share);
                """);
    assertThat(shares.stream().mapToLong(share -> (Long) share).sum())
        .as("the sum of eight shares in per cent, rounded")
        .isBetween(96L, 104L);
  }

  @Test
  void aBookmarkOfTrendsHoldsItsTimeByTheSitesClock() {
    // 2026-11-20T17:30Z is 12:30 in New York, five hours behind in winter.
    long from = java.time.Instant.parse("2026-11-20T17:30:00Z").toEpochMilli();
    go("trends?range=custom&from=" + from + "&to=" + (from + 7_200_000) + "&scope=site:market");
    browser.see("table.summary");
    browser.until(
        "the begin by the clock of the site",
        d -> "2026-11-20T12:30".equals(browser.see("[name=from]").getDomProperty("value")));
    assertThat(venue.asked).anyMatch(path -> path.contains("site=market&from=" + from));

    browser.script(
        "const to = document.querySelector('[name=to]'); to.value = '2026-11-20T11:00';"
            + " to.dispatchEvent(new Event('change'))");
    browser.seeText(".message", "The time must have a start, and an end that is later.");
    assertThat(browser.errors()).isEmpty();
  }

  @Test
  void daysBeginAtTheirFirstInstant() {
    go("overview");
    browser.see(".moment");
    // Clocks go from 00:00 to 01:00 in Santiago (-04 to -03) and in Beirut (+02 to +03).
    assertThat(midnight("2026-09-06T15:00:00Z", "America/Santiago")).isEqualTo("2026-09-06T04:00");
    assertThat(midnight("2026-03-29T09:00:00Z", "Asia/Beirut")).isEqualTo("2026-03-28T22:00");
    assertThat(midnight("2026-03-29T09:00:00Z", "Europe/Berlin")).isEqualTo("2026-03-28T23:00");
  }

  private static Object midnight(String at, String zone) {
    return browser.driver.executeAsyncScript(
        "const [at, zone, done] = arguments; import('/lib/zones.js').then(({ midnight }) =>"
            + " done(new Date(midnight(Date.parse(at), zone)).toISOString().slice(0, 16)))",
        at,
        zone);
  }

  @Test
  void trendsCanBeSavedAsAPicture() {
    go("trends?range=today&scope=site:market");
    browser.see(".charts canvas");
    // The browser's own download is not of interest: what it is handed is.
    browser.script(
        "window.saved = []; const make = URL.createObjectURL;"
            + " URL.createObjectURL = blob => { window.blob = blob; return make(blob); };"
            + " HTMLAnchorElement.prototype.click = function () { saved.push(this.download); };");
    browser.see("button[data-key=png]").click();
    browser.until(
        "a file is handed over", d -> (Boolean) browser.script("return window.saved.length === 1"));
    Object size =
        browser.driver.executeAsyncScript(
            "const done = arguments[0]; createImageBitmap(window.blob)"
                + ".then(b => done([saved[0], b.width, b.height]), e => done(['' + e, 0, 0]));");
    List<?> saved = (List<?>) size;
    assertThat((String) saved.get(0)).matches("trends-.*\\.png");
    assertThat((Long) saved.get(1)).isGreaterThan(800);
    assertThat((Long) saved.get(2)).isGreaterThan(800);
  }

  @Test
  void momentsAreFilteredAndShowPhotosOfTheApiOnly() {
    go("moments");
    browser.seeText(".moments", "Surprise rose to 41 %, from 6 % usually.");
    WebElement photo = browser.see("img.photo");
    browser.until(
        "the photo is loaded",
        d -> (Boolean) browser.script("return arguments[0].naturalWidth > 0", photo));
    assertThat(photo.getDomAttribute("src")).startsWith("/api/v1/moments/");

    new Select(browser.see("select[name=kind]")).selectByValue("CAMERA_DOWN");
    browser.until(
        "only one moment is shown", d -> d.findElements(By.cssSelector(".moment")).size() == 1);
    browser.seeText(".moments", "Camera down at Terrace");
    assertThat(browser.driver.getCurrentUrl()).contains("kind=CAMERA_DOWN");
    venue.liveMoment("GROUP_SMILE", "checkout", "not of this kind");
    venue.liveMoment("CAMERA_DOWN", "checkout", "no answer within 9 s");
    browser.seeText(".moments li:first-child", "no answer within 9 s");
    assertThat(browser.see(".moments").getText()).doesNotContain("not of this kind");
  }

  @Test
  void theCamerasSayWhatTheyDoAndWhy() {
    go("cameras");
    WebElement terrace = browser.see("tr[data-camera=terrace]");
    assertThat(terrace.getText())
        .contains("lost, trying again", "no answer within 4 s; attempt 6", "Europe/Berlin");
    assertThat(browser.see("tr[data-camera=entrance]").getText())
        .contains("working", "4.9 of 5.0", "rtsp://***@10.0.0.20/stream1");
  }
}
