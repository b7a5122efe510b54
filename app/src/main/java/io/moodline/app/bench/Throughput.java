package io.moodline.app.bench;

/**
 * How much was done in how long.
 *
 * @param frames pictures that went all the way
 * @param faces faces judged in them
 * @param seconds from the first to the last
 */
record Throughput(long frames, long faces, double seconds) {

  double framesPerSecond() {
    return frames / seconds;
  }

  double facesPerSecond() {
    return faces / seconds;
  }
}
