package io.moodline.app.cli;

import io.moodline.trainer.dataset.FileFaults;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import org.apache.kafka.common.config.ConfigException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** All commands under one name. */
@Command(
    name = "moodline",
    description = "Cameras in, emotions out.",
    mixinStandardHelpOptions = true,
    versionProvider = Cli.Version.class,
    subcommands = {
      RunCommand.class,
      CamerasCommand.class,
      WatchCommand.class,
      AuditCommand.class,
      DatasetCommand.class,
      BenchCommand.class,
      EvaluateCommand.class,
      EvaluateDetectorCommand.class,
      EvaluateTrackerCommand.class,
      ExportCommand.class,
      ModelsCommand.class,
      ConfigCommand.class,
      BrokerCommand.class,
      CommandLine.HelpCommand.class,
    })
public final class Cli {

  private Cli() {}

  /**
   * Runs one command line.
   *
   * @return 0 when all went well, 1 when it failed, 2 when the command line was wrong
   */
  public static int execute(String... args) {
    return commandLine().execute(args);
  }

  static CommandLine commandLine() {
    CommandLine moodline = new CommandLine(new Cli());
    for (String stage : Settings.STAGES) {
      CommandLine service = new CommandLine(new ServiceCommand(stage));
      service.getCommandSpec().usageMessage().description("Runs the " + stage + " alone.");
      moodline.addSubcommand(stage, service);
    }
    moodline.addSubcommand(TrainCommand.withFooter(new CommandLine(new TrainCommand())));
    return moodline
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(Cli::refuse)
        .setExecutionExceptionHandler(Cli::explain);
  }

  /** What was wrong with the command line; the whole help would push it off the screen. */
  private static int refuse(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    PrintWriter err = command.getErr();
    String name = command.getCommandSpec().qualifiedName();
    err.println(name + ": " + e.getMessage());
    if (!UnmatchedArgumentException.printSuggestions(e, err)) {
      err.println("See '" + name + " --help'.");
    }
    err.flush();
    return CommandLine.ExitCode.USAGE;
  }

  /** What went wrong, in one line: a stack trace helps nobody who mistyped a port. */
  private static int explain(Exception e, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    err.println("moodline " + command.getCommandName() + ": " + message(e));
    if (System.getenv("MOODLINE_LOG") != null) {
      e.printStackTrace(err);
    }
    err.flush();
    return e instanceof ConfigException
        ? CommandLine.ExitCode.USAGE
        : CommandLine.ExitCode.SOFTWARE;
  }

  /** Java's own message of a file that cannot be used is often no more than its name. */
  static String message(Throwable e) {
    if (e instanceof FileSystemException fault && fault.getFile() != null) {
      return fault.getFile() + ": " + FileFaults.reason(fault);
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Cli.class.getPackage().getImplementationVersion();
      return new String[] {"moodline " + (version == null ? "development" : version)};
    }
  }
}
