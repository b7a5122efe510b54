package io.moodline.app.train;

import io.moodline.classifier.model.LoadedModel;
import io.moodline.classifier.model.ModelCard;
import io.moodline.classifier.model.ModelException;
import io.moodline.classifier.model.Models;
import io.moodline.trainer.balance.ClassPlan;
import io.moodline.trainer.network.Network;
import io.moodline.trainer.network.TrainedNetwork;
import io.moodline.trainer.onnx.OnnxExport;
import io.moodline.trainer.onnx.OnnxTeacher;
import io.moodline.trainer.torch.Teaching;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The teachers that a training names: folders of earlier trainings, and exported models. */
final class OpenTeachers implements AutoCloseable {

  private final TrainingPlan plan;
  private final List<ClassPlan> plans;
  private final PrintWriter out;
  private final Network network;
  private final List<List<String>> labels;
  private final List<TrainedNetwork> networks = new ArrayList<>();
  private final List<OnnxTeacher> models = new ArrayList<>();

  private OpenTeachers(
      TrainingPlan plan,
      List<ClassPlan> plans,
      Network network,
      List<List<String>> labels,
      PrintWriter out) {
    this.plan = plan;
    this.plans = plans;
    this.out = out;
    this.network = network;
    this.labels = labels;
  }

  /**
   * Opens them.
   *
   * @param plans the classes of each head
   * @param network what they are to teach
   * @param labels of each of its heads, as an exported model's card would write them
   * @param out is told of teachers whose training had not come to its end
   * @throws IOException when one cannot be used, saying which and why
   */
  static OpenTeachers of(
      TrainingPlan plan,
      List<ClassPlan> plans,
      Network network,
      List<List<String>> labels,
      PrintWriter out)
      throws IOException {
    OpenTeachers teachers = new OpenTeachers(plan, plans, network, labels, out);
    try {
      for (String teacher : plan.teachers()) {
        teachers.open(teacher);
      }
      return teachers;
    } catch (IOException | RuntimeException e) {
      teachers.close();
      throw e;
    }
  }

  Teaching teaching() {
    return new Teaching(networks, List.copyOf(models));
  }

  private void open(String teacher) throws IOException {
    Path folder = Path.of(teacher);
    if (Files.isDirectory(folder)) {
      TrainingFolder.Content content = TrainingFolder.read(folder, out);
      TrainingFolder.requireSame(plan.out(), plans, folder, content.plans());
      requireSize(teacher, content.trained().network().inputSize());
      networks.add(content.trained());
    } else {
      models.add(model(teacher));
    }
  }

  private OnnxTeacher model(String teacher) throws IOException {
    List<String> outputs = new ArrayList<>();
    LoadedModel model = null;
    for (int head = 0; head < labels.size(); head++) {
      model = card(teacher, head);
      requireOwnLabels(model, labels.get(head));
      outputs.add(model.card().output().name());
    }
    return OnnxTeacher.open(model.onnx(), outputs, plan.threads());
  }

  /** The model by the card of one head; that of a second head lies beside the first's. */
  private LoadedModel card(String teacher, int head) throws IOException {
    try {
      LoadedModel model = Models.of(head == 0 ? teacher : second(teacher, head));
      requireSameInput(teacher, model.card());
      return model;
    } catch (ModelException e) {
      throw new IOException(
          "the teacher "
              + teacher
              + " is no folder of a training, and no model that can be used: "
              + e.getMessage(),
          e);
    }
  }

  private String second(String teacher, int head) {
    String output = network.heads().get(head).output();
    Optional<String> file =
        List.of(".onnx", ".json").stream().filter(teacher::endsWith).findFirst();
    return file.map(end -> teacher.substring(0, teacher.length() - end.length())).orElse(teacher)
        + "."
        + output
        + (file.isPresent() ? ".json" : "");
  }

  private void requireSameInput(String teacher, ModelCard card) throws IOException {
    ModelCard.Input input = card.input();
    requireSize(teacher, input.height());
    boolean own =
        input.name().equals(OnnxExport.INPUT)
            && input.channels() == 1
            && input.height() == input.width()
            && input.mean().equals(List.of(0.0))
            && input.std().equals(List.of(1.0))
            && card.output().kind() == ModelCard.Kind.LOGITS;
    if (!own) {
      throw new IOException(
          "the teacher " + teacher + " was not exported by this trainer, but must have been");
    }
  }

  private void requireOwnLabels(LoadedModel model, List<String> own) throws IOException {
    List<String> taught = model.card().labels().stream().map(ModelCard.Label::text).toList();
    if (!taught.equals(own)) {
      throw new IOException(
          "the teacher %s (%s) answers %s, but what it is to teach %s: they must be the same"
              .formatted(model.card().name(), model.origin(), taught, own));
    }
  }

  private void requireSize(String teacher, int size) throws IOException {
    if (size != network.inputSize()) {
      throw new IOException(
          "%s sees faces of %d pixels, but what it is to teach of %d"
              .formatted(teacher, size, network.inputSize()));
    }
  }

  @Override
  public void close() {
    models.forEach(OnnxTeacher::close);
  }
}
