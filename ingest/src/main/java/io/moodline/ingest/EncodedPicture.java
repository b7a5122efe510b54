package io.moodline.ingest;

/**
 * A picture as a JPEG.
 *
 * @param width pixels
 * @param height pixels
 * @param jpeg the file; owned by this record
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on at once, never compared.
public record EncodedPicture(int width, int height, byte[] jpeg) {}
