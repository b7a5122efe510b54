package io.moodline.trainer.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.moodline.testing.SharedData;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class FerPlusDatasetTest {

  private static final Set<Split> TRAIN = Set.of(Split.TRAIN);

  @TempDir private Path folder;

  private final Map<String, byte[]> pictures = new TreeMap<>();

  @BeforeEach
  void writeLabels() throws IOException {
    pictures.put("FER2013Train/a.png", png(48, 48, 7));
    pictures.put("FER2013Train/b.png", png(48, 48, 200));
    pictures.put("FER2013Valid/c.png", png(48, 48, 3));
    Files.writeString(
        folder.resolve("fer2013new.csv"),
        """
        Usage,Image name,neutral,happiness,surprise,sadness,anger,disgust,fear,contempt,unknown,NF
        Training,b.png,4,0,0,1,3,2,0,0,0,0
        Training,a.png,0,9,0,0,0,0,0,0,1,0
        PublicTest,c.png,0,9,0,0,0,0,0,0,1,0
        """);
  }

  @Test
  void picturesComeFromFoldersInTheOrderOfTheLabels() throws IOException {
    writeFolders();

    assertThat(read(TRAIN, BadRows.refuse()))
        .extracting(sample -> sample.labels().image(), sample -> sample.pixels()[0] & 0xff)
        .containsExactly(tuple("b.png", 200), tuple("a.png", 7));
  }

  @Test
  void picturesComeFromAnArchiveJustSo() throws IOException {
    writeArchive();
    List<Sample> fromArchive = read(TRAIN, BadRows.refuse());
    Files.delete(folder.resolve("pictures.tar.xz"));
    writeFolders();

    assertThat(fromArchive).usingRecursiveComparison().isEqualTo(read(TRAIN, BadRows.refuse()));
  }

  @Test
  void onlyTheSplitsAskedForAreRead() throws IOException {
    writeFolders();

    assertThat(read(Set.of(Split.VALID), BadRows.refuse())).hasSize(1);
  }

  @Test
  void anAbsentPictureIsNamedWithItsRow() throws IOException {
    pictures.remove("FER2013Train/a.png");
    writeFolders();

    assertThatThrownBy(() -> read(TRAIN, BadRows.refuse()))
        .hasMessage("fer2013new.csv:3: no picture FER2013Train/a.png");
  }

  @Test
  void aDamagedPictureIsNamedOnceAndCanBeSkipped() throws IOException {
    byte[] whole = pictures.get("FER2013Train/a.png");
    pictures.put("FER2013Train/a.png", Arrays.copyOf(whole, 40));
    writeFolders();
    BadRows.Skipped skipped = BadRows.skip();

    assertThat(read(TRAIN, skipped)).hasSize(1);
    assertThat(skipped.rows())
        .singleElement()
        .satisfies(
            row ->
                assertThat(row.toString()).startsWith("FER2013Train/a.png: is a damaged picture"));
  }

  @Test
  void aPictureOfAnotherSizeIsNamed() throws IOException {
    pictures.put("FER2013Train/a.png", png(64, 48, 7));
    writeFolders();

    assertThatThrownBy(() -> read(TRAIN, BadRows.refuse()))
        .hasMessage("FER2013Train/a.png: is 64x48, but must be 48x48 pixels");
  }

  @Test
  void aPaletteIsLookedUp() throws IOException {
    pictures.put("FER2013Train/a.png", TinyPng.of(TinyPng.Kind.PALETTE, 8, 3));
    writeFolders();

    // Entry 3 is the colour 10, 100, 200, whose luma is 84.
    assertThat(read(TRAIN, BadRows.refuse()).get(1).pixels()[TinyPng.MARK]).isEqualTo((byte) 84);
  }

  @Test
  void anAbsentSplitIsNamed() throws IOException {
    writeFolders();

    assertThatThrownBy(() -> read(EnumSet.of(Split.TRAIN, Split.TEST), BadRows.skip()))
        .hasMessageEndingWith("holds no labelled picture of FER2013Test");
  }

  @Test
  void absentFilesAreNamed() throws IOException {
    assertThatThrownBy(() -> FerPlusDataset.open(folder.resolve("none")))
        .hasMessageStartingWith("no folder ");
    assertThatThrownBy(() -> FerPlusDataset.open(folder))
        .hasMessageContaining("no folder FER2013Train and 0 .tar.xz archives");
    Files.delete(folder.resolve("fer2013new.csv"));
    assertThatThrownBy(() -> FerPlusDataset.open(folder))
        .hasMessageEndingWith("holds no fer2013new.csv");
  }

  @Test
  void anArchiveCutShortIsNamed() throws IOException {
    Path archive = writeArchive();
    byte[] whole = Files.readAllBytes(archive);
    Files.write(archive, Arrays.copyOf(whole, whole.length / 2));

    assertThatThrownBy(() -> read(TRAIN, BadRows.refuse()))
        .isInstanceOf(DatasetException.class)
        .hasMessageStartingWith("pictures.tar.xz: the archive is damaged or cut short");
  }

  @Test
  void readsTheRealArchive() throws IOException {
    Path real = SharedData.get("fer2013");
    BadRows.Skipped skipped = BadRows.skip();

    List<Sample> samples = FerPlusDataset.open(real).samples(Set.of(Split.VALID), skipped);

    assertThat(skipped.rows()).isEmpty();
    assertThat(samples).hasSizeBetween(3570, 3589);
  }

  private List<Sample> read(Set<Split> splits, BadRows badRows) throws IOException {
    return FerPlusDataset.open(folder).samples(splits, badRows);
  }

  private void writeFolders() throws IOException {
    for (Map.Entry<String, byte[]> picture : pictures.entrySet()) {
      Path file = folder.resolve(picture.getKey());
      Files.createDirectories(file.getParent());
      Files.write(file, picture.getValue());
    }
  }

  private Path writeArchive() throws IOException {
    Path archive = folder.resolve("pictures.tar.xz");
    try (TarArchiveOutputStream tar =
        new TarArchiveOutputStream(
            new XZOutputStream(Files.newOutputStream(archive), new LZMA2Options()))) {
      for (Map.Entry<String, byte[]> picture : pictures.entrySet()) {
        TarArchiveEntry entry = new TarArchiveEntry(picture.getKey());
        entry.setSize(picture.getValue().length);
        tar.putArchiveEntry(entry);
        tar.write(picture.getValue());
        tar.closeArchiveEntry();
      }
    }
    return archive;
  }

  private static byte[] png(int width, int height, int gray) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.getRaster().setSample(x, y, 0, gray);
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }
}
