package io.moodline.trainer.torch;

import io.moodline.trainer.network.Network;
import io.moodline.trainer.network.Weights;
import io.moodline.trainer.training.Batches;
import io.moodline.trainer.training.EarlyStop;
import io.moodline.trainer.training.EpochResult;
import io.moodline.trainer.training.Recipe;
import io.moodline.trainer.training.TrainingFaces;
import io.moodline.trainer.training.TrainingListener;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.bytedeco.pytorch.global.torch;

/**
 * Trains a network with libtorch, epoch by epoch, with a checkpoint after each. Used by one thread.
 */
public final class TorchTrainer {

  private final Network network;
  private final Recipe recipe;
  private final String settings;
  private final Optional<Weights> start;
  private final Teaching teaching;
  private final Path folder;

  /**
   * @param start weights to begin with, in the place of random ones
   * @param teaching what the network learns from beside the labels, when the recipe says so
   * @param folder for checkpoints; a training that was stopped there goes on
   */
  public TorchTrainer(
      Network network, Recipe recipe, Optional<Weights> start, Teaching teaching, Path folder) {
    this(network, recipe, "", start, teaching, folder);
  }

  /**
   * @param settings what else decides the outcome, as text: a training with other settings does not
   *     go on
   * @throws IllegalArgumentException when there is a second head, but its loss counts nothing
   */
  public TorchTrainer(
      Network network,
      Recipe recipe,
      String settings,
      Optional<Weights> start,
      Teaching teaching,
      Path folder) {
    if (network.heads().size() > 1 && recipe.secondHead() == 0) {
      throw new IllegalArgumentException(
          "second head is 0, but must be above 0: the head of "
              + network.heads().get(1).output()
              + " would learn nothing");
    }
    this.network = network;
    this.recipe = recipe;
    this.settings = settings;
    this.start = start;
    this.teaching = teaching;
    this.folder = folder;
  }

  /**
   * A training's end.
   *
   * @param weights averaged, of the best epoch when the recipe stops early, else of the last
   * @param history every epoch
   */
  public record Outcome(Weights weights, List<EpochResult> history) {}

  /**
   * Trains, or goes on with a training of the same recipe.
   *
   * @param training faces to learn from
   * @param validation faces that each epoch is judged by
   * @param threads that libtorch computes with; another number gives other last digits
   * @throws IOException when a checkpoint cannot be read or written, or is another training's
   * @throws InterruptedIOException when the thread was interrupted, between two steps
   * @throws IllegalStateException when the loss is no number any more
   */
  public Outcome train(
      TrainingFaces training, TrainingFaces validation, int threads, TrainingListener listener)
      throws IOException {
    torch.set_num_threads(threads);
    Batches batches = new Batches(training, recipe);
    String faces = training.checksum();
    Checkpoint checkpoint = new Checkpoint(folder);
    List<TorchNetwork> opened = new ArrayList<>();
    try (TorchNetwork learning = fresh();
        Average average = new Average(learning, recipe.averaging());
        Optimizers optimizers = new Optimizers(learning, recipe.optimizer())) {
      Optional<Checkpoint.State> found = checkpoint.state();
      List<EpochResult> history = new ArrayList<>();
      if (found.isPresent()) {
        check(found.get(), faces);
        checkpoint.load(found.get(), learning, average, optimizers);
        history.addAll(found.get().history());
      }
      teaching.networks().forEach(t -> opened.add(TorchNetwork.of(t.network(), t.weights())));
      Teachers teachers = new Teachers(opened, teaching.models());
      Learner learner = new Learner(learning, optimizers, teachers, recipe);
      EarlyStop stop = new EarlyStop(recipe.patience());
      while (history.size() < recipe.epochs() && !stop.ends(history)) {
        EpochResult result =
            epoch(history.size() + 1, batches, learner, learning, average, validation, listener);
        history.add(result);
        // A thread that is interrupted cannot write a file.
        boolean stopped = Thread.interrupted();
        checkpoint.save(
            state(history, faces, stop),
            learning,
            average,
            optimizers,
            recipe.patience() > 0 && EarlyStop.best(history) == history.size() - 1);
        listener.epoch(result);
        if (stopped) {
          throw new InterruptedIOException(
              "stopped after epoch %d; the same command goes on from there"
                  .formatted(history.size()));
        }
      }
      if (recipe.patience() > 0) {
        checkpoint.loadAverage(state(history, faces, stop), true, average.network());
      }
      return new Outcome(average.weights(), List.copyOf(history));
    } finally {
      opened.forEach(TorchNetwork::close);
    }
  }

  private TorchNetwork fresh() {
    return start.isPresent()
        ? TorchNetwork.of(network, start.get())
        : TorchNetwork.random(network, recipe.seed());
  }

  private EpochResult epoch(
      int epoch,
      Batches batches,
      Learner learner,
      TorchNetwork learning,
      Average average,
      TrainingFaces validation,
      TrainingListener listener)
      throws IOException {
    long began = System.nanoTime();
    // Dropout draws from libtorch's own generator: seeded anew, an epoch is the same after a stop.
    torch.manual_seed(recipe.seed() * 31 + epoch);
    int steps = batches.steps();
    long all = (long) steps * recipe.epochs();
    int[] order = batches.order(epoch);
    double sum = 0;
    double rate = 0;
    ExecutorService ahead = Executors.newSingleThreadExecutor();
    try {
      CompletableFuture<Lesson> next = prepare(ahead, learner, batches, epoch, order, 0);
      for (int step = 0; step < steps; step++) {
        if (Thread.interrupted()) {
          throw new InterruptedIOException(
              "stopped in epoch %d; the same command %s"
                  .formatted(
                      epoch, epoch == 1 ? "begins anew" : "goes on after epoch " + (epoch - 1)));
        }
        Lesson lesson = next.join();
        if (step + 1 < steps) {
          next = prepare(ahead, learner, batches, epoch, order, step + 1);
        }
        long done = (long) (epoch - 1) * steps + step;
        rate = recipe.optimizer().learningRate() * recipe.schedule().share((double) done / all);
        double loss = learner.step(lesson, rate);
        average.add(learning, done + 1);
        sum += loss;
        listener.step(epoch, step + 1, steps, loss);
      }
    } finally {
      end(ahead);
    }
    Judge.Verdict verdict = Judge.verdict(average.network(), validation, recipe.bfloat16());
    return new EpochResult(
        epoch,
        rate,
        sum / steps,
        verdict.losses().get(0),
        verdict.accuracies(),
        (System.nanoTime() - began) / 1e9);
  }

  private static CompletableFuture<Lesson> prepare(
      ExecutorService ahead, Learner learner, Batches batches, int epoch, int[] order, int step) {
    return CompletableFuture.supplyAsync(
        () -> learner.lesson(batches.make(epoch, order, step)), ahead);
  }

  /** Waits, also when interrupted: a teacher must not be closed while it answers. */
  private static void end(ExecutorService ahead) {
    boolean interrupted = Thread.interrupted();
    ahead.shutdown();
    boolean ended = false;
    while (!ended) {
      try {
        ended = ahead.awaitTermination(1, TimeUnit.MINUTES);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private Checkpoint.State state(List<EpochResult> history, String faces, EarlyStop stop) {
    int best = EarlyStop.best(history);
    return new Checkpoint.State(
        fingerprint(),
        faces,
        stop.ends(history) ? history.size() : recipe.epochs(),
        "checkpoint-" + history.size() + ".pt",
        recipe.patience() > 0 ? "best-" + (best + 1) + ".pt" : "",
        List.copyOf(history));
  }

  private void check(Checkpoint.State state, String faces) throws IOException {
    if (!state.recipe().equals(fingerprint())) {
      throw new IOException(
          folder
              + " holds a training with other settings: "
              + state.recipe()
              + "; these are "
              + fingerprint()
              + ". Choose another folder, or remove it to begin anew.");
    }
    if (!state.faces().isEmpty() && !state.faces().equals(faces)) {
      throw new IOException(
          folder
              + " holds a training on other faces: pixels or labels were changed since it began."
              + " Choose another folder, or remove it to begin anew.");
    }
  }

  private String fingerprint() {
    return network.name()
        + " "
        + network.heads().stream().map(Network.Head::classes).toList()
        + " "
        + recipe
        + (settings.isEmpty() ? "" : " " + settings);
  }

  /**
   * The epochs that an earlier run already did; empty for a new training. Nothing is written.
   *
   * @param training faces to learn from
   * @throws IOException when what the folder holds cannot be read, or is another training's
   */
  public List<EpochResult> history(TrainingFaces training) throws IOException {
    Optional<Checkpoint.State> found = new Checkpoint(folder).state();
    if (found.isEmpty()) {
      return List.of();
    }
    check(found.get(), training.checksum());
    return found.get().history();
  }

  /**
   * The name of the network that was trained in a folder.
   *
   * @throws IOException when the folder holds no checkpoint
   */
  public static String networkName(Path folder) throws IOException {
    return found(new Checkpoint(folder), folder).recipe().split(" ", 2)[0];
  }

  /**
   * How far a folder's training is, such as "3 of 36 epochs"; empty when it has ended, and where
   * its length was not written.
   *
   * @throws IOException when the folder holds no checkpoint
   */
  public static Optional<String> unfinished(Path folder) throws IOException {
    Checkpoint.State state = found(new Checkpoint(folder), folder);
    int done = state.history().size();
    return done < state.epochs()
        ? Optional.of(done + " of " + state.epochs() + " epochs")
        : Optional.empty();
  }

  private static Checkpoint.State found(Checkpoint checkpoint, Path folder) throws IOException {
    return checkpoint
        .state()
        .orElseThrow(() -> new IOException(folder + " holds no checkpoint of a training"));
  }

  /**
   * The averaged weights of a training's folder: of its best epoch when it stops early, else of its
   * last.
   *
   * @throws IOException when the folder holds no checkpoint of this network
   */
  public static Weights weights(Network network, Path folder) throws IOException {
    Checkpoint checkpoint = new Checkpoint(folder);
    Checkpoint.State state = found(checkpoint, folder);
    try (TorchNetwork loaded = TorchNetwork.random(network, 0)) {
      checkpoint.loadAverage(state, !state.best().isEmpty(), loaded);
      return loaded.weights();
    }
  }
}
