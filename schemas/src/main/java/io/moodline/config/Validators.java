package io.moodline.config;

import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/** Validators that Kafka's {@link ConfigDef} lacks. Their messages say what is allowed. */
public final class Validators {

  private Validators() {}

  /** Accepts text that matches a regular expression as a whole. */
  public static ConfigDef.Validator matching(String regex, String allowed) {
    Pattern pattern = Pattern.compile(regex);
    return new Described(
        allowed, value -> value != null && pattern.matcher(value.toString()).matches());
  }

  /** Accepts numbers from {@code min} to {@code max}, both included; NaN never. */
  public static ConfigDef.Validator between(double min, double max) {
    return new Described(
        "a number from " + min + " to " + max,
        value -> value instanceof Number n && n.doubleValue() >= min && n.doubleValue() <= max);
  }

  /** Accepts text that a parser accepts; its message says what was wrong. */
  public static ConfigDef.Validator parsedBy(Consumer<String> parser, String allowed) {
    return new Parsed(parser, allowed);
  }

  private record Parsed(Consumer<String> parser, String allowed) implements ConfigDef.Validator {
    @Override
    public void ensureValid(String name, Object value) {
      try {
        parser.accept((String) value);
      } catch (IllegalArgumentException e) {
        throw new ConfigException(name, value, e.getMessage());
      }
    }

    @Override
    public String toString() {
      return allowed;
    }
  }

  private interface Check {
    boolean accepts(Object value);
  }

  private record Described(String allowed, Check check) implements ConfigDef.Validator {
    @Override
    public void ensureValid(String name, Object value) {
      if (!check.accepts(value)) {
        throw new ConfigException(name, value, "must be " + allowed);
      }
    }

    @Override
    public String toString() {
      return allowed;
    }
  }
}
