package io.moodline.trainer.torch;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.moodline.trainer.dataset.OutputFiles;
import io.moodline.trainer.training.EpochResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.InputArchive;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Optimizer;
import org.bytedeco.pytorch.OutputArchive;
import org.bytedeco.pytorch.Tensor;

/**
 * The state of a training after an epoch, in its folder: {@code checkpoint-N.pt} with the tensors,
 * and {@code state.json}, which names it and holds the history. The state is replaced in one step,
 * after the tensors are written: a training killed at any time goes on from the last whole epoch.
 */
final class Checkpoint {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final String STATE = "state.json";

  private final Path folder;

  Checkpoint(Path folder) {
    this.folder = folder;
  }

  /**
   * What is written beside the tensors.
   *
   * @param recipe the training's settings as text: another recipe cannot go on from here
   * @param tensors name of the file with the tensors
   * @param best name of the file with the averaged weights of the lowest validation loss, or ""
   * @param history every epoch so far
   */
  record State(String recipe, String tensors, String best, List<EpochResult> history) {}

  /** The state of a training that was stopped, or that ended; empty when there is none. */
  Optional<State> state() throws IOException {
    Path file = folder.resolve(STATE);
    return Files.isRegularFile(file)
        ? Optional.of(JSON.readValue(file.toFile(), new TypeReference<State>() {}))
        : Optional.empty();
  }

  void save(
      State state, TorchNetwork network, Average average, Optimizers optimizers, boolean isBest)
      throws IOException {
    OutputFiles.folder(folder);
    Optional<State> old = state();
    write(folder.resolve(state.tensors()), network.tensors(), average, optimizers);
    if (isBest) {
      write(folder.resolve(state.best()), average.network().tensors());
    }
    Path next = folder.resolve(STATE + ".next");
    OutputFiles.bytes(next, JSON.writeValueAsBytes(state));
    Files.move(next, folder.resolve(STATE), StandardCopyOption.REPLACE_EXISTING);
    if (old.isPresent()) {
      removeUnless(old.get().tensors(), state);
      removeUnless(old.get().best(), state);
    }
  }

  private void removeUnless(String file, State state) throws IOException {
    if (!file.isEmpty() && !file.equals(state.tensors()) && !file.equals(state.best())) {
      Files.deleteIfExists(folder.resolve(file));
    }
  }

  void load(State state, TorchNetwork network, Average average, Optimizers optimizers)
      throws IOException {
    try (PointerScope scope = new PointerScope();
        NoGradGuard guard = new NoGradGuard()) {
      InputArchive archive = open(state.tensors());
      read(archive, "now.", network.tensors());
      read(archive, "average.", average.network().tensors());
      int i = 0;
      for (Optimizer optimizer : optimizers.all()) {
        InputArchive part = new InputArchive();
        archive.read("optimizer" + i++, part);
        optimizer.load(part);
      }
    }
  }

  /** Reads averaged weights into a network: those of the best epoch, or of the last. */
  void loadAverage(State state, boolean best, TorchNetwork network) throws IOException {
    try (PointerScope scope = new PointerScope();
        NoGradGuard guard = new NoGradGuard()) {
      read(open(best ? state.best() : state.tensors()), "average.", network.tensors());
    }
  }

  private InputArchive open(String file) throws IOException {
    InputArchive archive = new InputArchive();
    try {
      archive.load_from(folder.resolve(file).toString());
    } catch (RuntimeException e) {
      throw new IOException("the checkpoint " + folder.resolve(file) + " cannot be read", e);
    }
    return archive;
  }

  private static void read(InputArchive archive, String prefix, Map<String, Tensor> tensors) {
    tensors.forEach(
        (name, tensor) -> {
          Tensor stored = new Tensor();
          archive.read(key(prefix, name), stored);
          tensor.copy_(stored);
        });
  }

  private static void write(
      Path file, Map<String, Tensor> now, Average average, Optimizers optimizers)
      throws IOException {
    try (PointerScope scope = new PointerScope();
        NoGradGuard guard = new NoGradGuard()) {
      OutputArchive archive = new OutputArchive();
      write(archive, "now.", now);
      write(archive, "average.", average.network().tensors());
      int i = 0;
      for (Optimizer optimizer : optimizers.all()) {
        OutputArchive part = new OutputArchive();
        optimizer.save(part);
        archive.write("optimizer" + i++, part);
      }
      ArchiveFile.save(archive, file);
    }
  }

  private static void write(Path file, Map<String, Tensor> average) throws IOException {
    try (PointerScope scope = new PointerScope();
        NoGradGuard guard = new NoGradGuard()) {
      OutputArchive archive = new OutputArchive();
      write(archive, "average.", average);
      ArchiveFile.save(archive, file);
    }
  }

  private static void write(OutputArchive archive, String prefix, Map<String, Tensor> tensors) {
    tensors.forEach((name, tensor) -> archive.write(key(prefix, name), tensor.detach()));
  }

  /** libtorch's archives allow no dots in names. */
  private static String key(String prefix, String name) {
    return (prefix + name).replace('.', '/');
  }
}
