package io.moodline.app.train;

import io.moodline.trainer.balance.ClassAnswers;
import io.moodline.trainer.balance.ClassPlan;
import io.moodline.trainer.dataset.LabelledFace;
import io.moodline.trainer.dataset.OutputFiles;
import io.moodline.trainer.dataset.Split;
import io.moodline.trainer.network.Ensemble;
import io.moodline.trainer.network.Mirroring;
import io.moodline.trainer.network.TrainedNetwork;
import io.moodline.trainer.training.TrainingFaces;
import io.moodline.trainer.training.TrainingSets;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Makes one model out of trainings.
 *
 * @param folders of the trainings
 * @param data the data set that calibrates the model
 * @param skipBad true to leave unusable rows out
 * @param name of the model
 * @param mirroring whether its members judge faces, mirror images, or both
 * @param int8 true to compute convolutions in 8 bits
 * @param out is told what happens
 */
public record ExportJob(
    List<Path> folders,
    Path data,
    boolean skipBad,
    String name,
    Mirroring mirroring,
    boolean int8,
    PrintWriter out) {

  public ExportJob {
    folders = List.copyOf(folders);
  }

  /**
   * Writes the model.
   *
   * @return the ONNX file
   * @throws IOException when a training or the data set cannot be read, the trainings do not answer
   *     the same, or the data set lacks their labels
   */
  public Path run(Path target) throws IOException {
    List<TrainedNetwork> members = new ArrayList<>();
    List<String> recipes = new ArrayList<>();
    List<ClassPlan> plans = List.of();
    for (Path folder : folders) {
      TrainingFolder.Content content = TrainingFolder.read(folder, out);
      members.add(content.trained());
      recipes.add(content.recipe());
      if (!plans.isEmpty()) {
        TrainingFolder.requireSame(folders.get(0), plans, folder, content.plans());
      }
      plans = content.plans();
    }
    // Before the data is read, which takes a while.
    EightBits.require(int8, members.stream().map(TrainedNetwork::network).toList());
    OutputFiles.folder(target);
    DatasetParts parts = new DatasetParts(data, skipBad);
    List<LabelledFace> learnable = parts.read(Split.TRAIN);
    TrainingFaces learnt = TrainingSets.toJudge(learnable, plans);
    TrainingFaces judged = TrainingSets.toJudge(parts.read(Split.VALID), plans);
    parts.tell(out);
    new LabelCheck(data, plans, folders.get(0) + " learnt " + labelSets(plans) + " labels")
        .require(learnt, judged);
    return new ModelExport(
            name,
            ensemble(members),
            plans,
            ClassAnswers.ofEach(plans, learnable),
            int8,
            training(members, recipes))
        .write(target, learnt, judged, out);
  }

  private static String labelSets(List<ClassPlan> plans) {
    return plans.stream()
        .map(plan -> plan.labels().name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(" and "));
  }

  private Ensemble ensemble(List<TrainedNetwork> members) throws IOException {
    try {
      return new Ensemble(members, mirroring);
    } catch (IllegalArgumentException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private String views() {
    return switch (mirroring) {
      case NONE -> "";
      case ALTERNATE -> ", every second of which judges the mirror image";
      case BOTH -> ", of the face and of its mirror image";
    };
  }

  private String training(List<TrainedNetwork> members, List<String> recipes) {
    String networks =
        members.size() == 1
            ? "one network"
            : "the mean of the logits of " + members.size() + " networks";
    return networks
        + views()
        + (int8 ? ", convolutions in 8 bits" : "")
        + ". "
        + String.join("; ", recipes);
  }
}
