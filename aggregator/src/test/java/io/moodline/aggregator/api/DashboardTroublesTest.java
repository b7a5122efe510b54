package io.moodline.aggregator.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.moodline.aggregator.browser.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

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
    venue.start();
    browser.seeText("#connection", "live");
    browser.until("the trouble is over", d -> !d.findElement(By.id("trouble")).isDisplayed());
    venue.liveMoment("CROWD_PEAK", "checkout", "told after the break");
    browser.seeText(".moments", "told after the break");
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
