package io.moodline.aggregator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;

class RocksDbMemoryTest {

  private static long rewrittenAfterSeconds(String store) {
    RocksDB.loadLibrary();
    try (Options options = new Options()) {
      new RocksDbMemory.Setter().setConfig(store, options, Map.of());
      return options.periodicCompactionSeconds();
    }
  }

  @Test
  void deletedPicturesLeaveTheDiskWithinAnHour() {
    assertThat(rewrittenAfterSeconds(StoreNames.MOMENT_PHOTOS)).isEqualTo(3_600);
    assertThat(rewrittenAfterSeconds(StoreNames.TRENDS)).isNotEqualTo(3_600);
  }
}
