package io.moodline.detector.evaluation;

import java.util.ArrayList;
import java.util.List;

/** Takes lines apart. */
final class Fields {

  private Fields() {}

  /**
   * The fields of a line of CSV, without surrounding spaces. A field in double quotes may hold
   * commas, and two double quotes for one (RFC 4180); line breaks within quotes are not read.
   *
   * @throws IllegalArgumentException when a quote is not closed
   */
  static List<String> ofCsv(String line) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        boolean escaped = quoted && i + 1 < line.length() && line.charAt(i + 1) == '"';
        if (escaped) {
          field.append('"');
          i++;
        } else {
          quoted = !quoted;
        }
      } else if (c == ',' && !quoted) {
        fields.add(field.toString().strip());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    if (quoted) {
      throw new IllegalArgumentException("a double quote is not closed");
    }
    fields.add(field.toString().strip());
    return fields;
  }

  /** The fields of a line, apart by white space. */
  static List<String> ofText(String line) {
    return line.isBlank() ? List.of() : List.of(line.strip().split("\\s+"));
  }

  /**
   * A number.
   *
   * @param what its name, for the message
   * @throws IllegalArgumentException when it is not a finite one
   */
  static double number(String text, String what) {
    try {
      double number = Double.parseDouble(text);
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below, in the words for every other text that is no number.
    }
    throw new IllegalArgumentException(
        what + " is \"" + Faults.shown(text) + "\", but must be a number");
  }

  /** True when a text is a number. */
  static boolean isNumber(String text) {
    try {
      number(text, "");
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
