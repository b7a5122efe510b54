package io.moodline.ingest.camera;

import io.moodline.ingest.FrameSource;
import io.moodline.ingest.SourceException;
import io.moodline.ingest.SourceRequest;
import io.moodline.ingest.flow.Backoff;
import io.moodline.ingest.flow.FrameQueue;
import io.moodline.ingest.flow.InFlightWindow;
import io.moodline.ingest.flow.Progress;
import io.moodline.schemas.Camera;
import io.moodline.schemas.CameraState;
import io.moodline.schemas.CameraStatus;
import io.moodline.schemas.Frame;
import io.moodline.schemas.FrameOutcome;
import io.moodline.serde.SchemaRegistryException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one session of a camera: a thread that decodes, a thread that sends, and a watchdog, called
 * from outside, that replaces a decoder which hangs in native code, but not without end.
 * Thread-safe.
 */
public final class CameraRunner implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(CameraRunner.class);
  private static final long STOP_PATIENCE_MS = 2000;

  private final Camera camera;
  private final Capture capture;
  private final RunnerSettings settings;
  private final SourceOpener opener;
  private final FrameSink sink;
  private final StatusBoard board;
  private final InFlightWindow window;
  private final FrameQueue<Frame> queue;
  private final Backoff backoff;
  private final LiveTime liveTime;
  private final LongSupplier nanos;
  private final Thread sender;
  private final HungDecoders hung = new HungDecoders();
  private volatile boolean closing;
  private Attempt current;
  private Thread decoder;

  /** True while no decoder is begun, because too many hang. */
  private boolean held;

  /**
   * @param camera what to decode
   * @param progress the session, and what is known of it when it is resumed
   * @param opener opens the source
   * @param sink takes the frames; closed by who made it
   */
  public CameraRunner(
      Camera camera,
      Progress progress,
      RunnerSettings settings,
      SourceOpener opener,
      FrameSink sink,
      Clock clock) {
    this(camera, progress, settings, opener, sink, clock, System::nanoTime);
  }

  /**
   * @param nanos a clock that only goes forward, by which is seen what hangs
   */
  CameraRunner(
      Camera camera,
      Progress progress,
      RunnerSettings settings,
      SourceOpener opener,
      FrameSink sink,
      Clock clock,
      LongSupplier nanos) {
    this.camera = camera;
    this.capture = new Capture(camera, progress.session());
    this.settings = settings;
    this.opener = opener;
    this.sink = sink;
    this.nanos = nanos;
    this.board = new StatusBoard(camera, progress.session(), clock, nanos);
    this.window = new InFlightWindow(settings.maxInFlight(), progress);
    this.queue = new FrameQueue<>(settings.queueCapacity());
    this.liveTime = new LiveTime(clock, nanos);
    this.backoff =
        new Backoff(
            settings.firstBackoff(),
            settings.maxBackoff(),
            new SplittableRandom(progress.session() ^ camera.getId().hashCode()));
    this.sender = daemon("send", this::sendAll);
  }

  /** Begins; at most once. */
  public synchronized void start() {
    sender.start();
    begin(0);
  }

  private synchronized void begin(long pauseMs) {
    current = new Attempt(this, pauseMs);
    decoder = daemon("decode", current);
    decoder.start();
  }

  /** Replaces a decoder that has hung for too long; to be called every now and then. */
  public synchronized void watch() {
    if (held && !hung.tooMany()) {
      held = false;
      begin(nextPauseMs());
    }
    if (current == null || !decoder.isAlive()) {
      return;
    }
    boolean opening = current.opening();
    Duration allowed = opening ? settings.openTimeout() : settings.stallTimeout();
    if (current.idleNanos() > allowed.toNanos()) {
      String what = opening ? "the source did not open within " : "no new picture for ";
      giveUp(what + allowed.toSeconds() + " s");
    }
  }

  private void giveUp(String reason) {
    LOG.warn("{}: {}; its decoder is given up", camera.getId(), reason);
    decoder.interrupt();
    hung.add(decoder);
    current = null;
    held = hung.tooMany();
    board.enter(CameraState.RECONNECTING, held ? reason + "; " + HungDecoders.TOO_MANY : reason);
    if (!held) {
      begin(nextPauseMs());
    }
  }

  /**
   * Takes note of a frame's outcome; one of another session is ignored.
   *
   * @param detector what looked for its faces, or null when nothing did
   */
  public void onOutcome(long session, long sequence, String detector) {
    if (session == capture.session()) {
      window.finish(sequence);
      if (detector != null) {
        board.searched(detector);
      }
    }
  }

  /** What is known now. */
  public CameraStatus status() {
    return board.snapshot(window.captured(), window.finished());
  }

  /** Which frames have a known outcome. */
  public Progress progress() {
    return window.progress(capture.session());
  }

  @Override
  public void close() {
    synchronized (this) {
      current = null;
      held = false;
      if (decoder != null) {
        decoder.interrupt();
      }
    }
    closing = true;
    queue.close();
    join(decoder);
    join(sender);
  }

  private static void join(Thread thread) {
    try {
      if (thread != null) {
        thread.join(STOP_PATIENCE_MS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void sendAll() {
    try {
      for (Optional<Frame> frame = queue.take(); frame.isPresent(); frame = queue.take()) {
        Frame next = frame.get();
        send(() -> sink.send(next));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.error("{}: frames cannot be sent any more", camera.getId(), e);
      board.enter(CameraState.FAILED, "frames cannot be sent: " + e.getMessage());
    }
  }

  /**
   * While a schema registry is away, frames and outcomes wait for it: nothing is wrong with the
   * camera.
   */
  private void send(Runnable sending) throws InterruptedException {
    boolean sent = false;
    while (!sent && !closing) {
      try {
        sending.run();
        sent = true;
      } catch (RuntimeException e) {
        if (!SchemaRegistryException.isBehind(e)) {
          throw e;
        }
        LOG.warn("{}: frames wait: {}", camera.getId(), e.getMessage());
        Thread.sleep(settings.firstBackoff().toMillis());
      }
    }
  }

  // What an attempt needs. An attempt that is no longer current changes nothing.

  synchronized boolean isCurrent(Attempt attempt) {
    return current == attempt;
  }

  synchronized void enter(Attempt attempt, CameraState state, String reason) {
    if (current == attempt) {
      board.enter(state, reason);
    }
  }

  FrameSource open() throws SourceException {
    return opener.open(
        new SourceRequest(
            camera.getSource(),
            camera.getTargetFps(),
            camera.getRealtime(),
            settings.maxWidth(),
            settings.jpegQuality(),
            settings.timeout()));
  }

  /** True when a read took as long as it may, so that what it gave is no new picture. */
  boolean timedOut(long grabNanos) {
    return grabNanos >= settings.timeout().toNanos() * 9 / 10;
  }

  synchronized long nextPauseMs() {
    return backoff.next().toMillis();
  }

  /** When a file's first picture was taken: so that its last was taken when it was first opened. */
  long fileStartMs(long durationMs) {
    return camera.getStartMs() != null ? camera.getStartMs() : capture.session() - durationMs;
  }

  Frame frame(FrameSource source, long sequence, long capturedAtMs) throws SourceException {
    return capture.frame(source, sequence, capturedAtMs);
  }

  /** Counts a frame as captured, for the current attempt only. */
  synchronized boolean claim(Attempt attempt, long sequence, long positionMs, Frame frame) {
    if (current != attempt) {
      return false;
    }
    board.size(frame.getWidth(), frame.getHeight());
    captured(attempt, sequence, positionMs);
    return true;
  }

  /** A picture came, whether it is taken or shed: the source works. */
  private void captured(Attempt attempt, long sequence, long positionMs) {
    attempt.claimed();
    window.capture(sequence);
    backoff.reset();
    board.captured(positionMs);
    board.enter(CameraState.STREAMING, null);
  }

  /** Takes a live picture, or sheds it while too many are under way. */
  void takeLive(Attempt attempt, FrameSource source) throws SourceException, InterruptedException {
    long capturedAtMs = liveTime.next();
    long sequence = window.captured();
    if (!window.hasRoom()) {
      if (claimShed(attempt, sequence, source.positionMs())) {
        shed(sequence, capturedAtMs, "the pipeline is behind");
      }
      return;
    }
    Frame frame = capture.frame(source, sequence, capturedAtMs);
    if (claim(attempt, sequence, source.positionMs(), frame)) {
      Optional<Frame> old = queue.offerNewest(frame);
      if (old.isPresent()) {
        shed(
            old.get().getSequence(),
            old.get().getCapturedAtMs(),
            "newer frames came before it was sent");
      }
    }
  }

  private synchronized boolean claimShed(Attempt attempt, long sequence, long positionMs) {
    if (current != attempt) {
      return false;
    }
    captured(attempt, sequence, positionMs);
    return true;
  }

  private void shed(long sequence, long capturedAtMs, String reason) throws InterruptedException {
    board.shed();
    FrameOutcome outcome = capture.shed(sequence, capturedAtMs, reason);
    send(() -> sink.send(outcome));
  }

  long nanos() {
    return nanos.getAsLong();
  }

  InFlightWindow window() {
    return window;
  }

  FrameQueue<Frame> queue() {
    return queue;
  }

  StatusBoard board() {
    return board;
  }

  Camera camera() {
    return camera;
  }

  private Thread daemon(String what, Runnable work) {
    Thread thread = new Thread(work, what + " " + camera.getId());
    thread.setDaemon(true);
    return thread;
  }
}
