package io.moodline.classifier;

import io.moodline.classifier.model.EmotionModel;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Opens a model once for each thread that uses it. Kafka Streams makes a processor for each
 * partition, many to a thread; they take turns, so they can share what is large. The last of a
 * thread's users closes the model. Thread-safe.
 */
final class ModelPerThread {

  private final Supplier<EmotionModel> opener;
  private final Map<Thread, Shared> open = new HashMap<>();

  ModelPerThread(Supplier<EmotionModel> opener) {
    this.opener = opener;
  }

  /** The calling thread's model, opened if need be; to be given back by {@link Lease#close()}. */
  synchronized Lease acquire() {
    Thread thread = Thread.currentThread();
    Shared shared = open.get(thread);
    if (shared == null) {
      shared = new Shared(thread, opener.get());
      open.put(thread, shared);
    }
    shared.users++;
    return new Lease(shared);
  }

  private synchronized void release(Shared shared) {
    shared.users--;
    if (shared.users == 0) {
      open.remove(shared.thread);
      shared.model.close();
    }
  }

  private static final class Shared {
    private final Thread thread;
    private final EmotionModel model;
    private int users;

    Shared(Thread thread, EmotionModel model) {
      this.thread = thread;
      this.model = model;
    }
  }

  /** The right to use a thread's model. */
  final class Lease implements AutoCloseable {

    private final Shared shared;
    private boolean closed;

    private Lease(Shared shared) {
      this.shared = shared;
    }

    EmotionModel model() {
      return shared.model;
    }

    @Override
    public void close() {
      if (!closed) {
        closed = true;
        release(shared);
      }
    }
  }
}
