package io.moodline.app.evaluate;

import io.moodline.trainer.dataset.LabelledFace;
import io.moodline.trainer.dataset.Sample;
import io.moodline.trainer.evaluation.Answer;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Comparator;
import java.util.List;

/**
 * A sheet of the faces that a model is wrong about while it is most sure. It shows people, so it is
 * made only when asked for.
 */
final class MistakeSheet {

  private static final int COLUMNS = 8;
  private static final int MOST = 40;
  private static final int FACE = 2 * Sample.SIZE;
  private static final int TILE_WIDTH = FACE + 32;
  private static final int TILE_HEIGHT = FACE + 46;
  private static final int TOP = 44;

  private MistakeSheet() {}

  /** A face with what was said of it. */
  record Case(LabelledFace face, Answer answer) {}

  /** A picture with the most confident mistakes among these; none: the title alone. */
  static BufferedImage draw(String title, List<Case> cases) {
    List<Case> mistakes = mostConfident(cases);
    int rows = Math.max(1, (mistakes.size() + COLUMNS - 1) / COLUMNS);
    BufferedImage sheet =
        new BufferedImage(
            COLUMNS * TILE_WIDTH + 16, TOP + rows * TILE_HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = sheet.createGraphics();
    try {
      pen.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
      pen.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      pen.setColor(Color.WHITE);
      pen.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
      pen.setColor(Color.BLACK);
      pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 16));
      pen.drawString(title, 16, 28);
      for (int i = 0; i < mistakes.size(); i++) {
        drawTile(
            pen, 16 + i % COLUMNS * TILE_WIDTH, TOP + i / COLUMNS * TILE_HEIGHT, mistakes.get(i));
      }
    } finally {
      pen.dispose();
    }
    return sheet;
  }

  /** The wrong answers among these, the surest first. */
  static List<Case> mostConfident(List<Case> cases) {
    return cases.stream()
        .filter(one -> !one.answer().isRight())
        .sorted(Comparator.comparingDouble((Case one) -> one.answer().confidence()).reversed())
        .limit(MOST)
        .toList();
  }

  private static void drawTile(Graphics2D pen, int x, int y, Case mistake) {
    pen.drawImage(picture(mistake.face()), x, y, FACE, FACE, null);
    pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    Answer answer = mistake.answer();
    pen.drawString(
        Texts.name(answer.top()) + " " + Texts.percent(answer.confidence()), x, y + FACE + 15);
    pen.drawString("named " + Texts.name(answer.truth()), x, y + FACE + 30);
  }

  private static BufferedImage picture(LabelledFace face) {
    BufferedImage picture =
        new BufferedImage(Sample.SIZE, Sample.SIZE, BufferedImage.TYPE_BYTE_GRAY);
    picture.getRaster().setDataElements(0, 0, Sample.SIZE, Sample.SIZE, face.pixels());
    return picture;
  }
}
