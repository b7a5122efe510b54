package io.moodline.app.demo;

import io.moodline.schemas.Emotion;
import io.moodline.trainer.facebasis.FaceBasis;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;

/**
 * All that is drawn of one visit, made ready once: the person's drawn parts and the face with each
 * expression of the script, at the visit's size. Drawing a frame then only copies and blends.
 */
final class VisitPicture {

  /**
   * How far beyond a class mean expressions are taken: means alone are faint, those of sadness and
   * anger more so than the others.
   */
  private static final Map<Emotion, Double> STRENGTHS =
      Map.of(Emotion.SADNESS, 2.0, Emotion.ANGER, 2.5);

  private static final double STRENGTH = 1.5;

  private final Visit visit;
  private final PersonSprite sprite;
  private final SkinTone tone;
  private final int[] mask;
  private final Map<Emotion, float[]> textures = new EnumMap<>(Emotion.class);

  VisitPicture(Visit visit, FaceBasis basis, DemoOptions options) {
    this.visit = visit;
    Random random = new Random(VisitPlanner.mix(options.seed(), ~visit.slot(), visit.person()));
    Appearance look = Appearance.draw(basis, random);
    int spriteTop = (int) (visit.top() + (BodyShape.TOP - 0.1) * visit.faceSize());
    this.sprite = PersonSprite.draw(look, visit.faceSize(), options.height() - spriteTop);
    this.tone = new SkinTone(look.skin());
    this.mask = mask(visit.faceSize());
    for (ExpressionScript.Segment segment : visit.script().segments()) {
      textures.computeIfAbsent(
          segment.emotion(),
          emotion ->
              FaceTexture.of(
                  basis.face(emotion, STRENGTHS.getOrDefault(emotion, STRENGTH), look.identity()),
                  visit.faceSize()));
    }
  }

  boolean shows(Visit other) {
    return visit.person() == other.person();
  }

  /** Draws the person as at a time. */
  void draw(long ms, Canvas canvas) {
    int left = visit.left(ms);
    int top = visit.top(ms);
    int spriteLeft = left + (int) Math.round(BodyShape.LEFT * visit.faceSize());
    int spriteTop = top + (int) Math.round(BodyShape.TOP * visit.faceSize());
    canvas.draw(sprite.behind(), sprite.width(), sprite.height(), spriteLeft, spriteTop);
    drawFace(visit.script().at(ms), left, top, canvas);
    // The hair's edge ends within the face's box.
    int fringe = (int) ((1 - BodyShape.TOP) * visit.faceSize());
    canvas.draw(
        sprite.before(), sprite.width(), Math.min(fringe, sprite.height()), spriteLeft, spriteTop);
  }

  private void drawFace(ExpressionScript.Blend shown, int left, int top, Canvas canvas) {
    int size = visit.faceSize();
    float[] before = textures.get(shown.before());
    float[] after = textures.get(shown.after());
    float share = (float) shown.share();
    int firstRow = Math.max(0, -top);
    int lastRow = Math.min(size, canvas.height() - top);
    int firstColumn = Math.max(0, -left);
    int lastColumn = Math.min(size, canvas.width() - left);
    for (int row = firstRow; row < lastRow; row++) {
      for (int column = firstColumn; column < lastColumn; column++) {
        int at = row * size + column;
        if (mask[at] > 0) {
          float value = before[at] + share * (after[at] - before[at]);
          canvas.blend(left + column, top + row, tone.at(value), mask[at]);
        }
      }
    }
  }

  /**
   * How much of the face's picture is seen, 0 to 256: all inside an ellipse, fading at its edge.
   */
  private static int[] mask(int size) {
    int[] mask = new int[size * size];
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        double x = ((column + 0.5) / size - 0.5) / 0.43;
        double y = ((row + 0.5) / size - 0.5) / 0.54;
        double inside = (1 - Math.hypot(x, y)) / 0.2;
        mask[row * size + column] = (int) Math.round(256 * Math.min(1, Math.max(0, inside)));
      }
    }
    return mask;
  }
}
