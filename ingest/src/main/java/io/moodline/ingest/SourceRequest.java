package io.moodline.ingest;

import java.time.Duration;

/**
 * What is asked of a source.
 *
 * @param source URL, path or name
 * @param targetFps frames a second that will be taken of it
 * @param realtime true when a file shall play at its own speed
 * @param maxWidth wider pictures are scaled down to this width, pixels
 * @param jpegQuality 1 to 100
 * @param timeout how long to wait for the source to open or to give a picture
 */
public record SourceRequest(
    String source,
    double targetFps,
    boolean realtime,
    int maxWidth,
    int jpegQuality,
    Duration timeout) {}
