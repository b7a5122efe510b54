package io.moodline.aggregator.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.moodline.aggregator.browser.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Adding, changing and removing cameras on the page. Skips without a browser. */
class DashboardCamerasTest {

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
    browser.go(venue.url() + "#/cameras");
    browser.see("tr[data-camera=entrance]");
  }

  @AfterEach
  void stop() {
    venue.close();
  }

  private static void type(String field, String text) {
    WebElement input = browser.see("[name='" + field + "']");
    input.clear();
    input.sendKeys(text);
  }

  private static void click(String text) {
    browser
        .see("main")
        .findElement(By.xpath(".//button[normalize-space()='" + text + "']"))
        .click();
  }

  @Test
  void aCameraIsTestedBeforeItIsSaved() {
    click("Add a camera");
    type("source", "rtsp://viewer:secret@10.0.0.9/live");
    type("name", "Back door");
    type("site", "harbour");
    click("Test picture");
    browser.see(".test-picture canvas");
    browser.seeText(".test-picture", "It works: 960 × 540 px.");
    assertThat(venue.posted).as("nothing is saved yet").isEmpty();
    browser.see("[name='analytics.keepPhotos']").click();
    click("Save camera");
    browser.seeText("[role=status]", "Added Back door");
    browser.see("tr[data-camera=back-door]");
    JsonNode sent = venue.posted.get(0);
    assertThat(sent.path("id").asText()).isEqualTo("back-door");
    assertThat(sent.path("source").asText()).isEqualTo("rtsp://viewer:secret@10.0.0.9/live");
    assertThat(sent.path("analytics").path("keepPhotos").asBoolean()).isTrue();
    assertThat(sent.has("detection")).as("nothing was said of detection").isFalse();
  }

  @Test
  void aSourceThatCannotBeOpenedIsSaidAtItsField() {
    click("Add a camera");
    type("source", "rtsp://nowhere/stream");
    click("Test picture");
    browser.seeText("#field-source-error", "cannot open rtsp://nowhere/stream: no route to host");
    assertThat(browser.see("#field-source").getDomAttribute("aria-invalid")).isEqualTo("true");
  }

  @Test
  void whatTheApiRefusesIsSaidAtItsField() {
    click("Add a camera");
    type("source", "demo");
    type("id", "fast");
    type("targetFps", "200");
    click("Save camera");
    browser.seeText("#field-targetFps-error", "targetFps must be above 0 and at most 60");
    assertThat(browser.driver.switchTo().activeElement().getDomAttribute("name"))
        .isEqualTo("targetFps");
    type("targetFps", "10");
    click("Save camera");
    browser.see("tr[data-camera=fast]");
  }

  @Test
  void settingsKeepWhatTheFormDoesNotAskFor() {
    venue
        .cameras
        .get("checkout")
        .put(
            "detection",
            java.util.Map.of(
                "minFace",
                40,
                "include",
                java.util.List.of(),
                "exclude",
                java.util.List.of(
                    java.util.Map.of(
                        "name",
                        "poster",
                        "corners",
                        java.util.List.of(
                            java.util.List.of(0.1, 0.1),
                            java.util.List.of(0.2, 0.1),
                            java.util.List.of(0.2, 0.3))))));
    browser.go(venue.url() + "#/cameras");
    browser.see("[data-key=edit-checkout]").click();
    browser.seeText(".field.kept", "Kept as it is (its password or key is hidden).");
    assertThat(browser.see("[name=id]").getDomAttribute("readonly")).isNotNull();
    type("name", "Checkout two");
    click("Save settings");
    browser.seeText("[role=status]", "Saved Checkout two");
    JsonNode sent = venue.posted.get(0);
    assertThat(sent.path("id").asText()).isEqualTo("checkout");
    assertThat(sent.has("source")).as("the address stays as it is").isFalse();
    assertThat(sent.path("detection").path("minFace").asInt()).isEqualTo(40);
    assertThat(sent.path("detection").path("exclude").path(0).path("name").asText())
        .isEqualTo("poster");
  }

  @Test
  void aCameraIsSwitchedOffWithoutItsAddress() {
    browser.see("[data-key=edit-entrance]").click();
    browser.see("[name=enabled]").click();
    click("Save settings");
    browser.seeText("[role=status]", "Saved Entrance");
    JsonNode sent = venue.posted.get(0);
    assertThat(sent.path("enabled").asBoolean(true)).isFalse();
    assertThat(sent.has("source")).isFalse();
  }

  @Test
  void aHiddenAddressIsTypedAgainOnlyWhenItChanges() {
    browser.see("[data-key=edit-entrance]").click();
    assertThat(browser.driver.findElements(By.cssSelector("[name=source]"))).isEmpty();
    click("Change");
    assertThat(browser.driver.switchTo().activeElement().getDomAttribute("name"))
        .isEqualTo("source");
    click("Save settings");
    browser.seeText("#field-source-error", "Type the camera’s address first.");
    assertThat(venue.posted).isEmpty();
    type("source", "rtsp://viewer:new@10.0.0.21/stream1");
    click("Test picture");
    browser.see(".test-picture canvas");
    click("Save settings");
    browser.seeText("[role=status]", "Saved Entrance");
    assertThat(venue.posted.get(0).path("source").asText())
        .isEqualTo("rtsp://viewer:new@10.0.0.21/stream1");
  }

  @Test
  void removingIsAskedFirst() {
    browser.see("[data-key=remove-terrace]").click();
    browser.seeText("dialog", "Remove Terrace?");
    assertThat(browser.driver.switchTo().activeElement().getText()).isEqualTo("Cancel");
    browser.press(Keys.ESCAPE);
    browser.until("the dialog is gone", d -> d.findElements(By.cssSelector("dialog")).isEmpty());
    assertThat(venue.cameras).containsKey("terrace");

    browser.see("[data-key=remove-terrace]").click();
    browser.see("dialog .danger").click();
    browser.seeText("[role=status]", "Removed Terrace");
    browser.until(
        "its row is gone",
        d -> d.findElements(By.cssSelector("tr[data-camera=terrace]")).isEmpty());
    assertThat(venue.cameras).doesNotContainKey("terrace");
  }
}
