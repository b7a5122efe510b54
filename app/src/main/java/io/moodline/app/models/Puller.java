package io.moodline.app.models;

import io.moodline.detector.models.FileCheck;
import io.moodline.detector.models.KnownModel;
import io.moodline.detector.models.Sha256;
import io.moodline.trainer.dataset.FileFaults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Brings models into a folder. A file gets its final name in one step, and only when its size and
 * its sum are the catalogue's; until then it is {@code NAME.part}, from which the next download
 * goes on. Not thread-safe; of several in one folder, in whatever process, one works and the others
 * are refused.
 */
public final class Puller {

  /** What became of a download. */
  public enum Outcome {
    ALREADY_THERE,
    FETCHED
  }

  private final Path folder;
  private final Patience patience;
  private final PullListener listener;
  private final HttpFetch http;

  /**
   * @param folder the model folder; it is made when it is not there
   */
  public Puller(Path folder, Patience patience, PullListener listener) {
    this.folder = folder;
    this.patience = patience;
    this.listener = listener;
    this.http = new HttpFetch(patience.connect(), patience.answer());
  }

  /**
   * Brings a model, unless it is there.
   *
   * @throws FolderException when the folder does not let it
   * @throws PullException when it cannot be had, or is not what it must be
   */
  public Outcome pull(KnownModel model, Origin origin) throws IOException, InterruptedException {
    if (FileCheck.of(folder, model).matches()) {
      return Outcome.ALREADY_THERE;
    }
    Path target = folder.resolve(model.file());
    try (FolderLock lock = lock();
        PartFile part = new PartFile(target)) {
      // Another may have brought it before the lock was ours.
      if (FileCheck.of(folder, model).matches()) {
        return Outcome.ALREADY_THERE;
      }
      fill(model, origin, part);
      part.publish(target);
      return Outcome.FETCHED;
    }
  }

  private FolderLock lock() throws FolderException {
    try {
      Files.createDirectories(folder);
      return FolderLock.of(folder);
    } catch (FolderException e) {
      throw e;
    } catch (IOException e) {
      throw new FolderException(
          "cannot write into the folder " + folder + ": " + FileFaults.reason(e), e);
    }
  }

  /** Tries until the unfinished file is whole and right; each try goes on from the last. */
  private void fill(KnownModel model, Origin origin, PartFile part)
      throws IOException, InterruptedException {
    long best = part.length();
    int failures = 0;
    while (true) {
      try {
        fetchAndCheck(model, origin, part);
        return;
      } catch (PullException e) {
        throw e;
      } catch (IOException e) {
        // A server that breaks off each time still gets us there, as long as each try adds some.
        if (part.length() >= best + Math.max(1, model.size() / 100)) {
          best = part.length();
          failures = 0;
        }
        failures++;
        if (failures >= patience.tries()) {
          throw new PullException(e.getMessage() + " (tried %d times)".formatted(failures), e);
        }
        listener.triesAgain(e.getMessage(), patience.pauseAfter(failures));
        Thread.sleep(patience.pauseAfter(failures).toMillis());
      }
    }
  }

  private void fetchAndCheck(KnownModel model, Origin origin, PartFile part)
      throws IOException, InterruptedException {
    if (part.length() > model.size()) {
      part.discard();
    }
    boolean resumed = part.length() > 0;
    if (part.length() < model.size()) {
      fetch(model, origin, part);
    }
    part.close();
    String sha256 = Sha256.of(part.path());
    if (!sha256.equals(model.sha256())) {
      part.discard();
      refuse(model, origin, sha256, resumed);
    }
  }

  private void fetch(KnownModel model, Origin origin, PartFile part)
      throws IOException, InterruptedException {
    if (origin instanceof Origin.Web web) {
      http.fetch(model, web, part, listener);
    } else if (origin instanceof Origin.Local local) {
      LocalFetch.fetch(model, local.file(), part, listener);
    }
  }

  private static void refuse(KnownModel model, Origin origin, String sha256, boolean resumed)
      throws IOException {
    String message =
        "what came from %s is not %s: its sha256 is %s, but must be %s; it was deleted"
            .formatted(origin, model.name(), sha256, model.sha256());
    // The beginning may have been of another file: then all of it, in one go, may be right.
    throw resumed ? new IOException(message) : new PullException(message);
  }
}
