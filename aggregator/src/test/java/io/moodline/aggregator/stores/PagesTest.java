package io.moodline.aggregator.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moodline.aggregator.api.NotReadyException;
import io.moodline.aggregator.state.LedgerEntry;
import io.moodline.schemas.MomentPhoto;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.kafka.streams.KeyValue;
import org.junit.jupiter.api.Test;

class PagesTest {

  private static List<KeyValue<String, LedgerEntry>> records(int count) {
    return LongStream.range(0, count)
        .mapToObj(i -> KeyValue.pair("door/" + i, new LedgerEntry(i, 1, 2, 3)))
        .toList();
  }

  private static byte[] write(int count, int limit) {
    return Pages.write(StoreRefs.LEDGER, records(count).iterator(), limit);
  }

  @Property(tries = 50)
  void whatIsWrittenIsRead(
      @ForAll @IntRange(max = 40) int count, @ForAll @IntRange(min = 1, max = 50) int limit) {
    Page<LedgerEntry> read = Pages.read(StoreRefs.LEDGER, write(count, limit));
    assertThat(read.records()).isEqualTo(records(Math.min(count, limit)));
    assertThat(read.more()).isEqualTo(count > limit);
  }

  /** Not a single place at which an answer can be cut off without being seen to be. */
  @Property(tries = 50)
  void aPageThatWasCutOffIsRefused(@ForAll @IntRange(max = 5) int records) {
    byte[] whole = write(records, 5);
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
    byte[] bytes = write(records, records);
    Page<LedgerEntry> read = Pages.read(StoreRefs.LEDGER, bytes);
    assertThat(read.more()).isTrue();
    assertThat(read.records()).hasSizeBetween(records / 3, records - 1);
    assertThat(bytes.length).isLessThan(Pages.MAX_BYTES + 100);
  }

  /** Of 1000 photos of 300 kB, a page of 1 MiB holds four: the others are not read at all. */
  @Test
  void noMoreIsReadThanAPageHolds() {
    AtomicInteger taken = new AtomicInteger();
    Iterator<KeyValue<String, MomentPhoto>> photos =
        IntStream.range(0, 1_000)
            .peek(i -> taken.incrementAndGet())
            .mapToObj(i -> KeyValue.pair("door:" + i, photo(new byte[300_000])))
            .iterator();
    byte[] bytes = Pages.write(StoreRefs.MOMENT_PHOTOS, photos, 1_000);
    Page<MomentPhoto> read = Pages.read(StoreRefs.MOMENT_PHOTOS, bytes);
    assertThat(read.records()).hasSize(4);
    assertThat(read.more()).isTrue();
    assertThat(taken).as("the next one is looked for").hasValue(5);
  }

  private static MomentPhoto photo(byte[] image) {
    return new MomentPhoto(
        "door:0", "door", 0L, 0L, 640, 360, "image/jpeg", ByteBuffer.wrap(image));
  }

  @Test
  void camerasAreNotShared() {
    assertThat(StoreRefs.shared("cameras")).isEmpty();
    assertThat(StoreRefs.shared("moment-state")).isEmpty();
    assertThat(StoreRefs.shared("trends")).contains(StoreRefs.TRENDS);
    assertThat(StoreRefs.CAMERAS.isGlobal()).isTrue();
  }
}
