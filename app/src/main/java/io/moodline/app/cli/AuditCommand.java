package io.moodline.app.cli;

import io.moodline.app.audit.ConservationAudit;
import io.moodline.app.run.Snapshot;
import io.moodline.schemas.CameraStatus;
import io.moodline.schemas.FrameOutcome;
import io.moodline.topics.Topic;
import io.moodline.topics.Topics;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Proves on a live system that no frame was lost. */
@Command(
    name = "audit",
    description = {
      "Proves conservation: frames captured = classified + shed + dead-lettered.",
      "Exits with 1 when it does not hold; frames still on their way count as missing, so audit a"
          + " live system twice.",
      "Of a camera that has run for longer than outcomes are kept, frames without one any more"
          + " are counted as older and not judged."
    },
    mixinStandardHelpOptions = true)
final class AuditCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private CommonOptions common;

  @Override
  public Integer call() {
    List<ConservationAudit.Line> lines = audit(common.settings().common());
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "%-24s %-24s %9s %9s %11s %7s %14s %8s %11s  %s%n",
        "camera",
        "session",
        "captured",
        "older",
        "classified",
        "shed",
        "dead-lettered",
        "missing",
        "duplicated",
        "sum");
    for (ConservationAudit.Line line : lines) {
      out.printf(
          "%-24s %-24s %9d %9d %11d %7d %14d %8d %11d  %s%n",
          line.cameraId(),
          Instant.ofEpochMilli(line.session()),
          line.captured(),
          line.older(),
          line.classified(),
          line.shed(),
          line.deadLettered(),
          line.missing(),
          line.duplicated(),
          line.holds() ? "holds" : "DOES NOT HOLD");
    }
    out.flush();
    return lines.stream().allMatch(ConservationAudit.Line::holds) ? 0 : 1;
  }

  /** Audits what the topics hold now. */
  static List<ConservationAudit.Line> audit(CommonConfig config) {
    Topics topics = config.topics();
    ConservationAudit audit = new ConservationAudit();
    // Statuses first: a frame captured after them is then at worst not expected yet.
    Map<String, CameraStatus> statuses = Snapshot.latest(config, topics.cameraStatus());
    Topic<String, FrameOutcome> outcomes = topics.frameOutcomes();
    Map<Integer, Long> heldSince = new HashMap<>();
    Snapshot.records(
        config,
        outcomes,
        (read, begin) ->
            audit.add(
                read.value(),
                read.timestamp(),
                heldSince.computeIfAbsent(
                    read.partition(),
                    first -> begin == 0 ? ConservationAudit.ALL_HELD : read.timestamp())));
    long keptSinceMs = System.currentTimeMillis() - outcomes.retention().toMillis();
    statuses
        .values()
        .forEach(
            s -> audit.captured(s.getCameraId(), s.getSession(), s.getCaptured(), keptSinceMs));
    return audit.lines();
  }
}
