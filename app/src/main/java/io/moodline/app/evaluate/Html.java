package io.moodline.app.evaluate;

import java.util.List;

/** Pieces of HTML. Text goes through {@link #escape}, so that a model's name is never markup. */
final class Html {

  private Html() {}

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** An element around HTML. */
  static String element(String name, String inner) {
    return "<" + name + ">" + inner + "</" + name + ">";
  }

  /** A row of header cells over columns. */
  static String header(String first, List<String> others) {
    StringBuilder row = new StringBuilder(columnHeader(first));
    others.forEach(text -> row.append(columnHeader(text)));
    return "<thead>" + element("tr", row.toString()) + "</thead>";
  }

  private static String columnHeader(String text) {
    return "<th scope=\"col\">" + escape(text) + "</th>";
  }

  /** A row that begins with its header. */
  static String row(String name, List<String> cells) {
    StringBuilder row = new StringBuilder("<th scope=\"row\">" + escape(name) + "</th>");
    cells.forEach(text -> row.append(element("td", escape(text))));
    return element("tr", row.toString());
  }

  /** A table that scrolls sideways where the window is narrow. */
  static String table(String caption, String head, String body) {
    String about = caption.isEmpty() ? "" : element("caption", escape(caption));
    return "<div class=\"scroll\"><table>"
        + about
        + head
        + element("tbody", body)
        + "</table></div>";
  }
}
