package io.moodline.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.moodline.aggregator.browser.Browser;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** The pages on the real product with its demo camera, in a real browser. Skips without one. */
class DashboardIT {

  @TempDir Path dir;

  @Test
  void everyPageShowsTheDemo() throws Exception {
    try (Browser browser = Browser.open();
        MoodlineProcess moodline =
            MoodlineProcess.start(
                dir, "run", "demo:faces=3,seed=5", "--port", "0", "--broker-port", "0")) {
      String url = moodline.page() + "/#/";
      moodline.awaitLine("faces:", Duration.ofSeconds(120));

      browser.go(url + "cameras/demo");
      browser.seeText(".status-line", "working");
      browser.seeText("#connection", "live");
      browser.see(".stage canvas[data-captured-at]");
      browser.see(".overlay .box[data-face^='demo:']");
      browser.seeText("section[aria-labelledby=lanes]", "Arrow keys go from face to face");
      seeDownloads(browser, 1);
      WebElement lane = browser.see(".lanes li");
      lane.click();
      browser.seeText("h3", "Face " + lane.getText().substring(0, 3));
      browser.see(".plot canvas");

      browser.go(url + "overview");
      browser.seeText("main", "1 of 1 camera works");
      browser.seeText(".figure", "satisfaction of 100, last 5 minutes");

      browser.go(url + "trends?range=hour&scope=camera:demo&compare=previous-day");
      browser.see("table.summary");
      assertThat(browser.driver.findElements(By.cssSelector(".charts canvas"))).hasSize(4);
      seeDownloads(browser, 1);

      browser.go(url + "moments");
      browser.see(".moments li");
      seeDownloads(browser, 1);

      browser.go(url + "cameras?add");
      browser.seeText("tr[data-camera=demo]", "working");
      browser.see("[name=source]").sendKeys("demo:faces=1,seed=3");
      browser.driver.findElement(By.xpath("//button[.='Test picture']")).click();
      browser.seeText(".test-picture", "It works");
      browser.see("[name=name]").sendKeys("Second one");
      browser.driver.findElement(By.xpath("//button[.='Save camera']")).click();
      browser.seeText("tr[data-camera=second-one]", "working");

      assertThat(browser.errors()).isEqualTo(List.of());
    }
  }

  /** Each table that a page offers can be had. */
  private static void seeDownloads(Browser browser, int links) {
    Object statuses =
        browser.driver.executeAsyncScript(
            "const done = arguments[0]; Promise.all([...document.querySelectorAll('a[download]')]"
                + ".map(a => fetch(a.href).then(r => r.status + r.headers.get('content-type'))))"
                + ".then(done, e => done([String(e)]));");
    assertThat((List<?>) statuses)
        .hasSize(links)
        .allSatisfy(status -> assertThat((String) status).startsWith("200text/csv"));
  }
}
