package io.moodline.app.train;

import io.moodline.trainer.balance.ClassPlan;
import io.moodline.trainer.dataset.LabelSet;
import io.moodline.trainer.network.Networks;
import java.util.List;

/** What each network learns when the command line says nothing else: what its system did. */
final class OwnClasses {

  private OwnClasses() {}

  /** The label set of each head. */
  static List<LabelSet> labels(Networks network) {
    return switch (network) {
      case MOODNET, MOODNET_SMALL -> List.of(LabelSet.FERPLUS, LabelSet.FER2013);
      case MINI_XCEPTION, GUDI_CNN, DUBOVYI_CNN, DUBOVYI_GRADIENT_FNN, OLENIUK_CNN, HAPPY_SAD_CNN ->
          List.of(LabelSet.FER2013);
    };
  }

  /** Which of a label set's classes it learns. */
  static ClassPlan of(Networks network, LabelSet labels) {
    ClassPlan all = ClassPlan.of(labels);
    return switch (network) {
      case MOODNET, MOODNET_SMALL, MINI_XCEPTION, GUDI_CNN, DUBOVYI_CNN -> all;
      case OLENIUK_CNN -> all.merge("anger+disgust");
      case DUBOVYI_GRADIENT_FNN -> all.exclude("disgust").withLeastShare(ClassChoice.LEAST_SHARE);
      case HAPPY_SAD_CNN -> all.only("happiness,sadness").withLeastShare(ClassChoice.LEAST_SHARE);
    };
  }
}
