package io.moodline.aggregator.trend;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * At which site a camera's minutes were begun, so that each goes whole to one site: a camera may be
 * moved in the midst of a minute, and what it saw last closes after it was removed. Mutable, not
 * thread-safe.
 */
public final class MinuteSites {

  /** More than there are open at a time. */
  private static final int KEPT = 16;

  private final LinkedHashMap<Long, String> minutes = new LinkedHashMap<>();
  private String last;

  /**
   * Something is to be counted at {@code atMs}.
   *
   * @param registered where the camera is registered now; null: nowhere
   * @return true when this begins a minute
   */
  public boolean begin(long atMs, String registered) {
    long minute = Windows.start(atMs, Windows.MINUTE);
    if (registered == null || minutes.containsKey(minute)) {
      return false;
    }
    last = registered;
    minutes.put(minute, registered);
    if (minutes.size() > KEPT) {
      Iterator<Long> oldest = minutes.keySet().iterator();
      oldest.next();
      oldest.remove();
    }
    return true;
  }

  /** The site of the minute that {@code atMs} falls into; the last known one when it is over. */
  public String at(long atMs) {
    return minutes.getOrDefault(Windows.start(atMs, Windows.MINUTE), last);
  }

  /** The last known site, or null. */
  public String last() {
    return last;
  }

  void writeTo(DataOutput out) throws IOException {
    out.writeUTF(last == null ? "" : last);
    out.writeInt(minutes.size());
    for (Map.Entry<Long, String> minute : minutes.entrySet()) {
      out.writeLong(minute.getKey());
      out.writeUTF(minute.getValue());
    }
  }

  void readFrom(DataInput in) throws IOException {
    String site = in.readUTF();
    last = site.isEmpty() ? null : site;
    int size = in.readInt();
    for (int i = 0; i < size; i++) {
      minutes.put(in.readLong(), in.readUTF());
    }
  }
}
