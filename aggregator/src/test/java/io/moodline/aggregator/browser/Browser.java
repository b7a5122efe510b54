package io.moodline.aggregator.browser;

import static org.junit.jupiter.api.Assumptions.abort;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * A real Chromium without a window, with a profile of its own. The driver is named, so that
 * selenium never looks for one elsewhere.
 */
public final class Browser implements AutoCloseable {

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final Duration PATIENCE = Duration.ofSeconds(25);

  private final Path profile;

  /** For what this class has no word for. */
  public final ChromeDriver driver;

  private Browser(Path profile) {
    this.profile = profile;
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM.toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--hide-scrollbars",
        "--lang=en-GB",
        "--user-data-dir=" + profile);
    options.setCapability("goog:loggingPrefs", Map.of(LogType.BROWSER, "ALL"));
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(DRIVER.toFile())
            .usingAnyFreePort()
            .withSilent(true)
            .build();
    this.driver = new ChromeDriver(service, options);
  }

  /** Skips the test, saying so, where no browser is installed. */
  public static Browser open() {
    for (Path needed : List.of(CHROMIUM, DRIVER)) {
      if (!Files.isExecutable(needed)) {
        abort("no browser to test the pages with: " + needed + " is not installed");
      }
    }
    try {
      Browser browser = new Browser(Files.createTempDirectory("moodline-browser"));
      browser.size(1280, 900);
      return browser;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The size of the page itself, as a phone or a wall has it: a window has a least width. */
  public void size(int width, int height) {
    size(width, height, 1);
  }

  private void size(int width, int height, double scale) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", scale, "mobile", false));
  }

  /** What the system would say of light and dark. */
  public void prefersDark(boolean dark) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
  }

  /** The clock of pages that are opened from now on goes ahead of this machine's by so much. */
  public void clockAhead(long ms) {
    String source =
        "{ const real = Date; globalThis.Date = class extends real {"
            + " constructor(...given) { super(...(given.length ? given : [real.now() + AHEAD])); }"
            + " static now() { return real.now() + AHEAD; } }; }";
    driver.executeCdpCommand(
        "Page.addScriptToEvaluateOnNewDocument",
        Map.of("source", source.replace("AHEAD", Long.toString(ms))));
  }

  /** Opens a page anew, as with a new tab. */
  public void go(String url) {
    driver.get("about:blank");
    driver.get(url);
  }

  /** Waits until something is as it should be; pages redraw, so what is stale is asked again. */
  public <T> T until(String what, Function<ChromeDriver, T> question) {
    return new WebDriverWait(driver, PATIENCE)
        .ignoring(StaleElementReferenceException.class)
        .withMessage(() -> what + "; the page says:\n" + text())
        .until(ignored -> question.apply(driver));
  }

  /** Waits for an element that can be seen. */
  public WebElement see(String css) {
    return until(
        "to see " + css,
        d ->
            d.findElements(By.cssSelector(css)).stream()
                .filter(WebElement::isDisplayed)
                .findFirst()
                .orElse(null));
  }

  /** Waits for a text in one of the elements that fit. */
  public void seeText(String css, String text) {
    until(
        "to read \"" + text + "\" in " + css,
        d ->
            d.findElements(By.cssSelector(css)).stream()
                .anyMatch(element -> element.getText().contains(text)));
  }

  /** All that the page says. */
  public String text() {
    return driver.findElement(By.tagName("body")).getText();
  }

  /** Runs a piece of JavaScript in the page. */
  public Object script(String code, Object... arguments) {
    return driver.executeScript(code, arguments);
  }

  /** Presses a key where the focus is. */
  public void press(CharSequence... keys) {
    driver.switchTo().activeElement().sendKeys(keys);
  }

  /** Goes on with the Tab key, as far as the element that fits; fails after 60 steps. */
  public WebElement tabTo(String css) {
    for (int i = 0; i < 60; i++) {
      press(Keys.TAB);
      if ((Boolean) script("return document.activeElement.matches(arguments[0])", css)) {
        return driver.switchTo().activeElement();
      }
    }
    throw new AssertionError("the Tab key never comes to " + css);
  }

  /** Errors on the console, but for those of the network, which some tests cause. */
  public List<String> errors() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= java.util.logging.Level.SEVERE.intValue())
        .map(entry -> entry.getMessage())
        .filter(message -> !message.contains("Failed to load resource"))
        .toList();
  }

  /**
   * A picture of the page as JPEG, from its top.
   *
   * @param scale pixels of the picture for one of the page
   * @param mostHeight of what is shown, in pixels of the page
   */
  public void picture(Path file, double scale, int mostHeight) {
    Number height = (Number) script("return Math.max(700, document.documentElement.scrollHeight)");
    Number width = (Number) script("return innerWidth");
    size(width.intValue(), Math.min(mostHeight, height.intValue()), scale);
    try {
      BufferedImage shot =
          ImageIO.read(new ByteArrayInputStream(driver.getScreenshotAs(OutputType.BYTES)));
      BufferedImage opaque =
          new BufferedImage(shot.getWidth(), shot.getHeight(), BufferedImage.TYPE_INT_RGB);
      opaque.createGraphics().drawImage(shot, 0, 0, null);
      ImageIO.write(opaque, "jpg", file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    driver.quit();
    try (Stream<Path> files = Files.walk(profile)) {
      files.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    } catch (IOException | UncheckedIOException e) {
      // The browser may still be writing: the folder is temporary.
    }
  }
}
