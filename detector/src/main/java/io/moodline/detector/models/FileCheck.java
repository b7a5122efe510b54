package io.moodline.detector.models;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * What a file is, held against the catalogue. Immutable.
 *
 * @param model what it must be
 * @param file where it was looked for
 * @param verdict what it is
 * @param detail the sum found when it differs, the reason when it cannot be read, else empty
 */
public record FileCheck(KnownModel model, Path file, Verdict verdict, String detail) {

  /** What became of a check. */
  public enum Verdict {
    /** There is nothing of that name. */
    ABSENT,
    /** Its sum is the catalogue's. */
    MATCHES,
    /** Its sum is another. */
    DIFFERS,
    /** There is something of that name that is no file, or may not be read. */
    UNREADABLE
  }

  /** Reads a model's file in a folder, whole, and compares its sum. */
  public static FileCheck of(Path folder, KnownModel model) {
    return ofFile(folder.resolve(model.file()), model);
  }

  /** Reads a file, whatever its name, and compares its sum. */
  public static FileCheck ofFile(Path file, KnownModel model) {
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return new FileCheck(model, file, Verdict.ABSENT, "");
    }
    if (!Files.isRegularFile(file)) {
      return new FileCheck(model, file, Verdict.UNREADABLE, "it is not a file");
    }
    try {
      String sha256 = Sha256.of(file);
      return sha256.equals(model.sha256())
          ? new FileCheck(model, file, Verdict.MATCHES, "")
          : new FileCheck(model, file, Verdict.DIFFERS, sha256);
    } catch (AccessDeniedException e) {
      return new FileCheck(model, file, Verdict.UNREADABLE, "permission denied");
    } catch (IOException e) {
      return new FileCheck(model, file, Verdict.UNREADABLE, String.valueOf(e.getMessage()));
    }
  }

  public boolean matches() {
    return verdict == Verdict.MATCHES;
  }

  /** Whether there is anything under that name. */
  public boolean present() {
    return verdict != Verdict.ABSENT;
  }

  /** What this check found, in words that name the file and, when they differ, both sums. */
  public String text() {
    return switch (verdict) {
      case ABSENT -> file + " is not there";
      case MATCHES -> file + " matches the catalogue's " + model.name();
      case DIFFERS ->
          "%s does not match the catalogue's %s: its sha256 is %s, but must be %s"
              .formatted(file, model.name(), detail, model.sha256());
      case UNREADABLE -> file + " cannot be read: " + detail;
    };
  }
}
