package io.moodline.aggregator.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.moodline.aggregator.browser.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.Select;

/**
 * What the pages do when there is nothing to show, or nobody who answers. Skips without a browser.
 */
class DashboardTroublesTest {

  private static Browser browser;
  private VenueServer venue;

  @BeforeAll
  static void open() {
    browser = Browser.open();
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void serve() {
    venue = VenueServer.populated();
  }

  @AfterEach
  void stop() {
    venue.close();
  }

  private void go(String page) {
    browser.go(venue.url() + "#/" + page);
  }

  @Test
  void anEmptySystemSaysWhatToDo() {
    venue.cameras.clear();
    venue.moments.clear();
    go("overview");
    browser.seeText("main", "No camera yet");
    browser.see("a.button[href='#/cameras?add']").click();
    browser.seeText("h2", "Add a camera");
    browser.seeText("main", "The address “demo” is a drawn venue");
    go("trends");
    browser.seeText("main", "trends begin with the first pictures");
    go("moments");
    browser.seeText("main", "Nothing out of the ordinary yet");
    assertThat(browser.errors()).isEmpty();
  }

  @Test
  void aBrokenStreamIsSaidAndMended() {
    go("overview");
    browser.seeText("#connection", "live");
    browser.seeText("main", "Entrance");
    venue.stop();
    browser.until(
        "to be told since when the page is stale",
        d ->
            d.findElement(By.id("connection"))
                .getText()
                .matches("stale since \\d\\d:\\d\\d:\\d\\d"));
    browser.seeText("#trouble", "No answer from the service");
    assertThat(browser.see("main").getText()).as("old figures stay").contains("Entrance");
    assertThat(
            (String)
                browser.script(
                    "const s = getComputedStyle(document.getElementById('main'));"
                        + " return s.filter + ' ' + s.opacity"))
        .as("old figures can be read as well as new ones")
        .isEqualTo("none 1");
    venue.start();
    browser.seeText("#connection", "live");
    browser.until("the trouble is over", d -> !d.findElement(By.id("trouble")).isDisplayed());
    venue.liveMoment("CROWD_PEAK", "checkout", "told after the break");
    browser.seeText(".moments", "told after the break");
  }

  @Test
  void anOutageIsSaidOnce() {
    go("overview");
    browser.seeText("main", "Entrance");
    venue.stop();
    browser.until(
        "the shell, the figures and the moments have no answer",
        d -> notes("textContent.includes('No answer from the service')") == 3);
    assertThat(notes("checkVisibility()")).isEqualTo(1);
    assertThat(browser.see("#trouble").getText()).contains("No answer from the service");
    venue.start();
  }

  /** How many of the notes of trouble are so. */
  private static long notes(String condition) {
    return (Long)
        browser.script(
            "return [...document.querySelectorAll('.trouble')].filter(one => one."
                + condition
                + ").length");
  }

  @Test
  void aDeadServiceIsNotBlamedOnTheCamera() {
    go("cameras/terrace");
    browser.seeText("section[aria-labelledby=now]", "the camera has sent none");
    venue.stop();
    browser.seeText("section[aria-labelledby=now]", "No answer from the service: no picture");
    venue.start();
  }

  @Test
  void withoutAStreamThePageAsksAgain() {
    venue.refusals.put("stream", 503);
    go("overview");
    browser.seeText("#connection", "every few seconds");
    browser.seeText(".moments", "Group smile");
    venue.refusals.clear();
    browser.seeText("#connection", "live");
  }

  @Test
  void aServiceThatIsNotReadySaysSo() {
    venue.refusals.put("trends", 503);
    go("trends");
    browser.seeText(".trouble", "starting or moving its work");
    venue.refusals.clear();
    browser.see("table.summary");
  }

  @Test
  void aStreamThatIsSilentIsOpenedAgain() {
    venue.stream.beats = true;
    go("overview");
    browser.seeText("#connection", "live");
    venue.stream.dead = true;
    // Instead of waiting: the page's clock goes 20 s ahead, as when three heartbeats are missing.
    browser.script("const now = Date.now; Date.now = () => now() + 20_000");
    browser.seeText("#connection", "stream silent, opening it again");
    venue.stream.dead = false;
    browser.seeText("#connection", "live");
  }

  @Test
  void momentsHaveNoGapAfterAPause() {
    manyMoments(60, 10_000_000);
    go("moments");
    browser.until("a page of moments", d -> shownMoments() == 50);
    manyMoments(60, 0);
    comeBack();
    browser.seeText(".moments li:first-child", "59 of those 0 ms ago");
    assertThat(shownMoments()).as("the newest only, the rest is on later pages").isEqualTo(50);
    browser.see("button[data-key=older]").click();
    browser.until("a second page", d -> shownMoments() == 100);
    browser.see("button[data-key=older]").click();
    browser.until("all, without a gap", d -> shownMoments() == 125);
  }

  @Test
  void olderMomentsOfAnotherFilterAreDropped() {
    manyMoments(120, 10_000_000);
    go("moments");
    browser.until("a page of moments", d -> shownMoments() == 50);
    browser.script(
        "const get = window.fetch; window.fetch = async (url, options) => {"
            + " if (!String(url).includes('page=')) return get(url, options);"
            + " await new Promise(then => window.release = then);"
            + " const answer = await get(url, options);"
            + " setTimeout(() => window.answered = true, 100); return answer; }");
    browser.see("button[data-key=older]").click();
    new Select(browser.see("select[name=kind]")).selectByValue("CAMERA_DOWN");
    browser.until("the one of the kind", d -> shownMoments() == 1);
    browser.script("window.release()");
    browser.until("the late answer", d -> (Boolean) browser.script("return window.answered"));
    assertThat(browser.driver.findElement(By.cssSelector("button[data-key=older]")).isDisplayed())
        .as("there are no older ones of the kind")
        .isFalse();
  }

  private void manyMoments(int count, long agoMs) {
    long begin = System.currentTimeMillis() - agoMs - 60_000;
    for (int i = 0; i < count; i++) {
      venue.moment(
          "CROWD_PEAK", "checkout", begin + i, i + " of those " + agoMs + " ms ago", false);
    }
  }

  private static int shownMoments() {
    return browser.driver.findElements(By.cssSelector(".moment")).size();
  }

  /** As when somebody looks at the page again. */
  private static void comeBack() {
    browser.script("document.dispatchEvent(new Event('visibilitychange'))");
  }

  @Test
  void whatACopyAnswersIsNotCalledLive() {
    venue.moving.add("moments");
    go("moments");
    browser.seeText(".moments", "Group smile");
    browser.seeText("#connection", "from a copy, may lack the newest");
  }

  @Test
  void anOlderServiceLeavesAGapAndNoMore() {
    for (String path : new String[] {"timelines", "sites", "stream", "cameras/entrance/frame"}) {
      venue.refusals.put(path, 404);
    }
    go("cameras/entrance");
    browser.seeText("main", "No picture right now");
    browser.seeText("main", "tells only each face’s longest emotion");
    browser.see(".lanes li");
    assertThat(browser.errors()).isEmpty();
  }

  @Test
  void aCameraThatIsGoneIsSaidToBe() {
    go("cameras/nowhere");
    browser.seeText(".status-line", "There is no camera “nowhere”");
  }

  @Test
  void aNameIsNeverMarkup() {
    String nasty = "<img src=x onerror=\"window.hit=1\"><script>window.hit=1</script>";
    venue.camera("nasty", "<b>site</b>", nasty, "FAILED", "<i>reason</i>");
    venue.moment("CROWD_PEAK", "nasty", System.currentTimeMillis(), "<u>text</u>", false);
    for (String page : new String[] {"overview", "cameras", "cameras/nasty", "moments"}) {
      go(page);
      browser.seeText("main", nasty);
    }
    go("trends?scope=camera:nasty");
    browser.seeText("table.summary", nasty);
    assertThat(browser.script("return window.hit ?? null")).isNull();
    assertThat(browser.driver.findElements(By.cssSelector("main b i, main img[src=x], main u")))
        .isEmpty();
  }
}
