package io.moodline.app.train;

import io.moodline.trainer.balance.ClassPlan;
import io.moodline.trainer.dataset.LabelSet;
import io.moodline.trainer.network.Networks;
import java.util.List;

/** What each network learns when the command line says nothing else: what its system did. */
public final class OwnClasses {

  private OwnClasses() {}

  /** The classes of each head. */
  public static List<ClassPlan> of(Networks network) {
    ClassPlan contest = ClassPlan.of(LabelSet.FER2013);
    return switch (network) {
      case MOODNET, MOODNET_SMALL -> List.of(ClassPlan.of(LabelSet.FERPLUS), contest);
      case MINI_XCEPTION, GUDI_CNN, DUBOVYI_CNN -> List.of(contest);
      case OLENIUK_CNN -> List.of(contest.merge("anger+disgust"));
      case DUBOVYI_GRADIENT_FNN -> List.of(contest.exclude("disgust"));
      case HAPPY_SAD_CNN -> List.of(contest.only("happiness,sadness"));
    };
  }
}
