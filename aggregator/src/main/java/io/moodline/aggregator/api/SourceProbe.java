package io.moodline.aggregator.api;

/** Looks whether a source can be opened. Thread-safe. */
public interface SourceProbe {

  /** Where nothing can open a source. */
  SourceProbe NONE =
      source -> {
        throw new ProbeFailure(ProbeFailure.Kind.CANNOT_OPEN, "nothing here opens sources");
      };

  /**
   * The first picture of a source, as a JPEG.
   *
   * @param source an address that is allowed, as a camera's record has it
   * @throws ProbeFailure when there is none; its message shows no credentials
   */
  byte[] picture(String source) throws ProbeFailure;
}
