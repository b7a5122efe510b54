package io.moodline.trainer.preview;

import java.util.function.UnaryOperator;

/**
 * Something that is done to a picture before a network sees it.
 *
 * @param name for people, a few words
 * @param step makes the picture to show from the original one
 */
public record NamedStep(String name, UnaryOperator<GrayImage> step) {}
