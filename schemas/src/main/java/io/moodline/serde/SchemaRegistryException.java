package io.moodline.serde;

/**
 * A schema registry does not answer, or refuses to: whether a record can be read or written is not
 * known. Nothing is wrong with the record, so it is to be tried again rather than given up.
 */
public final class SchemaRegistryException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SchemaRegistryException(String wanted, Throwable cause) {
    super("the schema registry does not give " + wanted + ": " + rootOf(cause), cause);
  }

  private static Throwable rootOf(Throwable e) {
    return e.getCause() == null ? e : rootOf(e.getCause());
  }

  /** True when one of these lies behind an exception, however deep. */
  public static boolean isBehind(Throwable e) {
    return e != null && (e instanceof SchemaRegistryException || isBehind(e.getCause()));
  }
}
