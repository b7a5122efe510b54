package io.moodline.app.docs;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;
import org.apache.kafka.common.config.types.Password;

/** Writes the reference of all settings from their declarations. */
public final class ConfigurationPage {

  private static final String HEAD =
      """
      # Configuration

      Generated from the declarations by `./moodline config > docs/configuration.md`; do not edit.

      Set a key with `--set key=value` on the command line, or in a properties file given with
      `--config FILE`; the command line wins. A wrong value or an unknown key stops the start with a
      message that says what is allowed. Keys that begin with `kafka.` go to Kafka's clients without
      that beginning, such as `kafka.security.protocol=SSL`.
      """;

  private ConfigurationPage() {}

  /**
   * The page as Markdown.
   *
   * @param common the keys that all services have
   * @param stages the keys of each stage, in the data's order; common ones among them are left out
   */
  public static String markdown(ConfigDef common, Map<String, ConfigDef> stages) {
    StringBuilder page = new StringBuilder(HEAD);
    section(page, "All services", common, List.of());
    stages.forEach(
        (stage, keys) ->
            section(
                page,
                stage.substring(0, 1).toUpperCase(Locale.ROOT) + stage.substring(1),
                keys,
                common.names()));
    return page.toString();
  }

  private static void section(
      StringBuilder page, String title, ConfigDef keys, Iterable<String> without) {
    TreeSet<String> hidden = new TreeSet<>();
    without.forEach(hidden::add);
    page.append("\n## ").append(title).append("\n\n");
    page.append("| key | type | default | allowed | what it does |\n");
    page.append("| --- | --- | --- | --- | --- |\n");
    keys.configKeys().values().stream()
        .filter(key -> !hidden.contains(key.name))
        .sorted(Comparator.comparing((ConfigKey key) -> key.name))
        .forEach(key -> page.append(row(key)));
  }

  private static String row(ConfigKey key) {
    String standard = key.hasDefault() ? text(key.defaultValue) : "(required)";
    return String.format(
        "| `%s` | %s | %s | %s | %s |%n",
        key.name,
        key.type.name().toLowerCase(Locale.ROOT),
        standard.isEmpty() ? "(empty)" : "`" + standard + "`",
        key.validator == null ? "" : cell(key.validator.toString()),
        cell(key.documentation));
  }

  /** A secret without a default says so: nothing is hidden there. */
  private static String text(Object standard) {
    return standard instanceof Password secret && secret.value().isEmpty()
        ? ""
        : String.valueOf(standard);
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("\n", " ");
  }
}
