package io.moodline.app.models;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLException;

/** Says what went wrong with a network: Java often gives no message at all. */
final class NetworkFaults {

  private NetworkFaults() {}

  /** What went wrong, in words that name the host. */
  static String reason(URI uri, IOException fault) {
    String host = uri.getHost();
    if (fault instanceof HttpConnectTimeoutException) {
      return "cannot reach " + host + ": no connection in time";
    }
    if (fault instanceof HttpTimeoutException) {
      return host + " does not answer in time";
    }
    if (fault instanceof SSLException) {
      return "no secure connection to " + host + ": " + fault.getMessage();
    }
    if (fault instanceof ConnectException) {
      return "cannot reach " + host + ": " + (isUnknown(fault) ? unknown() : message(fault));
    }
    return "the connection to " + host + " broke: " + message(fault);
  }

  private static boolean isUnknown(Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnresolvedAddressException) {
        return true;
      }
    }
    return false;
  }

  private static String unknown() {
    return "its address is not known; is this machine offline?";
  }

  private static String message(Throwable fault) {
    return fault.getMessage() == null ? "connection refused" : fault.getMessage();
  }
}
