package io.moodline.app.traffic;

/**
 * What goes wrong, and how often.
 *
 * @param unfit share of visits with a stretch in which the face cannot be judged, 0 to 1
 * @param flicker share of faces in frames that show, for this one frame, another emotion, 0 to 1
 * @param late share of events that are written long after their frame, 0 to 1
 * @param shed share of frames that are given up, 0 to 1
 */
public record Mishaps(double unfit, double flicker, double late, double shed) {

  /** Nothing goes wrong. */
  public static final Mishaps NONE = new Mishaps(0, 0, 0, 0);

  /** A little of everything. */
  public static final Mishaps SOME = new Mishaps(0.15, 0.03, 0.0005, 0.002);

  /** Refuses shares that are none. */
  public Mishaps {
    require("unfit", unfit);
    require("flicker", flicker);
    require("late", late);
    require("shed", shed);
  }

  private static void require(String name, double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException(name + " is " + share + ", but must be 0 to 1");
    }
  }
}
