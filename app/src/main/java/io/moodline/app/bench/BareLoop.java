package io.moodline.app.bench;

import io.moodline.classifier.model.EmotionModel;
import io.moodline.classifier.model.FaceCrop;
import io.moodline.classifier.onnx.OnnxModels;
import io.moodline.detector.DetectedFace;
import io.moodline.detector.FaceFinder;
import io.moodline.detector.FaceFinders;
import io.moodline.detector.FoundFaces;
import io.moodline.detector.geometry.CropGeometry;
import io.moodline.ingest.BgrSource;
import io.moodline.ingest.FrameSource;
import io.moodline.ingest.FrameSourceFactory;
import io.moodline.ingest.SourceException;
import io.moodline.ingest.SourceRequest;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What the same detector and model do without a pipeline around them: as many threads as asked for,
 * each decoding, detecting and classifying the video by itself. No JPEG, no Kafka, no tracking.
 */
final class BareLoop {

  private final FrameSourceFactory videos;
  private final FaceFinders finders;
  private final OnnxModels models;
  private final CropGeometry crops;

  BareLoop(FrameSourceFactory videos, FaceFinders finders, OnnxModels models, CropGeometry crops) {
    this.videos = videos;
    this.finders = finders;
    this.models = models;
    this.crops = crops;
  }

  /** Runs the video {@code times} times in each of {@code threads} threads. */
  Throughput run(SourceRequest video, int threads, int times)
      throws InterruptedException, ExecutionException {
    AtomicLong frames = new AtomicLong();
    AtomicLong faces = new AtomicLong();
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      long start = System.nanoTime();
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        running.add(
            pool.submit(
                () -> {
                  work(video, times, frames, faces);
                  return null;
                }));
      }
      for (Future<?> one : running) {
        one.get();
      }
      return new Throughput(frames.get(), faces.get(), (System.nanoTime() - start) / 1e9);
    } finally {
      pool.shutdownNow();
    }
  }

  private void work(SourceRequest video, int times, AtomicLong frames, AtomicLong faces)
      throws SourceException {
    try (FaceFinder finder = finders.open();
        EmotionModel model = models.open()) {
      for (int i = 0; i < times; i++) {
        try (FrameSource source = videos.open(video)) {
          while (source.grab()) {
            FoundFaces found = find(finder, (BgrSource) source);
            faces.addAndGet(model.probabilities(crops(found)).size());
            frames.incrementAndGet();
          }
        }
      }
    }
  }

  private static FoundFaces find(FaceFinder finder, BgrSource source) {
    int row = source.width() * 3;
    ByteBuffer bgr = source.bgr();
    if (source.strideBytes() != row) {
      bgr = withoutPadding(source, row);
    }
    return finder.findBgr(bgr, source.width(), source.height());
  }

  private static ByteBuffer withoutPadding(BgrSource source, int row) {
    ByteBuffer tight = ByteBuffer.allocateDirect(row * source.height());
    ByteBuffer padded = source.bgr().duplicate();
    for (int y = 0; y < source.height(); y++) {
      tight.put(y * row, padded, y * source.strideBytes(), row);
    }
    return tight;
  }

  private List<FaceCrop> crops(FoundFaces found) {
    return found.faces().stream().map(this::crop).toList();
  }

  private FaceCrop crop(DetectedFace face) {
    return new FaceCrop(crops.width(), crops.height(), crops.channels(), face.crop());
  }
}
