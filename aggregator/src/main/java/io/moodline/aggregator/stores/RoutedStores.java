package io.moodline.aggregator.stores;

import io.moodline.aggregator.api.NotReadyException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.HostInfo;

/** Asks, for each partition, the instance that holds it. Thread-safe. */
final class RoutedStores implements Stores {

  /** How long the instances that are asked at once may take. */
  private static final long PATIENCE_MS = 5_000;

  /** How long an instance that could not be reached is not asked again when a copy will do. */
  private static final long AVOID_NANOS = 1_000_000_000;

  private final Owners owners;
  private final Instances instances;
  private final Executor askers;
  private final Runnable onCopy;
  private final LongSupplier nanoTime;
  private final Map<HostInfo, Long> failedNanos;
  private final Set<HostInfo> failedHere = ConcurrentHashMap.newKeySet();
  private final AtomicLong lostNanos = new AtomicLong();

  /**
   * @param askers ask several instances at once
   */
  RoutedStores(Owners owners, Instances instances, Executor askers) {
    this(owners, instances, askers, System::nanoTime);
  }

  /**
   * @param nanoTime a clock that only goes on, nanoseconds
   */
  RoutedStores(Owners owners, Instances instances, Executor askers, LongSupplier nanoTime) {
    this.owners = owners;
    this.instances = instances;
    this.askers = askers;
    this.nanoTime = nanoTime;
    this.onCopy = null;
    this.failedNanos = new ConcurrentHashMap<>();
  }

  private RoutedStores(RoutedStores all, Runnable onCopy) {
    this.owners = all.owners;
    this.instances = all.instances;
    this.askers = all.askers;
    this.nanoTime = all.nanoTime;
    this.onCopy = onCopy;
    this.failedNanos = all.failedNanos;
  }

  @Override
  public Stores orCopies(Runnable onCopy) {
    return new RoutedStores(this, onCopy);
  }

  @Override
  public <V> Optional<V> get(StoreRef<V> store, String routingKey, String key) {
    if (store.isGlobal()) {
      return global(store, KeyRange.of(key, key)).stream().map(entry -> entry.value).findFirst();
    }
    Owner owner = owners.of(store, routingKey);
    return Optional.ofNullable(
        read(owner, instance -> instance.get(store, owner.partition(), key)));
  }

  @Override
  public <V> List<KeyValue<String, V>> range(StoreRef<V> store, String routingKey, KeyRange range) {
    return store.isGlobal()
        ? global(store, range)
        : pages(store, owners.of(store, routingKey), range);
  }

  private <V> List<KeyValue<String, V>> global(StoreRef<V> store, KeyRange range) {
    try {
      return instances.global(store, range, false).records();
    } catch (NotReadyException e) {
      if (onCopy == null) {
        throw e;
      }
      List<KeyValue<String, V>> found = instances.global(store, range, true).records();
      tellOfCopy();
      return found;
    }
  }

  @Override
  public <V> List<KeyValue<String, V>> all(StoreRef<V> store) {
    if (store.isGlobal()) {
      return global(store, KeyRange.ALL);
    }
    List<CompletableFuture<List<KeyValue<String, V>>>> parts =
        owners.all(store).stream()
            .map(
                owner ->
                    CompletableFuture.supplyAsync(
                            () -> pages(store, owner, KeyRange.ALL), askersOf(owner))
                        .orTimeout(PATIENCE_MS, TimeUnit.MILLISECONDS))
            .toList();
    List<KeyValue<String, V>> found = new ArrayList<>();
    parts.forEach(part -> found.addAll(answerOf(part)));
    return found;
  }

  private Executor askersOf(Owner owner) {
    return instances.isHere(owner.active()) ? Runnable::run : askers;
  }

  private static <T> T answerOf(CompletableFuture<T> part) {
    try {
      return part.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof NotReadyException || e.getCause() instanceof TimeoutException) {
        throw new NotReadyException(String.valueOf(e.getCause().getMessage()), e.getCause());
      }
      throw e;
    }
  }

  /** All of a range, page by page: each may come from another instance when a partition moves. */
  private <V> List<KeyValue<String, V>> pages(StoreRef<V> store, Owner owner, KeyRange range) {
    List<KeyValue<String, V>> found = new ArrayList<>();
    KeyRange rest = range;
    String last = null;
    boolean more = !range.isEmpty();
    while (more && found.size() < range.limit()) {
      KeyRange wanted = rest;
      Page<V> page = read(owner, instance -> instance.range(store, owner.partition(), wanted));
      for (KeyValue<String, V> entry : page.records()) {
        if (!entry.key.equals(last) && found.size() < range.limit()) {
          found.add(entry);
        }
      }
      more = page.more() && !page.records().isEmpty();
      if (more) {
        last = page.records().get(page.records().size() - 1).key;
        rest = range.goingOnAt(last).atMost(withOverlap(range.limit() - found.size()));
      }
    }
    return found;
  }

  /** One more than is missing: a page begins with the last one's last record. */
  private static int withOverlap(int missing) {
    return missing == Integer.MAX_VALUE ? missing : missing + 1;
  }

  private <T> T read(Owner owner, Function<PartitionAccess, T> what) {
    if (onCopy == null) {
      return what.apply(instances.at(active(owner), false));
    }
    try {
      return ask(active(owner), false, what);
    } catch (NotReadyException away) {
      return readCopy(owner, what, away);
    }
  }

  /**
   * Asks one of several: not one that could not be reached in this request or a moment ago, and
   * none when the request has lost too much time to such already.
   */
  private <T> T ask(HostInfo host, boolean copies, Function<PartitionAccess, T> what) {
    long now = nanoTime.getAsLong();
    if (lostNanos.get() > TimeUnit.MILLISECONDS.toNanos(PATIENCE_MS)) {
      throw new NotReadyException("no answer within " + PATIENCE_MS + " ms", null);
    }
    Long failed = failedNanos.get(host);
    if (failedHere.contains(host) || (failed != null && now - failed < AVOID_NANOS)) {
      throw new NotReadyException(Hosts.text(host) + " could not be reached a moment ago", null);
    }
    try {
      return what.apply(instances.at(host, copies));
    } catch (NotReadyException e) {
      if (isUnreachable(e)) {
        failed(host, now);
      }
      throw e;
    }
  }

  /** Several may be asking it at once: that counts once. */
  private void failed(HostInfo host, long askedNanos) {
    long now = nanoTime.getAsLong();
    failedNanos.put(host, now);
    if (failedHere.add(host)) {
      lostNanos.addAndGet(now - askedNanos);
    }
  }

  /** Other than an instance that answers that it does not hold something. */
  private static boolean isUnreachable(Throwable e) {
    return e != null && (e instanceof IOException || isUnreachable(e.getCause()));
  }

  private static HostInfo active(Owner owner) {
    if (owner.active() == null) {
      throw new NotReadyException("nobody holds partition " + owner.partition() + " now", null);
    }
    return owner.active();
  }

  /** Standby copies first; then what the instance holds that is still restoring. */
  private <T> T readCopy(Owner owner, Function<PartitionAccess, T> what, NotReadyException away) {
    Set<HostInfo> holders = new LinkedHashSet<>(owner.copies());
    if (owner.active() != null) {
      holders.add(owner.active());
    }
    for (HostInfo holder : holders) {
      try {
        T found = ask(holder, true, what);
        tellOfCopy();
        return found;
      } catch (NotReadyException e) {
        away.addSuppressed(e);
      }
    }
    throw away;
  }

  /** One caller at a time: several partitions are read at once. */
  private synchronized void tellOfCopy() {
    onCopy.run();
  }
}
