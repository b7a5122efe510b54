package io.moodline.app.models;

import io.moodline.detector.models.KnownModel;
import java.nio.file.Path;
import java.util.List;

/** What to do where a model cannot be fetched. */
public final class ByHand {

  private ByHand() {}

  /** What goes on without the model, and how to bring it from another machine. */
  public static List<String> advice(KnownModel model, Path folder) {
    Path target = folder.toAbsolutePath().normalize().resolve(model.file());
    return List.of(
        "Without YuNet, faces are found by OpenCV's cascade (Haar), which comes with Moodline and goes"
            + " on working.",
        "To bring it by hand, fetch " + model.url() + " elsewhere,",
        "  and copy it to " + target,
        "  or run: moodline models pull %s --from FILE --dir %s"
            .formatted(model.name(), target.getParent()),
        "  its sha256 must be " + model.sha256());
  }
}
