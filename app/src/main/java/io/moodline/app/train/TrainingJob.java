package io.moodline.app.train;

import io.moodline.trainer.balance.ClassPlan;
import io.moodline.trainer.dataset.BadRows;
import io.moodline.trainer.dataset.FaceDataset;
import io.moodline.trainer.dataset.FaceDatasets;
import io.moodline.trainer.dataset.LabelledFace;
import io.moodline.trainer.dataset.Split;
import io.moodline.trainer.evaluation.TemperatureFit;
import io.moodline.trainer.network.HeadPlan;
import io.moodline.trainer.network.Network;
import io.moodline.trainer.network.Networks;
import io.moodline.trainer.network.Weights;
import io.moodline.trainer.onnx.OnnxExport;
import io.moodline.trainer.onnx.Parity;
import io.moodline.trainer.quality.NearDuplicates;
import io.moodline.trainer.torch.TorchTrainer;
import io.moodline.trainer.torch.TorchTrainer.Trained;
import io.moodline.trainer.training.Scores;
import io.moodline.trainer.training.TrainingFaces;
import io.moodline.trainer.training.TrainingFaces.HeadLabels;
import io.moodline.trainer.training.TrainingSets;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/** Reads, trains, calibrates, exports, and proves that the exported file answers the same. */
public final class TrainingJob {

  /** The names of the heads' outputs in the exported file. */
  private static final List<String> OUTPUTS = List.of("logits", "fer2013");

  private static final int PARITY_FACES = 100;

  /** How far an exported file's logits may be from libtorch's. */
  private static final double PARITY = 1e-4;

  private final TrainingPlan plan;
  private final PrintWriter out;
  private final boolean live;

  /**
   * @param live true when {@code out} is a terminal, on which a progress bar can move
   */
  public TrainingJob(TrainingPlan plan, PrintWriter out, boolean live) {
    this.plan = plan;
    this.out = out;
    this.live = live;
  }

  /**
   * Trains until the end, or goes on with a training that was stopped.
   *
   * @return the ONNX file
   * @throws IOException when the data set, the folder or a teacher cannot be used, saying why
   */
  public Path run() throws IOException {
    Files.createDirectories(plan.out());
    FaceDataset data = FaceDatasets.open(plan.data());
    List<LabelledFace> learnable = read(data, Split.TRAIN);
    List<LabelledFace> validation = read(data, Split.VALID);
    if (plan.dropNearDuplicates()) {
      learnable = withoutNearDuplicates(learnable, validation, data);
    }
    TrainingFaces training =
        TrainingSets.toLearn(
            learnable, plan.plans(), plan.weights(), plan.balancing(), plan.recipe().seed());
    TrainingFaces judged = TrainingSets.toJudge(validation, plan.plans());
    checkLabelled(training);
    Network network = network(plan.network());
    List<Trained> teachers = teachers();
    out.printf(
        "%s: %,d weights, %,d multiplications a face; %,d faces to learn from, %,d to be judged"
            + " by%n",
        network.name(),
        network.parameters(),
        network.multiplications(),
        training.size(),
        judged.size());
    out.flush();
    Progress progress = new Progress(network, plan.recipe(), plan.out(), out, live);
    TorchTrainer trainer = new TorchTrainer(network, plan.recipe(), teachers, plan.out());
    progress.resumed(trainer.history());
    TorchTrainer.Outcome outcome = trainer.train(training, judged, plan.threads(), progress);
    return export(new Trained(network, outcome.weights()), judged);
  }

  private List<LabelledFace> read(FaceDataset data, Split split) throws IOException {
    if (!plan.skipBad()) {
      return data.faces(Set.of(split), BadRows.refuse());
    }
    BadRows.Skipped skipped = BadRows.skip();
    List<LabelledFace> faces = data.faces(Set.of(split), skipped);
    if (!skipped.rows().isEmpty()) {
      out.printf(
          "%d unusable rows or pictures of %s left out, the first: %s%n",
          skipped.rows().size(), split, skipped.rows().get(0));
    }
    return faces;
  }

  private List<LabelledFace> withoutNearDuplicates(
      List<LabelledFace> faces, List<LabelledFace> validation, FaceDataset data)
      throws IOException {
    List<LabelledFace> others = new ArrayList<>(validation);
    others.addAll(read(data, Split.TEST));
    Set<LabelledFace> duplicates =
        new HashSet<>(NearDuplicates.of(faces, others, NearDuplicates.CORRELATION));
    out.printf("%d near-duplicates of validation or test faces left out%n", duplicates.size());
    return faces.stream().filter(face -> !duplicates.contains(face)).toList();
  }

  private void checkLabelled(TrainingFaces training) throws IOException {
    for (int head = 0; head < plan.plans().size(); head++) {
      List<float[]> targets = training.labels().get(head).targets();
      if (targets.stream().allMatch(Objects::isNull)) {
        throw new IOException(
            plan.data()
                + " has no training face with a label of "
                + plan.plans().get(head)
                + "; say by --labels which labels it has: ferplus (votes), fer2013 or both");
      }
    }
  }

  private Network network(Networks networks) {
    List<HeadPlan> heads =
        IntStream.range(0, plan.plans().size())
            .mapToObj(i -> new HeadPlan(OUTPUTS.get(i), plan.plans().get(i).classes().size()))
            .toList();
    Network network = networks.build(heads);
    return plan.dropout().isPresent() ? network.withDropout(plan.dropout().getAsDouble()) : network;
  }

  private List<Trained> teachers() throws IOException {
    List<Trained> teachers = new ArrayList<>();
    for (Path folder : plan.teachers()) {
      Network network = network(Networks.of(TorchTrainer.networkName(folder)));
      teachers.add(new Trained(network, TorchTrainer.weights(network, folder)));
    }
    return teachers;
  }

  private Path export(Trained trained, TrainingFaces judged) throws IOException {
    byte[] onnx = OnnxExport.onnx(trained.network(), trained.weights());
    List<byte[]> some = judged.pixels().subList(0, Math.min(PARITY_FACES, judged.pixels().size()));
    double distance =
        Parity.distance(
            TorchTrainer.logits(trained, some),
            Parity.logits(
                onnx,
                TorchTrainer.input(some, trained.network().inputSize()),
                trained.network().inputSize(),
                OUTPUTS.subList(0, plan.plans().size())));
    if (distance > PARITY) {
      throw new IOException(
          "the exported file's logits are up to "
              + distance
              + " off libtorch's, but must be within "
              + PARITY);
    }
    List<float[][]> logits = TorchTrainer.logits(trained, judged.pixels());
    List<TrainedModel.HeadReport> reports = new ArrayList<>();
    for (int head = 0; head < logits.size(); head++) {
      reports.add(report(logits.get(head), judged.labels().get(head), plan.plans().get(head)));
    }
    Path file =
        new TrainedModel(trained.network(), version(trained.weights()), plan.command())
            .write(plan.out(), onnx, plan.plans(), reports);
    out.printf(
        "%s written: on %d faces its logits are within %.1e of libtorch's%n",
        file, some.size(), distance);
    out.flush();
    return file;
  }

  private static TrainedModel.HeadReport report(
      float[][] logits, HeadLabels labels, ClassPlan classes) {
    int[] labelled =
        IntStream.range(0, logits.length).filter(i -> labels.targets().get(i) != null).toArray();
    TemperatureFit fit =
        TemperatureFit.of(
            IntStream.of(labelled).mapToObj(i -> logits[i]).toArray(float[][]::new),
            IntStream.of(labelled).mapToObj(labels.targets()::get).toArray(float[][]::new));
    String name = classes.classes().size() + "_classes_validation_accuracy";
    return new TrainedModel.HeadReport(
        fit.temperature(), Map.of(name, Scores.accuracy(logits, labels.truths())));
  }

  /** The same weights have the same version, wherever they were trained. */
  private static String version(Weights weights) {
    int hash = 1;
    for (String name : weights.arrays().keySet().stream().sorted().toList()) {
      hash = 31 * hash + Arrays.hashCode(weights.get(name));
    }
    return String.format("%08x", hash);
  }
}
