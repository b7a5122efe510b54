package io.moodline.trainer.torch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.moodline.trainer.dataset.OutputFiles;
import io.moodline.trainer.training.EpochResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
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
   * @param faces a checksum of what it learns from, or "" where none was written
   * @param epochs how many it will have had when it ends, or 0 where that was not written
   * @param tensors name of the file with the tensors
   * @param best name of the file with the averaged weights of the lowest validation loss, or ""
   * @param history every epoch so far
   */
  record State(
      String recipe,
      String faces,
      int epochs,
      String tensors,
      String best,
      List<EpochResult> history) {

    State {
      faces = faces == null ? "" : faces;
      for (Object part : Arrays.asList(recipe, tensors, best, history)) {
        Objects.requireNonNull(part, "a part is missing");
      }
    }
  }

  /**
   * The state of a training that was stopped, or that ended; empty when there is none.
   *
   * @throws IOException when it cannot be read, or is damaged
   */
  Optional<State> state() throws IOException {
    Path file = folder.resolve(STATE);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readValue(file.toFile(), State.class));
    } catch (JsonProcessingException e) {
      throw damaged(file, e.getOriginalMessage(), e);
    }
  }

  private static IOException damaged(Path file, String problem, Exception cause) {
    return new IOException(file + " is damaged: " + problem, cause);
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
    OutputFiles.bytes(folder.resolve(STATE), JSON.writeValueAsBytes(state));
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
    read(
        state.tensors(),
        archive -> {
          read(archive, "now.", network.tensors());
          read(archive, "average.", average.network().tensors());
          int i = 0;
          for (Optimizer optimizer : optimizers.all()) {
            InputArchive part = new InputArchive();
            archive.read("optimizer" + i++, part);
            optimizer.load(part);
          }
        });
  }

  /** Reads averaged weights into a network: those of the best epoch, or of the last. */
  void loadAverage(State state, boolean best, TorchNetwork network) throws IOException {
    read(
        best ? state.best() : state.tensors(),
        archive -> read(archive, "average.", network.tensors()));
  }

  /** Opens an archive for a while. */
  private void read(String name, Consumer<InputArchive> reading) throws IOException {
    Path file = folder.resolve(name);
    if (!Files.isRegularFile(file)) {
      throw new IOException("the checkpoint " + file + " is missing");
    }
    try (PointerScope scope = new PointerScope();
        NoGradGuard guard = new NoGradGuard()) {
      InputArchive archive = new InputArchive();
      archive.load_from(file.toString());
      reading.accept(archive);
    } catch (RuntimeException e) {
      // libtorch's messages go on with where in its code it was.
      throw damaged(file, String.valueOf(e.getMessage()).lines().findFirst().orElse(""), e);
    }
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
