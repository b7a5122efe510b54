package io.moodline.trainer.torch;

import io.moodline.trainer.training.Batch;
import io.moodline.trainer.training.Recipe;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Does the steps of a training: forward, loss, backward, new weights. */
final class Learner {

  private final TorchNetwork network;
  private final Optimizers optimizers;
  private final Teachers teachers;
  private final Recipe recipe;

  Learner(TorchNetwork network, Optimizers optimizers, Teachers teachers, Recipe recipe) {
    this.network = network;
    this.optimizers = optimizers;
    this.teachers = teachers;
    this.recipe = recipe;
  }

  /** What a step needs of a batch; for a thread that runs ahead of the steps. */
  Lesson lesson(Batch batch) {
    return new Lesson(
        batch,
        recipe.teaching() > 0 ? teachers.told(batch, network.network().inputSize()) : List.of());
  }

  /**
   * Learns from one lesson.
   *
   * @return its loss
   * @throws IllegalStateException when the loss is no number any more
   */
  double step(Lesson lesson, double learningRate) {
    try (PointerScope scope = new PointerScope()) {
      optimizers.learningRate(learningRate);
      optimizers.zeroGradients();
      Tensor loss = loss(lesson);
      double value = loss.item_float();
      if (!Double.isFinite(value)) {
        throw new IllegalStateException(
            "the loss is " + value + ": the learning rate may be too high");
      }
      loss.backward();
      optimizers.step();
      return value;
    }
  }

  private Tensor loss(Lesson lesson) {
    Batch batch = lesson.batch();
    Tensor faces = Judge.faces(batch.faces(), batch.size(), network.network().inputSize());
    List<Tensor> logits;
    List<Tensor> taught;
    try (Autocast autocast = new Autocast(recipe.bfloat16())) {
      taught = recipe.teaching() > 0 ? teachers.answers(faces, lesson.told()) : List.of();
      logits = new ArrayList<>(network.forward(faces, true));
    }
    Tensor loss = headLoss(batch, 0, logits.get(0), taught);
    for (int head = 1; head < logits.size(); head++) {
      loss =
          loss.add(
              headLoss(batch, head, logits.get(head), taught).mul(scalar(recipe.secondHead())));
    }
    return loss;
  }

  private Tensor headLoss(Batch batch, int head, Tensor logits, List<Tensor> taught) {
    long classes = logits.size(1);
    Tensor wide = logits.to(torch.ScalarType.Float);
    Tensor labelled =
        Losses.loss(
            recipe.loss(),
            wide,
            tensor(batch.targets().get(head), batch.size(), classes),
            tensor(batch.weights().get(head), batch.size()));
    if (taught.isEmpty()) {
      return labelled;
    }
    // Teachers answer for every face, also for one without a label.
    Tensor all = torch.ones(batch.size());
    Tensor told = Losses.loss(recipe.loss(), wide, taught.get(head), all);
    return labelled.mul(scalar(1 - recipe.teaching())).add(told.mul(scalar(recipe.teaching())));
  }

  private static Scalar scalar(double number) {
    return new Scalar(number);
  }

  private static Tensor tensor(float[] numbers, long... shape) {
    return torch.from_blob(new FloatPointer(numbers), shape).clone();
  }
}
