package io.moodline.detector;

import io.moodline.detector.geometry.Box;
import io.moodline.detector.geometry.Point;
import io.moodline.detector.opencv.OpenCvFaceFinders;
import io.moodline.detector.tracking.Detection;
import io.moodline.detector.tracking.Tracker;
import io.moodline.detector.tracking.Tracker.TrackedFace;
import io.moodline.detector.tracking.TrackerState;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * For people to look at: sheets of frames with boxes, ids and landmarks, and of crops; a line of
 * figures for each video and photograph. Arguments: folder of videos and photographs, folder to
 * write to, frames a second (0: photographs), then settings as {@code key=value}.
 */
public final class ContactSheets {

  private static final int COLUMNS = 5;
  private static final int CELLS = 30;
  private static final int CELL_WIDTH = 384;

  private final FaceFinder finder;
  private final Tracker tracker;
  private final List<BufferedImage> cells = new ArrayList<>();
  private final List<BufferedImage> crops = new ArrayList<>();
  private final Map<String, Integer> tracks = new TreeMap<>();
  private final Map<String, Integer> flaws = new HashMap<>();
  private TrackerState state = TrackerState.empty();
  private final List<Double> sharpness = new ArrayList<>();
  private int frames;
  private int shown;
  private int detected;
  private int framesWithFaces;
  private long nanos;

  private ContactSheets(FaceFinder finder, Tracker tracker) {
    this.finder = finder;
    this.tracker = tracker;
  }

  public static void main(String[] args) throws Exception {
    Map<String, String> settings = new HashMap<>();
    for (int i = 3; i < args.length; i++) {
      String[] pair = args[i].split("=", 2);
      settings.put(pair[0], pair[1]);
    }
    DetectorConfig config = new DetectorConfig(settings);
    FaceFinders finders = OpenCvFaceFinders.of(config);
    List<Path> files;
    try (Stream<Path> list = Files.list(Path.of(args[0]))) {
      files = list.sorted().toList();
    }
    Files.createDirectories(Path.of(args[1]));
    double fps = Double.parseDouble(args[2]);
    for (Path file : files) {
      try (FaceFinder finder = finders.open()) {
        ContactSheets sheets = new ContactSheets(finder, config.tracker());
        int[] total = {0};
        if (fps > 0) {
          Video.play(file, fps, (w, h, bgr, ms) -> total[0]++);
          int every = Math.max(1, total[0] / CELLS);
          Video.play(file, fps, (w, h, bgr, ms) -> sheets.see(w, h, bgr, ms, every));
        } else {
          sheets.seePhoto(file);
        }
        sheets.write(Path.of(args[1]), file.getFileName() + "-" + finders.detector());
      }
    }
  }

  private void seePhoto(Path file) throws Exception {
    long start = cpuNanos();
    FoundFaces found = finder.find(Files.readAllBytes(file));
    nanos += cpuNanos() - start;
    BufferedImage image = ImageIO.read(file.toFile());
    show(image, found, 0);
  }

  private void see(int width, int height, ByteBuffer bgr, long ms, int every) {
    long start = cpuNanos();
    FoundFaces found = finder.findBgr(bgr, width, height);
    nanos += cpuNanos() - start;
    show(frames % every == 0 ? image(width, height, bgr) : null, found, ms);
  }

  /** Of this thread alone, so that a busy machine does not show. */
  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static BufferedImage image(int width, int height, ByteBuffer bgr) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    byte[] bytes = new byte[width * height * 3];
    bgr.duplicate().rewind().get(bytes);
    image.getRaster().setDataElements(0, 0, width, height, swapped(bytes));
    return image;
  }

  /** A raster's first band is red, whatever its name says. */
  private static byte[] swapped(byte[] bytes) {
    byte[] rgb = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i += 3) {
      rgb[i] = bytes[i + 2];
      rgb[i + 1] = bytes[i + 1];
      rgb[i + 2] = bytes[i];
    }
    return rgb;
  }

  private void show(BufferedImage image, FoundFaces found, long ms) {
    Tracker.Update update =
        tracker.update(
            state, ms, found.faces().stream().map(f -> new Detection(f.box(), f.score())).toList());
    state = update.state();
    frames++;
    detected += found.faces().size();
    shown += update.faces().size();
    framesWithFaces += update.faces().isEmpty() ? 0 : 1;
    Graphics2D g = image == null ? null : image.createGraphics();
    if (g != null) {
      g.setStroke(new BasicStroke(Math.max(2, image.getWidth() / 320f)));
      g.setFont(g.getFont().deriveFont(image.getWidth() / 32f));
      g.setColor(Color.ORANGE);
      found.faces().forEach(face -> drawScored(g, face));
    }
    for (TrackedFace track : update.faces()) {
      String id = track.firstSeenMs() + ":" + track.index();
      DetectedFace face = found.faces().get(track.detection().orElseThrow());
      tracks.merge(id, 1, Integer::sum);
      sharpness.add(face.quality().sharpness());
      face.quality().flaw().ifPresent(flaw -> flaws.merge(flaw.name(), 1, Integer::sum));
      if (g != null) {
        g.setColor(Color.GREEN);
        draw(g, face);
        g.drawString(
            id + String.format(Locale.ROOT, " %.2f", face.score()),
            (int) face.box().x1(),
            (int) face.box().y1() - 4);
        crops.add(crop(face));
      }
    }
    if (g != null) {
      cells.add(image);
    }
  }

  private static void drawScored(Graphics2D g, DetectedFace face) {
    draw(g, face);
    g.drawString(
        String.format(Locale.ROOT, "%.2f", face.score()),
        (int) face.box().x1(),
        (int) face.box().y2() - 4);
  }

  private static void draw(Graphics2D g, DetectedFace face) {
    Box box = face.box();
    g.drawRect((int) box.x1(), (int) box.y1(), (int) box.width(), (int) box.height());
    for (Point point : face.landmarks()) {
      g.fillOval((int) point.x() - 2, (int) point.y() - 2, 5, 5);
    }
  }

  private static BufferedImage crop(DetectedFace face) {
    int side = (int) Math.round(Math.sqrt(face.crop().length));
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setDataElements(0, 0, side, side, face.crop());
    return image;
  }

  private void write(Path folder, String name) throws Exception {
    sheet(cells, CELL_WIDTH, COLUMNS, folder.resolve(name + ".png"));
    sheet(crops, 96, 16, folder.resolve(name + "-crops.png"));
    System.out.printf(
        Locale.ROOT,
        "%-64s frames %4d, with faces %4d, detections %5d, shown %5d, %.1f ms, tracks %d: %s %s, sharpness from %.0f, median %.0f%n",
        name,
        frames,
        framesWithFaces,
        detected,
        shown,
        nanos / 1e6 / Math.max(1, frames),
        tracks.size(),
        tracks,
        flaws,
        quantile(0),
        quantile(0.5));
  }

  private double quantile(double share) {
    return sharpness.stream()
        .sorted()
        .skip((long) (share * sharpness.size()))
        .findFirst()
        .orElse(Double.NaN);
  }

  private static void sheet(List<BufferedImage> cells, int cellWidth, int columns, Path file)
      throws Exception {
    if (cells.isEmpty()) {
      return;
    }
    BufferedImage first = cells.get(0);
    int used = Math.min(columns, cells.size());
    int width = cells.size() == 1 ? Math.min(1600, first.getWidth()) : cellWidth;
    int height = width * first.getHeight() / first.getWidth();
    BufferedImage sheet =
        new BufferedImage(
            used * width, height * ((cells.size() + used - 1) / used), BufferedImage.TYPE_INT_RGB);
    Graphics2D g = sheet.createGraphics();
    for (int i = 0; i < cells.size(); i++) {
      g.drawImage(cells.get(i), i % used * width, i / used * height, width, height, null);
    }
    ImageIO.write(sheet, "png", file.toFile());
  }
}
