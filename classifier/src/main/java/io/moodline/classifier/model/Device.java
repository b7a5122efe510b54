package io.moodline.classifier.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a model runs.
 *
 * @param kind what was asked for
 * @param index which CUDA device, from 0; 0 for the others
 */
public record Device(Kind kind, int index) {

  /** Kinds of device. */
  public enum Kind {
    /** CUDA when it can be had, else the CPU. */
    AUTO,
    CPU,
    /** CUDA or nothing. */
    CUDA
  }

  /** What {@link #parse} reads. */
  public static final String ALLOWED = "auto, cpu, cuda, or cuda:N for device N, from 0 to 99";

  private static final Pattern FORM = Pattern.compile("(auto|cpu)|cuda(?::(\\d{1,2}))?");

  /**
   * Reads {@code auto}, {@code cpu}, {@code cuda} or {@code cuda:N}.
   *
   * @throws IllegalArgumentException when it is none of these
   */
  public static Device parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException("\"" + text + "\" is no device; allowed are " + ALLOWED);
    }
    if (form.group(1) != null) {
      return new Device(form.group(1).equals("cpu") ? Kind.CPU : Kind.AUTO, 0);
    }
    return new Device(Kind.CUDA, form.group(2) == null ? 0 : Integer.parseInt(form.group(2)));
  }

  @Override
  public String toString() {
    return switch (kind) {
      case AUTO -> "auto";
      case CPU -> "cpu";
      case CUDA -> "cuda:" + index;
    };
  }
}
