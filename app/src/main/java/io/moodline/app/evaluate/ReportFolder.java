package io.moodline.app.evaluate;

import io.moodline.app.evaluate.TestFaces.Part;
import io.moodline.trainer.dataset.LabelSet;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;

/** The folder that a report is written into. */
public final class ReportFolder {

  private final Path folder;

  private ReportFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Makes the folder where it is absent and tries to write into it, before minutes are spent on
   * what could then not be kept.
   *
   * @throws EvaluationException when nothing can be written there
   */
  public static ReportFolder open(Path folder) {
    try {
      Files.createDirectories(folder);
      Files.delete(Files.createTempFile(folder, "moodline", ".tmp"));
      return new ReportFolder(folder);
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  /**
   * Writes everything but pictures of faces.
   *
   * @throws EvaluationException when a file cannot be written
   */
  void write(EvaluationReport report) {
    text("report.json", ReportJson.write(report));
    text("index.html", ReportPage.html(report));
    for (ModelReport model : report.models()) {
      for (PartScores part : model.parts()) {
        if (part.part() == Part.ALL) {
          picture(
              confusionName(model, part),
              ConfusionPicture.draw(
                  part.scores().confusion(), model.id() + ", " + Texts.name(part.labels())));
        }
      }
    }
  }

  /** The name of a confusion matrix's picture within the folder. */
  static String confusionName(ModelReport model, PartScores part) {
    return fileName("confusion", model.id(), part.labels());
  }

  /** The name of a sheet of mistaken faces within the folder. */
  static String mistakesName(String model, LabelSet labels) {
    return fileName("mistakes", model, labels);
  }

  private static String fileName(String what, String model, LabelSet labels) {
    return what + "-" + model + "-" + labels.name().toLowerCase(Locale.ROOT) + ".png";
  }

  /**
   * Writes a picture as PNG.
   *
   * @throws EvaluationException when it cannot be written
   */
  public void picture(String name, BufferedImage image) {
    try {
      ImageIO.write(image, "png", folder.resolve(name).toFile());
    } catch (IOException e) {
      throw unwritable(folder.resolve(name), e);
    }
  }

  /**
   * Writes a text file.
   *
   * @throws EvaluationException when it cannot be written
   */
  public void text(String name, String content) {
    try {
      Files.writeString(folder.resolve(name), content);
    } catch (IOException e) {
      throw unwritable(folder.resolve(name), e);
    }
  }

  private static EvaluationException unwritable(Path path, IOException e) {
    return new EvaluationException("cannot write " + path + ": " + reason(e), e);
  }

  /** Java's own messages for these name the file only. */
  private static String reason(IOException e) {
    if (e instanceof FileAlreadyExistsException) {
      return "there is a file of that name";
    }
    if (e instanceof AccessDeniedException) {
      return "access is denied";
    }
    if (e instanceof NoSuchFileException) {
      return "its folder does not exist and cannot be made";
    }
    return e.getMessage();
  }
}
