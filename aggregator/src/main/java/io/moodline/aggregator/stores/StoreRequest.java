package io.moodline.aggregator.stores;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.streams.state.HostInfo;

/**
 * How one instance asks another for records of a partition.
 *
 * @param partition which
 * @param range which records
 * @param copies whether a copy will do
 */
record StoreRequest(int partition, KeyRange range, boolean copies) {

  /** Where stores are read; a store's name follows. */
  static final String PATH = "/internal/v1/stores/";

  /** At most so many records in one answer. */
  static final int MAX_RECORDS = 1_000;

  URI uri(HostInfo host, StoreRef<?> store) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("partition", Integer.toString(partition));
    query.put("from", range.from());
    query.put("to", range.to());
    query.put("reverse", range.reverse() ? "true" : null);
    query.put("limit", Integer.toString(Math.min(range.limit(), MAX_RECORDS)));
    query.put("copies", copies ? "true" : null);
    StringBuilder uri = new StringBuilder("http://");
    uri.append(Hosts.text(host)).append(PATH).append(store.name());
    char separator = '?';
    for (Map.Entry<String, String> parameter : query.entrySet()) {
      if (parameter.getValue() != null) {
        uri.append(separator).append(parameter.getKey()).append('=');
        uri.append(URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8));
        separator = '&';
      }
    }
    return URI.create(uri.toString());
  }
}
