package io.moodline.app.dataset;

import io.moodline.trainer.dataset.DatasetException;
import io.moodline.trainer.dataset.FaceDatasetWriter;
import io.moodline.trainer.dataset.LabelledFace;
import io.moodline.trainer.dataset.OutputFiles;
import io.moodline.trainer.quality.Cleaning;
import io.moodline.trainer.quality.NearDuplicates;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Writes a data set without what misleads, and a list of what was left out. */
public final class CleanedDataset {

  /** The list of what was left out, in the new data set's folder. */
  public static final String LIST = "left-out.csv";

  private CleanedDataset() {}

  /**
   * Cleans a data set.
   *
   * @param out a new or empty folder
   * @return lines that say what was left out and why
   * @throws IOException when it cannot be written; the message says why
   */
  public static List<String> write(LoadedDataset data, Path out) throws IOException {
    Cleaning cleaning = Cleaning.of(data.faces(), NearDuplicates.CORRELATION);
    if (cleaning.kept().isEmpty()) {
      throw new DatasetException("nothing of " + data.path() + " is worth keeping");
    }
    FaceDatasetWriter.write(out, cleaning.kept());
    OutputFiles.text(out.resolve(LIST), list(cleaning));
    return lines(cleaning, data, out);
  }

  private static String list(Cleaning cleaning) {
    StringBuilder list = new StringBuilder("name,split,reason\n");
    for (Cleaning.LeftOut out : cleaning.leftOut()) {
      list.append(quoted(out.face().name()) + "," + out.face().split() + "," + word(out.reason()))
          .append('\n');
    }
    return list.toString();
  }

  private static List<String> lines(Cleaning cleaning, LoadedDataset data, Path out) {
    List<String> lines = new ArrayList<>();
    lines.add(CountTable.header("left out"));
    for (Cleaning.Reason reason : Cleaning.Reason.values()) {
      Stream<LabelledFace> faces =
          cleaning.leftOut().stream()
              .filter(left -> left.reason() == reason)
              .map(Cleaning.LeftOut::face);
      lines.add(CountTable.row(reason.name(), DatasetReport.bySplit(faces)));
    }
    lines.add(CountTable.header("kept"));
    lines.add(CountTable.row("all", DatasetReport.bySplit(cleaning.kept().stream())));
    if (!data.badRows().isEmpty()) {
      lines.add("bad rows skipped: " + data.badRows().size());
    }
    lines.add("The data set is in " + out + ", what was left out in " + out.resolve(LIST) + ".");
    return lines;
  }

  private static String word(Cleaning.Reason reason) {
    return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String quoted(String field) {
    return field.matches("[^\",\r\n]*") ? field : '"' + field.replace("\"", "\"\"") + '"';
  }
}
