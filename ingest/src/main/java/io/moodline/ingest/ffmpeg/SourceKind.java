package io.moodline.ingest.ffmpeg;

import io.moodline.ingest.SourceException;
import io.moodline.topics.SourceAddresses;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * What an address names, and with that the protocols that FFmpeg may use for it: a playlist from
 * the network must not make it read local files.
 *
 * @param protocols FFmpeg's protocol_whitelist
 * @param network true when reads can hang, so that they need a time limit
 * @param alwaysLive true when what comes is never a recording
 */
record SourceKind(String protocols, boolean network, boolean alwaysLive) {

  private static final String HTTP = "http,https,httpproxy,tcp,tls,crypto,data";
  private static final String RTSP = "rtsp,rtsps,rtp,rtcp,srtp,udp,tcp,tls,crypto";

  private static final Map<String, SourceKind> BY_SCHEME =
      Map.of(
          "rtsp", new SourceKind(RTSP, true, true),
          "rtsps", new SourceKind(RTSP, true, true),
          "http", new SourceKind(HTTP, true, false),
          "https", new SourceKind(HTTP, true, false),
          "rtmp", new SourceKind("rtmp,tcp,crypto", true, true),
          "rtmps", new SourceKind("rtmps,rtmp,tcp,tls,crypto", true, true),
          "udp", new SourceKind("udp,rtp", true, true),
          "tcp", new SourceKind("tcp", true, true),
          "srt", new SourceKind("srt,udp", true, true));

  static final SourceKind FILE = new SourceKind("file,crypto,data", false, false);
  static final SourceKind DEVICE = new SourceKind("file", false, true);

  /** True when {@code source} is a device such as /dev/video0. */
  static boolean isDevice(String source) {
    return source.matches("/dev/video\\d+");
  }

  /** The kind of an address. */
  static SourceKind of(String source) throws SourceException {
    if (isDevice(source)) {
      if (!Files.exists(Path.of(source))) {
        throw SourceException.temporary("there is no camera at " + source + " now", null);
      }
      return DEVICE;
    }
    int colon = source.indexOf("://");
    if (colon < 0) {
      requireFile(source);
      return FILE;
    }
    String scheme = source.substring(0, colon).toLowerCase(Locale.ROOT);
    if (scheme.equals("file")) {
      requireFile(source.substring(colon + 3));
      return FILE;
    }
    SourceKind kind = BY_SCHEME.get(scheme);
    if (kind == null) {
      throw SourceException.permanent(
          "the protocol of "
              + SourceAddresses.masked(source)
              + " is not known; known are "
              + String.join(", ", BY_SCHEME.keySet().stream().sorted().toList())
              + ", a file, a folder of images, /dev/videoN and demo",
          null);
    }
    return kind;
  }

  private static void requireFile(String path) throws SourceException {
    try {
      if (Files.isReadable(Path.of(path)) && Files.isRegularFile(Path.of(path))) {
        return;
      }
    } catch (InvalidPathException e) {
      throw SourceException.permanent("\"" + SourceAddresses.shown(path) + "\" is no path", e);
    }
    throw SourceException.permanent(
        (Files.exists(Path.of(path)) ? "cannot read " : "there is no file ")
            + SourceAddresses.shown(path),
        null);
  }
}
