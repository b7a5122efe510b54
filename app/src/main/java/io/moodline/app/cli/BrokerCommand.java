package io.moodline.app.cli;

import io.moodline.app.broker.EmbeddedBroker;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the embedded broker alone. */
@Command(
    name = "broker",
    description = "Runs a Kafka broker on loopback, for services that run apart on one machine.",
    mixinStandardHelpOptions = true)
final class BrokerCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--broker-port",
      paramLabel = "PORT",
      defaultValue = "9092",
      description = "Port on 127.0.0.1, 0 for any free one (default ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = ".moodline",
      description = "Folder for data (default ${DEFAULT-VALUE}).")
  private Path data;

  @Override
  public Integer call() throws IOException {
    EmbeddedBroker broker = EmbeddedBroker.start(data.resolve("kafka"), port);
    Closer.onExit().add(broker);
    PrintWriter out = spec.commandLine().getOut();
    out.println("broker " + broker.bootstrapServers() + ", data in " + data.resolve("kafka"));
    out.flush();
    broker.awaitStop();
    return 0;
  }
}
