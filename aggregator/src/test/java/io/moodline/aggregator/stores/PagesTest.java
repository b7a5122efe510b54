package io.moodline.aggregator.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moodline.aggregator.api.NotReadyException;
import io.moodline.aggregator.state.LedgerEntry;
import java.util.Arrays;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.kafka.streams.KeyValue;
import org.junit.jupiter.api.Test;

class PagesTest {

  private static Page<LedgerEntry> page(int records, boolean more) {
    return new Page<>(
        LongStream.range(0, records)
            .mapToObj(i -> KeyValue.pair("door/" + i, new LedgerEntry(i, 1, 2, 3)))
            .toList(),
        more);
  }

  @Property(tries = 50)
  void whatIsWrittenIsRead(@ForAll @IntRange(max = 40) int records, @ForAll boolean more) {
    Page<LedgerEntry> page = page(records, more);
    assertThat(Pages.read(StoreRefs.LEDGER, Pages.write(StoreRefs.LEDGER, page))).isEqualTo(page);
  }

  /** Not a single place at which an answer can be cut off without being seen to be. */
  @Property(tries = 50)
  void aPageThatWasCutOffIsRefused(@ForAll @IntRange(max = 5) int records) {
    byte[] whole = Pages.write(StoreRefs.LEDGER, page(records, false));
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> Pages.read(StoreRefs.LEDGER, cut))
          .as("%d of %d bytes", length, whole.length)
          .isInstanceOf(NotReadyException.class);
    }
  }

  @Test
  void aLargePageSaysThatThereIsMore() {
    // A record is a length of 4, a key of 11 to 12, a length of 4 and 1 + 4 * 8 bytes: 52 to 53.
    int records = 2 * Pages.MAX_BYTES / 52;
    byte[] bytes = Pages.write(StoreRefs.LEDGER, page(records, false));
    Page<LedgerEntry> read = Pages.read(StoreRefs.LEDGER, bytes);
    assertThat(read.more()).isTrue();
    assertThat(read.records()).hasSizeBetween(records / 3, records - 1);
    assertThat(bytes.length).isLessThan(Pages.MAX_BYTES + 100);
  }

  @Test
  void camerasAreNotShared() {
    assertThat(StoreRefs.shared("cameras")).isEmpty();
    assertThat(StoreRefs.shared("moment-state")).isEmpty();
    assertThat(StoreRefs.shared("trends")).contains(StoreRefs.TRENDS);
    assertThat(StoreRefs.CAMERAS.isGlobal()).isTrue();
  }
}
