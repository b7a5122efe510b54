package io.moodline.aggregator.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.moodline.aggregator.browser.Browser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/**
 * Who uses the pages how: by keyboard, on a phone or a wall, in the dark. Skips without a browser.
 */
class DashboardUseTest {

  private static final Map<String, String> PAGES =
      Map.of(
          "overview", ".moment",
          "cameras/entrance", ".lanes li",
          "trends?scope=all&scope=site:market", ".charts canvas",
          "moments", "img.photo",
          "cameras?add", "tr[data-camera=terrace]");

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

  @Test
  void noPageNeedsSidewaysScrolling() {
    for (int width : new int[] {360, 768, 810, 1000, 1920, 2560}) {
      browser.size(width, 900);
      PAGES.forEach(
          (page, mark) -> {
            browser.go(venue.url() + "#/" + page);
            browser.see(mark);
            assertThat((Long) browser.script("return document.documentElement.scrollWidth"))
                .as("%s at %d px", page, width)
                .isLessThanOrEqualTo(width);
          });
    }
    browser.size(1280, 900);
  }

  /** The contrast of the text with what is behind it, as WCAG 2 counts it. */
  private static final String CONTRAST =
      """
      const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
      const rgb = text => {
        canvas.clearRect(0, 0, 1, 1);
        canvas.fillStyle = text;
        canvas.fillRect(0, 0, 1, 1);
        return [...canvas.getImageData(0, 0, 1, 1).data];
      };
      const luminance = ([r, g, b]) => [r, g, b].map(v => v / 255)
        .map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
        .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
      const behind = node => {
        for (let n = node; n; n = n.parentElement) {
          const back = rgb(getComputedStyle(n).backgroundColor);
          if (back[3] > 250) return back;
        }
        return [255, 255, 255];
      };
      const poor = [];
      for (const node of document.querySelectorAll('body *:not(svg *):not(option)')) {
        const own = [...node.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
        if (!own || !node.checkVisibility() || node.closest('.visually-hidden, :disabled, noscript, .skip')) continue;
        const [a, b] = [luminance(rgb(getComputedStyle(node).color)), luminance(behind(node))];
        const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        if (contrast < 4.5) poor.push(`${node.tagName}.${node.className} ${node.textContent.slice(0, 30)} ${contrast.toFixed(2)}`);
      }
      return poor;
      """;

  @Test
  void textCanBeReadInLightAndDark() {
    for (boolean dark : new boolean[] {false, true}) {
      browser.prefersDark(dark);
      PAGES.forEach(
          (page, mark) -> {
            browser.go(venue.url() + "#/" + page);
            browser.see(mark);
            assertThat((List<?>) browser.script(CONTRAST)).as(page + " dark=" + dark).isEmpty();
          });
    }
    browser.prefersDark(false);
  }

  @Test
  void theThemeIsChosenAndKept() {
    browser.go(venue.url() + "#/overview");
    String background = "return getComputedStyle(document.body).backgroundColor";
    Object light = browser.script(background);
    new Select(browser.see("#theme")).selectByValue("dark");
    assertThat(browser.script(background)).isNotEqualTo(light);
    browser.go(venue.url() + "#/moments");
    browser.see("#theme");
    assertThat(browser.script(background)).isNotEqualTo(light);
    new Select(browser.see("#theme")).selectByValue("auto");
    assertThat(browser.script(background)).isEqualTo(light);
  }

  @Test
  void theKeyboardReachesEverything() {
    browser.go(venue.url() + "#/overview");
    browser.see(".moment");
    browser.tabTo("#skip");
    browser.press(Keys.ENTER);
    assertThat(browser.driver.switchTo().activeElement().getDomAttribute("id")).isEqualTo("main");

    browser.tabTo("a[href='#/cameras/checkout']");
    browser.press(Keys.ENTER);
    browser.seeText("h1", "Checkout 2");
    assertThat(browser.driver.switchTo().activeElement().getTagName())
        .as("a new page begins at its heading")
        .isEqualTo("h1");

    browser.see(".lanes li");
    browser.tabTo(".lanes li");
    browser.press(Keys.ARROW_DOWN);
    browser.press(Keys.ARROW_DOWN);
    WebElement lane = browser.driver.switchTo().activeElement();
    String key = lane.getDomAttribute("data-key");
    browser.press(Keys.ENTER);
    browser.see(".lanes li[aria-selected=true][data-key='" + key + "']");
    assertThat(browser.script("return document.activeElement.dataset.key"))
        .as("the focus stays where it was while the lanes are drawn anew")
        .isEqualTo(key);
  }

  @Test
  void labelsOfFacesSideBySideAreApartAndInThePicture() {
    browser.size(360, 900);
    browser.go(venue.url() + "#/overview");
    browser.see(".moment");
    List<?> labels =
        (List<?>)
            browser.driver.executeAsyncScript(
                """
                const done = arguments[0];
                import('/parts/boxes.js').then(({ boxes }) => {
                  const face = (faceId, x1) => ({ faceId, box: { x1, y1: 200, x2: x1 + 110, y2: 330 }, confidence: 0.98,
                    dominant: 'NEUTRAL', qualityReason: null, probabilities: { NEUTRAL: 1 } });
                  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
                  svg.setAttribute('class', 'overlay');
                  svg.setAttribute('viewBox', '0 0 1280 720');
                  const stage = document.createElement('div');
                  stage.className = 'stage';
                  stage.style.cssText = 'width: 320px; height: 180px';
                  stage.append(svg);
                  document.body.append(stage);
                  svg.append(...boxes([face('a', 900), face('b', 1030), face('c', 1160)], null, 4, 1280, () => {}));
                  done([...svg.querySelectorAll('text')].map(text => text.getBBox())
                    .map(({ x, y, width, height }) => [x, y, x + width, y + height * 0.8].map(Math.round)));
                });
                """);
    browser.size(1280, 900);
    assertThat(labels).hasSize(3);
    for (int i = 0; i < labels.size(); i++) {
      List<?> a = (List<?>) labels.get(i);
      assertThat((Long) a.get(2)).as("right edge of %s", a).isLessThanOrEqualTo(1280);
      for (Object other : labels.subList(0, i)) {
        List<?> b = (List<?>) other;
        boolean beside = (Long) a.get(0) >= (Long) b.get(2) || (Long) b.get(0) >= (Long) a.get(2);
        boolean above = (Long) a.get(1) >= (Long) b.get(3) || (Long) b.get(1) >= (Long) a.get(3);
        assertThat(beside || above).as("%s and %s are apart", a, b).isTrue();
      }
    }
  }

  @Test
  void theFocusOfALaneThatGoesMovesToItsNeighbour() {
    browser.go(venue.url() + "#/overview");
    browser.see(".moment");
    Object focus =
        browser.driver.executeAsyncScript(
            """
            const done = arguments[0];
            import('/charts/lanes.js').then(({ lanes }) => {
              const host = document.createElement('div');
              document.body.append(host);
              const draw = lanes(host, () => {});
              const face = id => ({ id, firstSeen: 0, lastSeen: 1000, open: false, segments: [] });
              const show = ids => draw(ids.map(face), { from: 0, to: 1000, zone: 'UTC', chosen: null });
              const focused = () => document.activeElement.dataset.key ?? document.activeElement.className;
              show(['a', 'b', 'c']);
              host.querySelector('[data-key=c]').focus();
              show(['x', 'a', 'b']);
              const steps = [focused()];
              show(['x', 'b']);
              steps.push(focused());
              show([]);
              steps.push(focused());
              show(['y']);
              done([...steps, focused()].join());
            });
            """);
    assertThat(focus).isEqualTo("b,b,lanes,y");
  }

  @Test
  void aCameraIsAddedWithTheKeyboardAlone() {
    browser.go(venue.url() + "#/cameras");
    browser.see("tr[data-camera=entrance]");
    browser.tabTo("main button.primary");
    browser.press(Keys.ENTER);
    browser.tabTo("[name=source]").sendKeys("demo");
    browser.tabTo("[name=name]").sendKeys("By keyboard");
    browser.tabTo("[name=id]");
    browser.press(Keys.ENTER);
    browser.see("tr[data-camera=by-keyboard]");
    venue.cameras.remove("by-keyboard");
  }

  @Test
  void everythingHasANameForAScreenReader() {
    PAGES.forEach(
        (page, mark) -> {
          browser.go(venue.url() + "#/" + page);
          browser.see(mark);
          assertThat(browser.driver.findElements(By.cssSelector("h1"))).hasSize(1);
          assertThat(browser.driver.findElements(By.cssSelector("main, nav[aria-label], header")))
              .hasSizeGreaterThanOrEqualTo(3);
          browser.until("every control is named", d -> allNamed(page));
          List<?> doubles =
              (List<?>)
                  browser.script(
                      "const ids = [...document.querySelectorAll('[id]')].map(e => e.id);"
                          + " return ids.filter((id, i) => ids.indexOf(id) !== i)");
          assertThat(doubles).as(page).isEmpty();
        });
  }

  /** True; what has no name fails the test. */
  private static boolean allNamed(String page) {
    By controls = By.cssSelector("button, a, input, select, summary, [role=img], [role=option]");
    for (WebElement control : browser.driver.findElements(controls)) {
      if (control.isDisplayed()) {
        assertThat(control.getAccessibleName())
            .as(page + ": " + control.getDomProperty("outerHTML"))
            .isNotBlank();
      }
    }
    return true;
  }
}
