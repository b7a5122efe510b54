package io.moodline.app.evaluate;

import io.moodline.app.evaluate.Evaluation.Judged;
import io.moodline.app.evaluate.pipeline.PipelineRun;
import io.moodline.classifier.model.LoadedModel;
import io.moodline.classifier.model.Models;
import io.moodline.classifier.onnx.OnnxModels;
import io.moodline.trainer.dataset.BadRows;
import io.moodline.trainer.dataset.FaceDataset;
import io.moodline.trainer.dataset.FaceDatasets;
import io.moodline.trainer.dataset.LabelSet;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Carries out {@code moodline evaluate}. */
public final class Evaluator {

  private final Plan plan;
  private final PrintWriter out;
  private final Clock clock;

  /**
   * @param out where progress and the table go
   */
  public Evaluator(Plan plan, PrintWriter out, Clock clock) {
    this.plan = plan;
    this.out = out;
    this.clock = clock;
  }

  /**
   * Measures, prints the table, and writes the report when one is wanted.
   *
   * @throws EvaluationException when there is nothing to measure, or the report cannot be written
   * @throws io.moodline.classifier.model.ModelException when a model cannot be used
   * @throws IOException when the data set cannot be read; the message says what is wrong with it
   */
  public EvaluationReport run() throws IOException {
    List<NamedModel> models = checked();
    Optional<ReportFolder> folder = plan.out().map(ReportFolder::open);
    FaceDataset data = FaceDatasets.open(plan.data());
    BadRows.Skipped skipped = BadRows.skip();
    BadRows badRows = plan.skipBad() ? skipped : BadRows.refuse();
    TestFaces faces = new FacesReader(data, this::say).read(plan.split(), badRows, plan.clean());
    skipped.text().ifPresent(this::say);
    List<LabelSet> labels = labelSets(faces);
    List<Judged> judged = judge(models, faces, labels);
    EvaluationReport report =
        new EvaluationReport(
            plan.data().toString(),
            data.format(),
            plan.split(),
            faces.faces().size(),
            faces.seen().map(seen -> OptionalInt.of(seen.size())).orElse(OptionalInt.empty()),
            skipped.rows().size(),
            plan.threads(),
            clock.instant(),
            plan.faces(),
            judged.stream().map(Judged::report).toList(),
            robustness(models, faces, labels),
            new PipelineReports(plan, this::say).run(models, faces, labels, folder));
    ConsoleReport.lines(report).forEach(out::println);
    folder.ifPresent(open -> open.write(report));
    if (plan.faces()) {
      folder.ifPresent(open -> writeMistakes(open, judged, faces, labels));
    }
    plan.out().ifPresent(path -> say("Written: " + path.resolve("index.html")));
    out.flush();
    return report;
  }

  /** Finds out now what would otherwise end the work in its middle. */
  private List<NamedModel> checked() {
    List<String> ids = Ids.of(plan.models().stream().map(this::checkedName).toList());
    List<NamedModel> models = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      models.add(new NamedModel(ids.get(i), plan.models().get(i)));
    }
    return models;
  }

  private String checkedName(String name) {
    LoadedModel model = Models.of(name);
    new OnnxModels(model, Evaluation.runtime(plan.threads()));
    plan.pipeline().ifPresent(pipeline -> PipelineRun.check(pipeline, model.card()));
    return model.card().name();
  }

  private List<LabelSet> labelSets(TestFaces faces) {
    List<LabelSet> present = plan.labels().stream().filter(faces::has).toList();
    if (present.isEmpty()) {
      throw new EvaluationException(
          plan.data()
              + ": no picture of "
              + plan.split().usage()
              + " has a label of "
              + String.join(" or ", plan.labels().stream().map(Texts::name).toList()));
    }
    return present;
  }

  private static void writeMistakes(
      ReportFolder folder, List<Judged> judged, TestFaces faces, List<LabelSet> labelSets) {
    for (Judged one : judged) {
      for (LabelSet labels : labelSets) {
        String id = one.report().id();
        folder.picture(
            ReportFolder.mistakesName(id, labels),
            MistakeSheet.draw(
                id + ", the surest mistakes by " + Texts.name(labels) + " labels",
                faces.cases(labels, one.probabilities())));
      }
    }
  }

  private List<Judged> judge(List<NamedModel> models, TestFaces faces, List<LabelSet> labels) {
    Evaluation evaluation = new Evaluation(faces, labels, plan.threads(), plan.speedBudget());
    List<Judged> reports = new ArrayList<>();
    for (int i = 0; i < models.size(); i++) {
      say("Judging " + models.get(i).id() + " (" + (i + 1) + " of " + models.size() + ") ...");
      reports.add(evaluation.judge(models.get(i)));
    }
    return reports;
  }

  private List<Robustness> robustness(
      List<NamedModel> models, TestFaces faces, List<LabelSet> labels) {
    if (!plan.robustness()) {
      return List.of();
    }
    return new RobustnessRun(faces, labels, plan.threads(), this::say).run(models);
  }

  private void say(String text) {
    out.println(text);
    out.flush();
  }
}
