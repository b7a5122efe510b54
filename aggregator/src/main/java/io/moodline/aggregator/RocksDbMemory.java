package io.moodline.aggregator;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/**
 * The memory that all RocksDB stores of a service share: each store of each partition would
 * otherwise take its own. Opened by the service, closed by it after the streams. Thread-safe.
 */
public final class RocksDbMemory implements AutoCloseable {

  /** Under this key the instance is handed to the {@link Setter} through the Streams settings. */
  public static final String KEY = "moodline.rocksdb.memory";

  private static final long WRITE_BUFFER_BYTES = 1024 * 1024;
  private static final long BLOCK_BYTES = 4 * 1024;

  /** What was deleted leaves a file only when that is written anew. */
  private static final long PICTURES_REWRITTEN_S = 3_600;

  private final Cache cache;
  private final WriteBufferManager writeBuffers;

  /**
   * @param bytes for blocks, indexes, filters and write buffers together
   */
  public RocksDbMemory(long bytes) {
    org.rocksdb.RocksDB.loadLibrary();
    this.cache = new LRUCache(bytes, -1, false, 0.1);
    // Write buffers are charged to the cache, so that this is the sum.
    this.writeBuffers = new WriteBufferManager(bytes / 2, cache);
  }

  private void limit(Options options) {
    BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
    table.setBlockCache(cache);
    table.setBlockSize(BLOCK_BYTES);
    table.setCacheIndexAndFilterBlocks(true);
    table.setPinTopLevelIndexAndFilter(true);
    options.setTableFormatConfig(table);
    options.setWriteBufferManager(writeBuffers);
    options.setWriteBufferSize(WRITE_BUFFER_BYTES);
    options.setMaxWriteBufferNumber(2);
  }

  @Override
  public void close() {
    writeBuffers.close();
    cache.close();
  }

  /** Called by Kafka Streams for each store. */
  public static final class Setter implements RocksDBConfigSetter {

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
      if (configs.get(KEY) instanceof RocksDbMemory memory) {
        memory.limit(options);
      }
      if (storeName.equals(StoreNames.MOMENT_PHOTOS)) {
        options.setPeriodicCompactionSeconds(PICTURES_REWRITTEN_S);
      }
    }

    @Override
    public void close(String storeName, Options options) {
      // Nothing of one store alone: what is shared is closed by who opened it.
    }
  }
}
