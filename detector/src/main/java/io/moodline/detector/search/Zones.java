package io.moodline.detector.search;

import io.moodline.detector.geometry.Box;
import java.util.List;

/**
 * Where faces are kept. Immutable.
 *
 * @param include empty: everywhere
 * @param exclude dropped there, even within {@code include}
 */
public record Zones(List<Zone> include, List<Zone> exclude) {

  /** The whole picture. */
  public static final Zones EVERYWHERE = new Zones(List.of(), List.of());

  public Zones {
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
  }

  /** True when the centre of a face's box lies where faces are kept. */
  public boolean keep(Box box, int frameWidth, int frameHeight) {
    double x = box.centerX() / frameWidth;
    double y = box.centerY() / frameHeight;
    return (include.isEmpty() || include.stream().anyMatch(zone -> zone.contains(x, y)))
        && exclude.stream().noneMatch(zone -> zone.contains(x, y));
  }
}
