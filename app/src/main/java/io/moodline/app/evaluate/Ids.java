package io.moodline.app.evaluate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells models of one name apart. */
final class Ids {

  private Ids() {}

  /** The names, each with a number behind it where an earlier one is the same: a, b, a-2. */
  static List<String> of(List<String> names) {
    Set<String> taken = new HashSet<>();
    List<String> ids = new ArrayList<>();
    for (String name : names) {
      String id = name;
      for (int number = 2; !taken.add(id); number++) {
        id = name + "-" + number;
      }
      ids.add(id);
    }
    return ids;
  }
}
