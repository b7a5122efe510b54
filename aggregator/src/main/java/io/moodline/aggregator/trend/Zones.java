package io.moodline.aggregator.trend;

import io.moodline.topics.Ids;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;

/** The time zone of each site, and of everything together. Immutable. */
public final class Zones {

  private final WindowGrid all;
  private final Map<String, WindowGrid> sites;

  private Zones(WindowGrid all, Map<String, WindowGrid> sites) {
    this.all = all;
    this.sites = Map.copyOf(sites);
  }

  /**
   * Reads settings.
   *
   * @param zone the zone of everything together and of every site that has none of its own
   * @param sites {@code site=Zone/Id}, separated by commas; may be empty
   * @throws IllegalArgumentException saying what is wrong, and what is allowed
   */
  public static Zones parse(String zone, String sites) {
    Map<String, WindowGrid> own = new TreeMap<>();
    for (String entry : sites.split(",", -1)) {
      if (!entry.isBlank()) {
        String[] parts = entry.strip().split("=", 2);
        if (parts.length != 2) {
          throw new IllegalArgumentException(
              "\"" + entry.strip() + "\" must be site=Zone/Id, such as north=Europe/Berlin");
        }
        own.put(
            Ids.requireValid("the site of \"" + entry.strip() + "\"", parts[0].strip()),
            new WindowGrid(zone(parts[1].strip())));
      }
    }
    return new Zones(new WindowGrid(zone(zone.strip())), own);
  }

  private static ZoneId zone(String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "\"" + text + "\" must be a time zone such as Europe/Berlin, UTC or +05:30");
    }
  }

  /** The windows of a site; of everything together for {@link TrendKeys#ALL} and for null. */
  public WindowGrid ofSite(String site) {
    return site == null ? all : sites.getOrDefault(site, all);
  }
}
