package io.moodline.ingest;

/**
 * A picture as JPEG.
 *
 * @param width pixels
 * @param height pixels
 * @param jpeg the encoded bytes; shared, not to be changed
 */
public record EncodedPicture(int width, int height, byte[] jpeg) {}
