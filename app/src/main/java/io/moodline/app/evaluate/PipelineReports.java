package io.moodline.app.evaluate;

import io.moodline.app.evaluate.pipeline.PipelinePlan;
import io.moodline.app.evaluate.pipeline.PipelineResult;
import io.moodline.app.evaluate.pipeline.PipelineRun;
import io.moodline.classifier.model.LoadedModel;
import io.moodline.trainer.dataset.LabelSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Takes every model through the pipeline behind every detector that was asked for. */
final class PipelineReports {

  private final Plan plan;
  private final Consumer<String> progress;

  PipelineReports(Plan plan, Consumer<String> progress) {
    this.plan = plan;
    this.progress = progress;
  }

  /**
   * One result for each model and detector; none when the plan has no pipeline.
   *
   * @param folder where pictures go when the plan wants pictures of faces
   */
  List<PipelineResult> run(
      List<NamedModel> models,
      TestFaces faces,
      List<LabelSet> labels,
      Optional<ReportFolder> folder) {
    List<PipelineResult> results = new ArrayList<>();
    if (plan.pipeline().isEmpty()) {
      return results;
    }
    PipelinePlan pipeline = plan.pipeline().get();
    PipelineRun run =
        new PipelineRun(pipeline, faces.faces(), labels, Evaluation.runtime(plan.threads()));
    Optional<ReportFolder> pictures = folder.filter(open -> plan.faces());
    pictures.ifPresent(open -> open.picture("pipeline-frame.png", run.sample()));
    for (NamedModel model : models) {
      LoadedModel loaded = model.load();
      for (String detector : pipeline.detectors()) {
        progress.accept("Taking faces through the pipeline to " + model.id() + " ...");
        PipelineRun.Outcome outcome = run.run(model.id(), loaded, detector);
        PipelineResult result = outcome.result();
        results.add(result);
        pictures.ifPresent(
            open ->
                open.picture(
                    "pipeline-crops-" + result.model() + "-" + result.detector() + ".png",
                    CropSheet.draw(faces.faces(), outcome.crops())));
      }
    }
    return results;
  }
}
