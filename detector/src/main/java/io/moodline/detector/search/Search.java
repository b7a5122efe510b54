package io.moodline.detector.search;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * How one camera wants its faces looked for; what is empty is as the service's configuration says.
 * Immutable.
 *
 * @param detector haar or yunet
 * @param minFace least width and height of a face, pixels of the frame
 * @param minScore least score of a face, 0 to 1
 * @param every faces are looked for in every n-th frame, 1 or more
 * @param zones where faces are kept
 */
public record Search(
    Optional<String> detector,
    OptionalInt minFace,
    OptionalDouble minScore,
    OptionalInt every,
    Zones zones) {

  /** As the service's configuration says, everywhere. */
  public static final Search DEFAULT =
      new Search(
          Optional.empty(),
          OptionalInt.empty(),
          OptionalDouble.empty(),
          OptionalInt.empty(),
          Zones.EVERYWHERE);
}
