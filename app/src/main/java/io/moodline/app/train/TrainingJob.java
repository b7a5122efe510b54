package io.moodline.app.train;

import io.moodline.app.evaluate.Texts;
import io.moodline.classifier.model.ModelCard;
import io.moodline.schemas.Emotion;
import io.moodline.trainer.balance.ClassAnswers;
import io.moodline.trainer.balance.ClassPlan;
import io.moodline.trainer.dataset.LabelSet;
import io.moodline.trainer.dataset.LabelledFace;
import io.moodline.trainer.dataset.MissingSplitException;
import io.moodline.trainer.dataset.OutputFiles;
import io.moodline.trainer.dataset.Split;
import io.moodline.trainer.network.Ensemble;
import io.moodline.trainer.network.Mirroring;
import io.moodline.trainer.network.Network;
import io.moodline.trainer.network.TrainedNetwork;
import io.moodline.trainer.network.Weights;
import io.moodline.trainer.quality.NearDuplicates;
import io.moodline.trainer.torch.TorchTrainer;
import io.moodline.trainer.training.CurvesFile;
import io.moodline.trainer.training.EpochResult;
import io.moodline.trainer.training.TrainingFaces;
import io.moodline.trainer.training.TrainingSets;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads, trains, calibrates, exports, and proves that the exported file answers the same. */
public final class TrainingJob {

  private static final Set<LabelSet> ALL = Set.of(LabelSet.values());

  private static final String ADVICE =
      "say by --labels which labels it has: ferplus (votes), fer2013 or both";

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
   * @throws InterruptedIOException when the thread was interrupted, between two steps
   * @throws IOException when the data set, the folder or a teacher cannot be used, saying why
   */
  public Path run() throws IOException {
    EightBits.require(plan.int8(), List.of(network(plan.classes().heads(ALL))));
    OutputFiles.folder(plan.out());
    DatasetParts data = new DatasetParts(plan.data(), plan.skipBad());
    List<LabelledFace> learnable = data.read(Split.TRAIN);
    List<LabelledFace> validation = data.read(Split.VALID);
    if (plan.dropNearDuplicates()) {
      learnable = withoutNearDuplicates(learnable, validation, data);
    }
    data.tell(out);
    List<ClassPlan> heads = plan.classes().heads(labelSets(learnable));
    List<List<Emotion>> answers = ClassAnswers.ofEach(heads, learnable);
    TrainingFaces training =
        TrainingSets.toLearn(
            learnable, heads, plan.weights(), plan.balancing(), plan.recipe().seed());
    TrainingFaces judged = TrainingSets.toJudge(validation, heads);
    // Now, as the end of a long training is too late to find out.
    new LabelCheck(plan.data(), heads, ADVICE).require(training, judged);
    Network network = network(heads);
    try (OpenTeachers teachers =
        OpenTeachers.of(plan, heads, network, labels(heads, answers), out)) {
      TorchTrainer trainer =
          new TorchTrainer(
              network,
              plan.recipe(),
              plan.settings(heads),
              start(),
              teachers.teaching(),
              plan.out());
      TrainedNetwork trained =
          new TrainedNetwork(network, train(trainer, network, heads, training, judged).weights());
      return new ModelExport(
              network.name(),
              new Ensemble(List.of(trained), Mirroring.NONE),
              heads,
              answers,
              plan.int8(),
              plan.command())
          .write(plan.out(), training, judged, out);
    }
  }

  /** The label sets that some of these faces have. */
  private static Set<LabelSet> labelSets(List<LabelledFace> faces) {
    return ALL.stream()
        .filter(set -> faces.stream().anyMatch(face -> set.target(face).isPresent()))
        .collect(Collectors.toSet());
  }

  private TorchTrainer.Outcome train(
      TorchTrainer trainer,
      Network network,
      List<ClassPlan> heads,
      TrainingFaces training,
      TrainingFaces judged)
      throws IOException {
    // A folder of another training is refused before anything in it is changed.
    List<EpochResult> history = trainer.history(training);
    TrainingFolder.describe(plan.out(), plan.network(), heads, plan.recipe().toString());
    out.printf(
        "%s: %,d weights, %,d multiplications a face; %,d faces to learn from, %,d to be judged"
            + " by%n",
        network.name(),
        network.parameters(),
        network.multiplications(),
        training.size(),
        judged.size());
    plan.classes().note(heads).ifPresent(out::println);
    for (int head = 0; head < heads.size(); head++) {
      ClassPlan learnt = heads.get(head);
      out.printf(
          "%s learns by %s labels: %s%n",
          network.heads().get(head).output(),
          learnt.labels().name().toLowerCase(Locale.ROOT),
          learnt);
    }
    out.flush();
    Progress progress =
        new Progress(curves(network, heads), plan.recipe(), out, live, System::nanoTime);
    progress.resumed(history);
    return trainer.train(training, judged, plan.threads(), progress);
  }

  private CurvesFile curves(Network network, List<ClassPlan> heads) {
    return new CurvesFile(
        plan.out(),
        network.name(),
        network.heads().stream().map(Network.Head::output).toList(),
        heads.stream().map(head -> Texts.name(head.labels())).toList());
  }

  /** The classes of each head as a card would write them. */
  private static List<List<String>> labels(List<ClassPlan> heads, List<List<Emotion>> answers) {
    List<List<String>> labels = new ArrayList<>();
    for (int head = 0; head < answers.size(); head++) {
      labels.add(
          TrainedModel.labels(heads.get(head), answers.get(head)).stream()
              .map(ModelCard.Label::text)
              .toList());
    }
    return labels;
  }

  private List<LabelledFace> withoutNearDuplicates(
      List<LabelledFace> faces, List<LabelledFace> validation, DatasetParts data)
      throws IOException {
    List<LabelledFace> others = new ArrayList<>(validation);
    others.addAll(tested(data));
    Set<LabelledFace> duplicates =
        new HashSet<>(NearDuplicates.of(faces, others, NearDuplicates.CORRELATION));
    out.printf("%d near-duplicates of validation or test faces left out%n", duplicates.size());
    return faces.stream().filter(face -> !duplicates.contains(face)).toList();
  }

  /** A data set to learn from needs no test part; without one there is nothing to leak into. */
  private List<LabelledFace> tested(DatasetParts data) throws IOException {
    try {
      return data.read(Split.TEST);
    } catch (MissingSplitException e) {
      return List.of();
    }
  }

  private Network network(List<ClassPlan> heads) {
    Network network = TrainingFolder.network(plan.network(), heads);
    return plan.dropout().isPresent() ? network.withDropout(plan.dropout().getAsDouble()) : network;
  }

  private Optional<Weights> start() throws IOException {
    return plan.start().isPresent()
        ? Optional.of(TrainingFolder.read(plan.start().get(), out).trained().weights())
        : Optional.empty();
  }
}
