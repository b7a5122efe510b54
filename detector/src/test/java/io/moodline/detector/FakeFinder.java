package io.moodline.detector;

import io.moodline.detector.geometry.Box;
import io.moodline.detector.quality.FaceQuality;
import io.moodline.detector.quality.FaceQuality.Flaw;
import io.moodline.detector.quality.HeadPose;
import io.moodline.detector.search.Search;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Reads its "pictures" as text: the centres of faces, as {@code x,y} separated by blanks; {@code
 * bad} is undecodable and {@code bug} makes it fail.
 */
final class FakeFinder implements FaceFinder {

  private final AtomicInteger open;
  private boolean closed;

  FakeFinder(AtomicInteger open) {
    this.open = open;
    open.incrementAndGet();
  }

  @Override
  public FoundFaces find(byte[] jpeg, Search search) throws UndecodableImageException {
    if (closed) {
      throw new IllegalStateException("closed");
    }
    String text = new String(jpeg, StandardCharsets.UTF_8);
    if (text.equals("bad")) {
      throw new UndecodableImageException("a truncated JPEG");
    } else if (text.equals("bug")) {
      throw new IllegalStateException("native trouble");
    }
    List<DetectedFace> faces = new ArrayList<>();
    for (String face : text.isBlank() ? new String[0] : text.split(" ")) {
      String[] center = face.split(",");
      faces.add(face(Double.parseDouble(center[0]), Double.parseDouble(center[1])));
    }
    return new FoundFaces(640, 360, faces);
  }

  private static DetectedFace face(double x, double y) {
    return new DetectedFace(
        Box.around(x, y, 40, 50),
        List.of(),
        0.9,
        new FaceQuality(
            55,
            120,
            false,
            new HeadPose(OptionalDouble.of(-12.5), OptionalDouble.empty(), false),
            Optional.of(Flaw.BLURRED)),
        new byte[48 * 48]);
  }

  @Override
  public FoundFaces cutOut(byte[] jpeg, List<Box> boxes) {
    return new FoundFaces(
        640, 360, boxes.stream().map(box -> face(box.centerX(), box.centerY())).toList());
  }

  @Override
  public FoundFaces findBgr(ByteBuffer bgr, int width, int height) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      open.decrementAndGet();
    }
  }
}
