package io.moodline.ingest;

import java.time.Duration;

/**
 * What is wanted of a source.
 *
 * @param source address, as the camera's record has it
 * @param targetFps pictures a second that will be taken from it when it is live
 * @param realtime true: a file is to play at its own speed
 * @param maxWidth wider pictures are scaled down to this, pixels
 * @param jpegQuality 1 to 100
 * @param timeout how long opening and each read may take
 */
public record SourceRequest(
    String source,
    double targetFps,
    boolean realtime,
    int maxWidth,
    int jpegQuality,
    Duration timeout) {}
