package io.moodline.app.cli;

import io.moodline.app.docs.ConfigurationPage;
import io.moodline.app.run.StageConfigs;
import io.moodline.config.MoodlineConfig;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the reference of all settings. */
@Command(
    name = "config",
    description = "Prints the reference of all settings, as Markdown.",
    mixinStandardHelpOptions = true)
final class ConfigCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    out.print(ConfigurationPage.markdown(MoodlineConfig.commonKeys(), StageConfigs.keys()));
    out.flush();
    return 0;
  }
}
