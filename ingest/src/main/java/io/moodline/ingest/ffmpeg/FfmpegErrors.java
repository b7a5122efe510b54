package io.moodline.ingest.ffmpeg;

import io.moodline.topics.SourceAddresses;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;

/** Says in words what FFmpeg says in numbers. */
final class FfmpegErrors {

  private static final Pattern CODE = Pattern.compile("error (-?\\d+)");
  private static final int LONGEST = 256;

  private FfmpegErrors() {}

  /** The meaning of the error number in a message, or the message itself, credentials masked. */
  static String describe(String message) {
    Matcher matcher = CODE.matcher(message);
    if (!matcher.find()) {
      return SourceAddresses.masked(message);
    }
    try (BytePointer text = new BytePointer(LONGEST)) {
      avutil.av_strerror(Integer.parseInt(matcher.group(1)), text, LONGEST);
      String padded = text.getString();
      return padded.substring(0, (padded + '\0').indexOf('\0'));
    }
  }
}
