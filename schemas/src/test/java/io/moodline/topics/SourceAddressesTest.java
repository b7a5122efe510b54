package io.moodline.topics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceAddressesTest {

  @ParameterizedTest
  @CsvSource({
    "rtsp://10.0.0.7/stream, rtsp://10.0.0.7/stream",
    "rtsp://user:secret@10.0.0.7/stream, rtsp://***@10.0.0.7/stream",
    "rtsp://user:se@cret@10.0.0.7/stream, rtsp://***@10.0.0.7/stream",
    "rtsp://user:se/cret@10.0.0.7/stream, rtsp://***@10.0.0.7/stream",
    "rtsp://user@10.0.0.7/stream, rtsp://***@10.0.0.7/stream",
    "rtsp://user:se#cret@10.0.0.7/stream, rtsp://***@10.0.0.7/stream",
    "rtsp://user:se?cret@10.0.0.7/stream, rtsp://***@10.0.0.7/stream",
    "rtsp://user:12#3@10.0.0.7/stream: refused, rtsp://***@10.0.0.7/stream: refused",
    "http://cam/video?mail=a@b, http://cam/video?mail=***",
    "http://cam:80/video?mail=a@b, http://***@b",
    "http://cam/video?user=a&password=b&w=3, http://cam/video?user=***&password=***&w=***",
    "http://cam/video?loginuse=admin&loginpas=pw, http://cam/video?loginuse=***&loginpas=***",
    "rtsp://cam/live?channel=1&p=pw#1&2, rtsp://cam/live?channel=***&p=***&***",
    "rtsp://cam/11?admin:pw&, rtsp://cam/11?***&",
    "http://cam/video?YWRtaW46cHc=, http://cam/video?***",
    "cannot open http://h/x?p=pw: refused, cannot open http://h/x?p=***: refused",
    "http://h/x?p=a and http://i/y?q=b&r=c, http://h/x?p=*** and http://i/y?q=***&r=***",
    "x?password=b&w=3, x?password=***&w=3",
    "/videos/what?a=b.mp4, /videos/what?a=b.mp4",
    "http://cam/video?access_token=abc, http://cam/video?access_token=***",
    "http://cam/video?apikey=abc#top, http://cam/video?apikey=***",
    "/videos/shop@door.mp4, /videos/shop@door.mp4",
    "cannot open rtsp://u:p@h/x: refused, cannot open rtsp://***@h/x: refused",
    "rtsp://u:p@h/x and rtsp://v:q@i/y, rtsp://***@h/x and rtsp://***@i/y",
    "rtsp://h:554/user=admin_password=secret_channel=1, rtsp://h:554/user=admin_password=***_channel=1",
    "demo, demo",
  })
  void credentialsAreMaskedAndNothingElse(String text, String masked) {
    assertThat(SourceAddresses.masked(text)).isEqualTo(masked);
  }

  @Test
  void aPasswordThatEndsTheAddressIsFound() {
    for (String cut :
        new String[] {
          "rtsp://user:se#cret@h/x",
          "rtsp://user:se?cret@h/x",
          "rtsp://user:se/cret@h/x",
          "rtsp://user:12#3@h/x",
          "rtsp://user:se cret@h/x",
          "rtsp://h/with space",
          "rtsp://h:80#a@b"
        }) {
      assertThat(SourceAddresses.isCutShort(cut)).as(cut).isTrue();
    }
    for (String whole :
        new String[] {
          "rtsp://h/x",
          "rtsp://h:554/x",
          "rtsp://user:se@cret@h:554/x?a=b@c",
          "rtsp://user:se%23cret@h/x#y",
          "http://h:80/x?mail=a@b",
          "http://h?mail=a@b",
          "rtsp://h:554/user=admin_password=secret_channel=1",
          "rtsp://[::1]:554/live@main",
          "http://[fe80::1]/video?mail=a@b",
          "rtsp://u:p@[::1]:554/x",
          "http://cam/view#a@b",
          "srt://h:9000?streamid=#!::r=live@x",
          "/videos/a #1 @ b.mp4",
          "file:///a #1@b.mp4",
          "demo:faces=3"
        }) {
      assertThat(SourceAddresses.isCutShort(whole)).as(whole).isFalse();
    }
  }

  @Test
  void nothingIsShownOfAnAddressThatIsCutShort() {
    assertThat(SourceAddresses.shown("rtsp://admin:my secret@h/x")).isEqualTo("rtsp://***");
    assertThat(SourceAddresses.shown("rtsp://u:p@h/x")).isEqualTo("rtsp://***@h/x");
    assertThat(SourceAddresses.shown("/videos/a b@c.mp4")).isEqualTo("/videos/a b@c.mp4");
  }

  /** Whatever is hidden of an address, what is shown of it is known again. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "rtsp://user:secret@10.0.0.7/stream",
        "rtsp://user@10.0.0.7/stream",
        "rtsp://admin:my secret@h/x",
        "http://cam/video?access_token=abc",
        "http://cam/video?abc",
        "admin:pw@10.0.0.7/live",
        "http://cam/video?user=a&password=b&w=3",
        "http://cam/video?apikey=abc#top",
        "rtsp://h:554/user=admin_password=secret_channel=1",
        "http://h/11?admin:pw&"
      })
  void anAddressThatWasShownIsKnownForOne(String source) {
    assertThat(SourceAddresses.isMasked(SourceAddresses.shown(source))).isTrue();
    assertThat(SourceAddresses.isMasked(source)).isFalse();
  }

  @Test
  void aMaskAsUserOrPasswordAloneIsOneToo() {
    for (String masked : new String[] {"rtsp://admin:***@h/x", "rtsp://***:pass@h/x"}) {
      assertThat(SourceAddresses.isMasked(masked)).as(masked).isTrue();
    }
    for (String real :
        new String[] {"rtsp://u:se***cret@h/x", "http://h/***/x", "/videos/a=***.mp4", "demo"}) {
      assertThat(SourceAddresses.isMasked(real)).as(real).isFalse();
    }
  }

  @Test
  void anAddressWithoutItsSchemeIsFound() {
    for (String bare :
        new String[] {
          "admin:pw@10.0.0.7/s",
          "admin:p/w@10.0.0.7/s",
          "admin:my pw@10.0.0.7/s",
          ":pw@10.0.0.7",
          "//admin:pw@10.0.0.7/s",
          "rtsp//admin:pw@10.0.0.7/s",
          "rtsp:admin:pw@10.0.0.7/s",
          "rtsp:/admin:pw@10.0.0.7/s",
          "HTTP:/10.0.0.7/s"
        }) {
      assertThat(SourceAddresses.isWithoutScheme(bare)).as(bare).isTrue();
      assertThat(SourceAddresses.shown(bare)).as(bare).isEqualTo("***");
    }
    for (String whole :
        new String[] {
          "rtsp://admin:pw@10.0.0.7/s",
          "demo",
          "demo:faces=3;seed=1",
          "/dev/video0",
          "/videos/12:30@door.mp4",
          "./12:30@door.mp4",
          "videos/12:30@door.mp4",
          "shop@door.mp4",
          "12:30.mp4",
          "file:/videos/a.mp4",
          "file:///videos/12:30@door.mp4"
        }) {
      assertThat(SourceAddresses.isWithoutScheme(whole)).as(whole).isFalse();
    }
  }

  @Test
  void filesAreToldFromWhatIsLive() {
    for (String file :
        new String[] {"file:/a.mp4", "file:///a.mp4", "a.mp4", "/videos", "demo.mp4"}) {
      assertThat(SourceAddresses.isFile(file)).as(file).isTrue();
    }
    for (String live :
        new String[] {"rtsp://h/x", "http://h/a.mp4", "/dev/video0", "demo", "demo:faces=3"}) {
      assertThat(SourceAddresses.isFile(live)).as(live).isFalse();
    }
  }
}
