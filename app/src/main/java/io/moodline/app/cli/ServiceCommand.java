package io.moodline.app.cli;

import io.moodline.app.run.DemoSources;
import io.moodline.app.run.Pipeline;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs one service alone, under the service's own name. */
@Command(mixinStandardHelpOptions = true)
final class ServiceCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private CommonOptions common;

  private final String stage;

  ServiceCommand(String stage) {
    this.stage = stage;
  }

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    try (Closer closer = Closer.onExit()) {
      Pipeline pipeline =
          closer.add(Pipeline.start(common.settings(), List.of(stage), DemoSources.all()));
      out.println(stage + " runs");
      pipeline
          .httpPort()
          .ifPresent(port -> out.println("page   http://127.0.0.1:" + port + "   (Ctrl-C ends)"));
      out.flush();
      pipeline.awaitEnd();
      return pipeline.failed() ? 1 : 0;
    }
  }
}
