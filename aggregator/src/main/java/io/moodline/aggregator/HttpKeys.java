package io.moodline.aggregator;

import static io.moodline.aggregator.AggregatorConfig.ALLOW_LOCAL_SOURCES;
import static io.moodline.aggregator.AggregatorConfig.HTTP_ADVERTISED;
import static io.moodline.aggregator.AggregatorConfig.HTTP_HOST;
import static io.moodline.aggregator.AggregatorConfig.HTTP_HOSTS;
import static io.moodline.aggregator.AggregatorConfig.HTTP_PORT;
import static io.moodline.aggregator.AggregatorConfig.INTERNAL_SECRET;
import static org.apache.kafka.common.config.ConfigDef.Importance.HIGH;
import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;
import static org.apache.kafka.common.config.ConfigDef.Type.BOOLEAN;
import static org.apache.kafka.common.config.ConfigDef.Type.INT;
import static org.apache.kafka.common.config.ConfigDef.Type.PASSWORD;
import static org.apache.kafka.common.config.ConfigDef.Type.STRING;

import io.moodline.aggregator.stores.Hosts;
import io.moodline.config.Validators;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Range;

/** What the query API and the page are told of where they listen and whom they answer. */
final class HttpKeys {

  private HttpKeys() {}

  static void define(ConfigDef keys) {
    keys.define(
            HTTP_HOST,
            STRING,
            "127.0.0.1",
            new ConfigDef.NonEmptyString(),
            HIGH,
            "Address that the query API and the page listen on. There is no login: whoever can reach"
                + " it can read and change everything.")
        .define(
            HTTP_PORT,
            INT,
            8080,
            Range.between(0, 65_535),
            HIGH,
            "Port of the query API and the page; 0: any free one.")
        .define(
            HTTP_ADVERTISED,
            STRING,
            "",
            Validators.parsedBy(HttpKeys::requireAddress, "host:port, or empty"),
            MEDIUM,
            "Address under which the other aggregators reach this one's query API, to ask for the"
                + " partitions that it holds. Empty: the address that it listens on, or this"
                + " machine's own where that is 0.0.0.0. With several machines it must not be a"
                + " loopback address.")
        .define(
            HTTP_HOSTS,
            STRING,
            "",
            Validators.parsedBy(
                HttpKeys::hostNames, "names without port, separated by commas, or empty"),
            LOW,
            "Further names, without port, under which the query API and the page may be asked for,"
                + " such as those of a proxy. An address in numbers, localhost, this machine's name"
                + " and the advertised one always may, on loopback only localhost, 127.0.0.1 and"
                + " [::1]: a page of elsewhere whose name was made to lead here is refused.")
        .define(
            INTERNAL_SECRET,
            PASSWORD,
            "",
            MEDIUM,
            "Secret that the aggregators show each other when they ask for partitions; the same on"
                + " all. Needed with several machines, and behind a proxy: without it an aggregator"
                + " answers others only on the same machine, where a proxy may be, too.")
        .define(
            ALLOW_LOCAL_SOURCES,
            BOOLEAN,
            false,
            MEDIUM,
            "Whether the API accepts files, folders and devices as sources, which lets its callers"
                + " look at what the ingest service can read, even when it listens on an address"
                + " other than loopback. On loopback it always does.");
  }

  private static void requireAddress(String address) {
    if (!address.isEmpty()) {
      Hosts.parse(address);
    }
  }

  static List<String> hostNames(String names) {
    List<String> all =
        Arrays.stream(names.split(",")).map(String::strip).filter(n -> !n.isEmpty()).toList();
    for (String name : all) {
      if (!name.matches("[0-9A-Za-z._-]+")) {
        throw new IllegalArgumentException("\"" + name + "\" is no name of a host");
      }
    }
    return all;
  }
}
