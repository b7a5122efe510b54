package io.moodline.ingest.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moodline.ingest.FrameSource;
import io.moodline.ingest.SourceRequest;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageFolderSourceTest {

  @TempDir Path dir;

  private final ImageFolderSourceFactory factory = new ImageFolderSourceFactory();

  private SourceRequest request() {
    return new SourceRequest(dir.toString(), 4, false, 1280, 85, Duration.ofSeconds(1));
  }

  private void image(String name, int width) throws IOException {
    BufferedImage image = new BufferedImage(width, 10, BufferedImage.TYPE_3BYTE_BGR);
    ImageIO.write(image, name.endsWith("png") ? "png" : "jpg", dir.resolve(name).toFile());
  }

  @Test
  void imagesComeByNameAtTheCamerasRateAndBrokenOnesAreLeftOut() throws Exception {
    image("b.jpg", 20);
    image("a.png", 10);
    image("d.JPG", 40);
    Files.writeString(dir.resolve("c.jpg"), "not an image");
    Files.writeString(dir.resolve("readme.txt"), "not one either");
    assertThat(factory.opens(dir.toString())).isTrue();
    try (FrameSource source = factory.open(request())) {
      int[] widths = {10, 20, 40};
      for (int i = 0; i < widths.length; i++) {
        assertThat(source.grab()).isTrue();
        assertThat(source.positionMs()).isEqualTo(i * 250L);
        assertThat(source.encode().width()).isEqualTo(widths[i]);
      }
      assertThat(source.grab()).isFalse();
    }
  }

  @Test
  void aFolderWithoutImagesIsNamedWithWhatIsAllowed() throws IOException {
    Files.writeString(dir.resolve("readme.txt"), "no image");
    assertThatThrownBy(() -> factory.open(request()))
        .hasMessageContaining(dir.toString())
        .hasMessageContaining("jpg");
  }
}
