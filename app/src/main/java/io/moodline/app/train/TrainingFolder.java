package io.moodline.app.train;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.moodline.trainer.balance.ClassPlan;
import io.moodline.trainer.dataset.LabelSet;
import io.moodline.trainer.dataset.OutputFiles;
import io.moodline.trainer.network.HeadPlan;
import io.moodline.trainer.network.Network;
import io.moodline.trainer.network.Networks;
import io.moodline.trainer.network.TrainedNetwork;
import io.moodline.trainer.torch.TorchTrainer;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** What was trained in a folder: {@code training.json} beside the checkpoints. */
final class TrainingFolder {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final String FILE = "training.json";

  /** The names of the heads' outputs in exported files. */
  private static final List<String> OUTPUTS = List.of("logits", "fer2013");

  private TrainingFolder() {}

  /**
   * The file's content.
   *
   * @param network its name
   * @param heads what each head learnt
   * @param recipe how, as text
   */
  record Description(String network, List<Head> heads, String recipe) {

    Description {
      for (Object part : Arrays.asList(network, heads, recipe)) {
        Objects.requireNonNull(part, "a part is missing");
      }
      heads = List.copyOf(heads);
    }
  }

  /**
   * One head.
   *
   * @param labels the label set's name
   * @param classes in output order, as {@code ClassPlan.only} reads them
   * @param leastShare as {@code ClassPlan.withLeastShare} takes it: an export calibrates on the
   *     faces that the training was judged by; 0 in files that were written without it
   */
  record Head(String labels, String classes, double leastShare) {

    static Head of(ClassPlan plan) {
      return new Head(plan.labels().name(), plan.toString(), plan.leastShare());
    }

    ClassPlan plan() {
      return ClassPlan.of(LabelSet.valueOf(labels)).only(classes).withLeastShare(leastShare);
    }
  }

  /** A network that a folder holds, and what its heads know. */
  record Content(TrainedNetwork trained, List<ClassPlan> plans, String recipe) {}

  static void describe(Path folder, Networks network, List<ClassPlan> plans, String recipe)
      throws IOException {
    Description description =
        new Description(network.networkName(), plans.stream().map(Head::of).toList(), recipe);
    OutputFiles.bytes(folder.resolve(FILE), JSON.writeValueAsBytes(description));
  }

  /**
   * Refuses folders whose answers do not mean the same.
   *
   * @throws IOException naming both folders and their classes
   */
  static void requireSame(Path one, List<ClassPlan> plans, Path other, List<ClassPlan> otherPlans)
      throws IOException {
    if (!meaning(plans).equals(meaning(otherPlans))) {
      throw new IOException(
          "%s answers %s, but %s answers %s: they must be trained for the same classes"
              .formatted(one, meaning(plans), other, meaning(otherPlans)));
    }
  }

  private static List<String> meaning(List<ClassPlan> plans) {
    return plans.stream().map(plan -> plan.labels() + " " + plan).toList();
  }

  /** The network of a name with heads for these classes. */
  static Network network(Networks networks, List<ClassPlan> plans) {
    return networks.build(
        IntStream.range(0, plans.size())
            .mapToObj(i -> new HeadPlan(OUTPUTS.get(i), plans.get(i).classes().size()))
            .toList());
  }

  /**
   * Reads a training's averaged weights.
   *
   * @param out is told when the training had not come to its end
   * @throws IOException when the folder holds no training, or a damaged one, saying which
   */
  static Content read(Path folder, PrintWriter out) throws IOException {
    Description description = description(folder);
    List<ClassPlan> plans;
    Network network;
    try {
      plans = description.heads().stream().map(Head::plan).toList();
      network = network(Networks.of(description.network()), plans);
    } catch (IllegalArgumentException e) {
      throw damaged(folder, e.getMessage(), e);
    }
    Content content =
        new Content(
            new TrainedNetwork(network, TorchTrainer.weights(network, folder)),
            plans,
            description.recipe());
    TorchTrainer.unfinished(folder).ifPresent(epochs -> out.printf("%s had %s%n", folder, epochs));
    out.flush();
    return content;
  }

  private static Description description(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      throw new IOException(folder + " holds no training: there is no " + FILE);
    }
    try {
      return JSON.readValue(file.toFile(), Description.class);
    } catch (JsonProcessingException e) {
      throw damaged(folder, e.getOriginalMessage(), e);
    }
  }

  private static IOException damaged(Path folder, String problem, Exception cause) {
    return new IOException(folder.resolve(FILE) + " is damaged: " + problem, cause);
  }
}
