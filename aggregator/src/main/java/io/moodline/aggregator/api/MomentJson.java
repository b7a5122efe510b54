package io.moodline.aggregator.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.moodline.schemas.Moment;

/** Moments as the API writes them, for whoever else sends them. */
public final class MomentJson {

  private static final ObjectMapper JSON = new ObjectMapper();

  private MomentJson() {}

  /** A moment as the API shows it, UTF-8. */
  public static byte[] of(Moment moment) {
    try {
      return JSON.writeValueAsBytes(MomentView.of(moment));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a moment cannot be written as JSON", e);
    }
  }
}
