package io.moodline.aggregator.api;

import io.moodline.aggregator.api.Venue.Visitor;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** What a camera of the {@link Venue} sees: its visitors, drawn. */
final class VenuePicture {

  private VenuePicture() {}

  /** The picture of a camera at a time, epoch ms. */
  static byte[] jpeg(String camera, long at) {
    BufferedImage image = new BufferedImage(Venue.WIDTH, Venue.HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setColor(new Color(0x8A94A0));
    g.fillRect(0, 0, Venue.WIDTH, Venue.HEIGHT);
    g.setColor(new Color(0x5C6570));
    g.fillRect(0, 380, Venue.WIDTH, 160);
    for (Visitor visitor : Venue.visitors(camera, at, at)) {
      int size = (int) visitor.size();
      g.setColor(new Color(0x39424E));
      g.fillRoundRect(
          (int) visitor.left(at) - 20, (int) visitor.top() + size, size + 40, 600, 60, 60);
      g.setColor(new Color(0xC9A98C));
      g.fillOval((int) visitor.left(at), (int) visitor.top(), size, (int) (size * 1.2));
      smile(g, (int) visitor.left(at), (int) visitor.top(), size);
    }
    g.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "jpg", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void smile(Graphics2D g, int left, int top, int size) {
    g.setColor(new Color(0x39424E));
    int eye = Math.max(4, size / 10);
    g.fillOval(left + size * 3 / 10 - eye / 2, top + size * 45 / 100, eye, eye);
    g.fillOval(left + size * 7 / 10 - eye / 2, top + size * 45 / 100, eye, eye);
    g.setStroke(new BasicStroke(Math.max(2, size / 25f)));
    g.drawArc(left + size / 4, top + size / 2, size / 2, size * 4 / 10, 200, 140);
  }
}
