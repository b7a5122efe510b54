package io.moodline.aggregator.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moodline.aggregator.api.NotReadyException;
import io.moodline.aggregator.state.LedgerEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.HostInfo;
import org.junit.jupiter.api.Test;

/** Two instances a and b of three partitions, made of maps. */
class RoutedStoresTest {

  private static final HostInfo A = new HostInfo("a", 1);
  private static final HostInfo B = new HostInfo("b", 1);
  private static final StoreRef<LedgerEntry> LEDGER = StoreRefs.LEDGER;

  private final Map<Integer, NavigableMap<String, LedgerEntry>> data = new HashMap<>();
  private final Map<Integer, HostInfo> actives = new HashMap<>();
  private final Map<Integer, HostInfo> copies = new HashMap<>();
  private final Set<HostInfo> dead = new HashSet<>();
  private final Executor here = Runnable::run;
  private final AtomicLong nowNanos = new AtomicLong();
  private final Map<HostInfo, Integer> asked = new HashMap<>();
  private int mostAtOnce = Integer.MAX_VALUE;

  RoutedStoresTest() {
    actives.putAll(Map.of(0, A, 1, B, 2, A));
    for (int partition = 0; partition < 3; partition++) {
      data.put(partition, new TreeMap<>());
      for (int i = 0; i < 10; i++) {
        data.get(partition).put(key(partition, i), entry(partition, i));
      }
    }
  }

  private static String key(int partition, int i) {
    return partition + "/" + i;
  }

  private static LedgerEntry entry(int partition, int i) {
    return new LedgerEntry(partition, i, 0, 0);
  }

  private Stores stores() {
    return new RoutedStores(new Known(), new Held(), here, nowNanos::get);
  }

  /** A routing key is a partition's number here. */
  private final class Known implements Owners {
    @Override
    public Owner of(StoreRef<?> store, String routingKey) {
      int partition = Integer.parseInt(routingKey);
      HostInfo copy = copies.get(partition);
      return new Owner(partition, actives.get(partition), copy == null ? List.of() : List.of(copy));
    }

    @Override
    public List<Owner> all(StoreRef<?> store) {
      return IntStream.range(0, 3).mapToObj(p -> of(store, Integer.toString(p))).toList();
    }
  }

  private final class Held implements Instances {
    @Override
    public <V> Page<V> global(StoreRef<V> store, KeyRange range, boolean copies) {
      throw new AssertionError("no global store is read here");
    }

    @Override
    public boolean isHere(HostInfo host) {
      return A.equals(host);
    }

    @Override
    public PartitionAccess at(HostInfo host, boolean orCopies) {
      return new Maps(host, orCopies);
    }
  }

  private final class Maps implements PartitionAccess {
    private final HostInfo host;
    private final boolean orCopies;

    Maps(HostInfo host, boolean orCopies) {
      this.host = host;
      this.orCopies = orCopies;
    }

    private NavigableMap<String, LedgerEntry> held(int partition) {
      boolean holds =
          host.equals(actives.get(partition)) || (orCopies && host.equals(copies.get(partition)));
      asked.merge(host, 1, Integer::sum);
      if (dead.contains(host)) {
        nowNanos.addAndGet(2_000_000_000);
        throw new NotReadyException(host + " is dead", new IOException("it was only a test"));
      }
      if (!holds) {
        throw new NotReadyException(host + " does not hold " + partition, null);
      }
      return data.get(partition);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <V> V get(StoreRef<V> store, int partition, String key) {
      return (V) held(partition).get(key);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <V> Page<V> range(StoreRef<V> store, int partition, KeyRange range) {
      NavigableMap<String, LedgerEntry> from =
          range.from() == null ? held(partition) : held(partition).tailMap(range.from(), true);
      NavigableMap<String, LedgerEntry> in =
          range.to() == null ? from : from.headMap(range.to(), true);
      List<KeyValue<String, V>> records = new ArrayList<>();
      (range.reverse() ? in.descendingMap() : in)
          .forEach((key, value) -> records.add(KeyValue.pair(key, (V) value)));
      int most = Math.min(range.limit(), mostAtOnce);
      return new Page<>(records.subList(0, Math.min(most, records.size())), records.size() > most);
    }
  }

  @Test
  void eachPartitionIsAskedWhereItIs() {
    assertThat(stores().get(LEDGER, "1", key(1, 4))).contains(entry(1, 4));
    assertThat(stores().get(LEDGER, "2", key(2, 0))).contains(entry(2, 0));
    assertThat(stores().get(LEDGER, "2", key(1, 0))).isEmpty();
    assertThat(stores().all(LEDGER)).hasSize(30);
  }

  @Test
  void withoutAnOwnerThereIsNoAnswerRatherThanAPart() {
    actives.remove(1);
    assertThatThrownBy(() -> stores().all(LEDGER)).isInstanceOf(NotReadyException.class);
    assertThatThrownBy(() -> stores().get(LEDGER, "1", key(1, 4)))
        .isInstanceOf(NotReadyException.class);
    assertThat(stores().get(LEDGER, "0", key(0, 4))).contains(entry(0, 4));
  }

  @Test
  void anOwnerThatIsDeadGivesNoAnswerUnlessACopyWillDo() {
    dead.add(B);
    copies.put(1, A);
    assertThatThrownBy(() -> stores().all(LEDGER)).isInstanceOf(NotReadyException.class);
    AtomicInteger fromCopies = new AtomicInteger();
    Stores orCopies = stores().orCopies(fromCopies::incrementAndGet);
    assertThat(orCopies.all(LEDGER)).hasSize(30);
    assertThat(fromCopies).hasValue(1);
    assertThat(orCopies.get(LEDGER, "0", key(0, 3))).contains(entry(0, 3));
    assertThat(fromCopies).as("the owner of partition 0 is there").hasValue(1);
  }

  /** A question to a dead instance takes 2 s: only the first of a request is put to it. */
  @Test
  void aDeadInstanceIsNotAskedAgainForASecond() {
    dead.add(B);
    copies.put(1, A);
    Stores all = stores();
    for (int i = 0; i < 10; i++) {
      Stores orCopies = all.orCopies(() -> {});
      assertThat(orCopies.get(LEDGER, "1", key(1, i))).contains(entry(1, i));
    }
    assertThat(asked.get(B)).isEqualTo(1);
    nowNanos.addAndGet(1_000_000_000);
    dead.clear();
    assertThat(all.orCopies(() -> {}).get(LEDGER, "1", key(1, 3))).contains(entry(1, 3));
    assertThat(asked.get(B)).as("it is asked again").isEqualTo(2);
  }

  /** Three dead ones take 2 s each: the fourth is not asked any more, though it would answer. */
  @Test
  void aRequestEndsHoweverManyAreDead() {
    for (int partition = 0; partition < 3; partition++) {
      HostInfo host = new HostInfo("dead-" + partition, 1);
      actives.put(partition, host);
      dead.add(host);
    }
    copies.put(2, A);
    Stores orCopies = stores().orCopies(() -> {});
    for (String partition : List.of("0", "1", "2")) {
      assertThatThrownBy(() -> orCopies.get(LEDGER, partition, "x"))
          .isInstanceOf(NotReadyException.class);
    }
    assertThat(asked).doesNotContainKey(A);
    assertThat(stores().orCopies(() -> {}).get(LEDGER, "2", key(2, 3))).isPresent();
  }

  @Test
  void withoutACopyThatWouldDoThereIsNoAnswerEither() {
    dead.add(B);
    assertThatThrownBy(() -> stores().orCopies(() -> {}).all(LEDGER))
        .isInstanceOf(NotReadyException.class);
  }

  /** However an answer is cut into pages, it is the same, and never longer than asked for. */
  @Property(tries = 200)
  void pagesMakeTheSameAnswer(
      @ForAll @IntRange(min = 2, max = 12) int atOnce,
      @ForAll @IntRange(min = 1, max = 12) int limit,
      @ForAll @IntRange(max = 9) int from,
      @ForAll boolean reverse) {
    mostAtOnce = atOnce;
    KeyRange range = new KeyRange(key(1, from), null, reverse, limit);
    List<Integer> expected =
        (reverse
                ? IntStream.iterate(9, i -> i >= from, i -> i - 1)
                : IntStream.rangeClosed(from, 9))
            .limit(limit)
            .boxed()
            .toList();
    assertThat(stores().range(LEDGER, "1", range))
        .extracting(record -> (int) record.value.classified())
        .isEqualTo(expected);
  }

  @Property(tries = 200)
  void theFirstThatFitAreFound(
      @ForAll @IntRange(min = 1, max = 12) int limit, @ForAll @IntRange(min = 1, max = 5) int nth) {
    List<Long> expected =
        IntStream.rangeClosed(0, 9)
            .filter(i -> i % nth == 0)
            .limit(limit)
            .mapToObj(i -> (long) i)
            .toList();
    assertThat(
            stores()
                .first(LEDGER, "1", KeyRange.ALL, entry -> entry.classified() % nth == 0, limit))
        .extracting(LedgerEntry::classified)
        .isEqualTo(expected);
  }
}
