package io.moodline.app.cli;

import io.moodline.app.run.CameraRegistry;
import io.moodline.app.run.Snapshot;
import io.moodline.schemas.Camera;
import io.moodline.schemas.CameraStatus;
import io.moodline.streams.TopicCreator;
import io.moodline.topics.SourceAddresses;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Registers, lists and removes cameras while everything runs. */
@Command(
    name = "cameras",
    description = "Registers, lists and removes cameras while everything runs.",
    mixinStandardHelpOptions = true)
final class CamerasCommand implements Runnable {

  private static final String ROW = "%-24s %-16s %-14s %s";

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say add, list or remove");
  }

  @Command(
      name = "add",
      description = "Registers a camera, or replaces the one of the same id.",
      mixinStandardHelpOptions = true)
  int add(
      @Mixin CommonOptions common,
      @Mixin CameraOptions options,
      @Parameters(paramLabel = "[ID=]SOURCE", description = "What to decode.") String source) {
    Camera camera = options.camera(source, CameraOptions.CLI);
    CommonConfig config = common.settings().common();
    TopicCreator.createMissing(config);
    new CameraRegistry(config).put(List.of(camera));
    say("registered " + camera.getId());
    return 0;
  }

  @Command(name = "list", description = "Lists the cameras.", mixinStandardHelpOptions = true)
  int list(@Mixin CommonOptions common) {
    CommonConfig config = common.settings().common();
    Map<String, CameraStatus> statuses = Snapshot.latest(config, config.topics().cameraStatus());
    say(String.format(ROW, "camera", "site", "state", "source"));
    for (Camera camera : new CameraRegistry(config).list()) {
      CameraStatus status = statuses.get(camera.getId());
      String state = status == null ? "-" : status.getState().toString();
      String reason =
          status == null || status.getReason() == null ? "" : "  (" + status.getReason() + ")";
      say(
          String.format(
              ROW,
              camera.getId(),
              camera.getSite(),
              state,
              SourceAddresses.shown(camera.getSource()) + reason));
    }
    return 0;
  }

  @Command(name = "remove", description = "Removes a camera.", mixinStandardHelpOptions = true)
  int remove(
      @Mixin CommonOptions common,
      @Parameters(paramLabel = "ID", description = "The camera's id.") String id) {
    CameraRegistry registry = new CameraRegistry(common.settings().common());
    if (registry.list().stream().noneMatch(camera -> camera.getId().equals(id))) {
      throw new ParameterException(
          spec.commandLine(), "there is no camera \"" + id + "\"; see moodline cameras list");
    }
    registry.remove(id);
    say("removed " + id);
    return 0;
  }

  private void say(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }
}
