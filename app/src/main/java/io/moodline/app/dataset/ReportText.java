package io.moodline.app.dataset;

import io.moodline.app.dataset.DatasetReport.Groups;
import io.moodline.trainer.dataset.LabelSet;
import io.moodline.trainer.dataset.Split;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A report as a table for people. */
public final class ReportText {

  private static final int SHOWN_BAD_ROWS = 20;

  private static final Map<LabelSet, String> SETS =
      Map.of(
          LabelSet.FERPLUS, "FER+ votes, the majority's class",
          LabelSet.FER2013, "FER-2013 labels");

  private ReportText() {}

  /** The report's lines. */
  public static List<String> lines(DatasetReport report) {
    List<String> lines = new ArrayList<>();
    lines.add(report.data() + ": " + report.format());
    if (!report.missing().isEmpty()) {
      lines.add(
          "It has no part "
              + report.missing().stream().map(Split::name).collect(Collectors.joining(", "))
              + ".");
    }
    lines.add("");
    lines.add(CountTable.header("faces"));
    lines.add(CountTable.row("all", report.pictures()));
    report
        .labels()
        .forEach(
            (set, classes) -> {
              lines.add(CountTable.header(SETS.get(set)));
              classes.forEach((name, counts) -> lines.add(CountTable.row(name, counts)));
            });
    lines.add(CountTable.header("faulty pictures"));
    report.faults().forEach((fault, counts) -> lines.add(CountTable.row(fault.name(), counts)));
    lines.add(CountTable.header("near-duplicates"));
    report
        .nearDuplicates()
        .forEach((in, counts) -> lines.add(CountTable.row("have one in " + in, counts)));
    lines.add("");
    lines.add(groups("with the very same pixels", report.exactGroups()));
    lines.add(groups("joined by a correlation above " + report.correlation(), report.nearGroups()));
    addBadRows(report.badRows(), lines);
    return lines;
  }

  private static String groups(String what, Groups groups) {
    return groups.groups()
        + " groups of "
        + groups.faces()
        + " faces "
        + what
        + "; with conflicting labels: "
        + groups.conflicting().get(LabelSet.FER2013)
        + " (FER-2013), "
        + groups.conflicting().get(LabelSet.FERPLUS)
        + " (FER+)";
  }

  private static void addBadRows(List<String> badRows, List<String> lines) {
    lines.add("bad rows: " + badRows.size());
    badRows.stream().limit(SHOWN_BAD_ROWS).forEach(row -> lines.add("  " + row));
    if (badRows.size() > SHOWN_BAD_ROWS) {
      lines.add("  ... and " + (badRows.size() - SHOWN_BAD_ROWS) + " more; --json has them all");
    }
  }
}
