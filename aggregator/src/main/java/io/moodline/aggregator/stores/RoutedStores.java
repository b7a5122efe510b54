package io.moodline.aggregator.stores;

import io.moodline.aggregator.api.NotReadyException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.HostInfo;

/** Asks, for each partition, the instance that holds it. Thread-safe. */
final class RoutedStores implements Stores {

  /** How long the instances that are asked at once may take. */
  private static final long PATIENCE_MS = 5_000;

  private final Owners owners;
  private final Instances instances;
  private final Executor askers;
  private final Runnable onCopy;

  /**
   * @param askers ask several instances at once
   */
  RoutedStores(Owners owners, Instances instances, Executor askers) {
    this(owners, instances, askers, null);
  }

  private RoutedStores(Owners owners, Instances instances, Executor askers, Runnable onCopy) {
    this.owners = owners;
    this.instances = instances;
    this.askers = askers;
    this.onCopy = onCopy;
  }

  @Override
  public Stores orCopies(Runnable onCopy) {
    return new RoutedStores(owners, instances, askers, onCopy);
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
    try {
      return what.apply(instances.at(active(owner), false));
    } catch (NotReadyException away) {
      if (onCopy == null) {
        throw away;
      }
      return readCopy(owner, what, away);
    }
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
        T found = what.apply(instances.at(holder, true));
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
