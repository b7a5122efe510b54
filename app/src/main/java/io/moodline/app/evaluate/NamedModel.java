package io.moodline.app.evaluate;

import io.moodline.classifier.model.LoadedModel;
import io.moodline.classifier.model.Models;

/**
 * A model that is compared. Its file is read anew each time it is needed: some fill half a
 * gigabyte, and all of them together more than there is.
 *
 * @param id by which it is named in the report
 * @param model as {@link Models#of} takes it
 */
record NamedModel(String id, String model) {

  /**
   * Reads it.
   *
   * @throws io.moodline.classifier.model.ModelException when it cannot be used, saying why
   */
  LoadedModel load() {
    return Models.of(model);
  }
}
