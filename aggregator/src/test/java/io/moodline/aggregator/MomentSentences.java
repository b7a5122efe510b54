package io.moodline.aggregator;

import io.moodline.aggregator.moment.CrowdPeak;
import io.moodline.aggregator.moment.EmotionSurge;
import io.moodline.aggregator.moment.GroupSmile;
import io.moodline.aggregator.moment.SatisfactionShift;
import io.moodline.schemas.CameraState;
import io.moodline.schemas.CameraStatus;
import io.moodline.schemas.Emotion;
import java.util.Collections;

/** The sentences of moments as the product writes them, for venues that are made up. */
public final class MomentSentences {

  private static final String CAMERA = "camera";

  private MomentSentences() {}

  /** That so many smiled, with their mean happiness, 0 to 1. */
  public static String smile(int people, double happiness) {
    GroupSmile.Found found =
        new GroupSmile.Found(1, 2, Collections.nCopies(people, CAMERA), happiness);
    return MomentTexts.groupSmile(CAMERA, found).getText();
  }

  /** That satisfaction fell or rose, 0 to 100. */
  public static String satisfaction(double before, double after) {
    return MomentTexts.satisfaction(CAMERA, new SatisfactionShift.Found(1, 2, before, after))
        .getText();
  }

  /** That so many faces were there on average. */
  public static String crowd(double faces, double highestBefore) {
    return MomentTexts.crowd(CAMERA, new CrowdPeak.Found(1, 2, faces, highestBefore)).getText();
  }

  /** That an emotion's share rose, 0 to 1. */
  public static String surge(Emotion emotion, double share, double usual) {
    return MomentTexts.surge(CAMERA, new EmotionSurge.Found(emotion, 1, 2, share, usual)).getText();
  }

  /** That a camera has been away for so long, and why. */
  public static String down(long seconds, String reason) {
    CameraStatus status =
        Records.statusBuilder(CAMERA, CameraState.RECONNECTING, 1, 1, 0).setReason(reason).build();
    return MomentTexts.cameraDown(CAMERA, status, 0, seconds * 1_000).getText();
  }
}
