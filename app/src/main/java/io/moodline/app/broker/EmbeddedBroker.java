package io.moodline.app.broker;

import io.moodline.topics.Topic;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A Kafka broker (KRaft, one node) inside of this process, listening on loopback only. Its data
 * survive a restart.
 *
 * <p>It is meant for one machine: one copy of everything, no encryption, no passwords.
 */
public final class EmbeddedBroker implements AutoCloseable {

  private static final int NODE_ID = 1;
  private static final String LOOPBACK = "127.0.0.1";

  private final KafkaRaftServer server;
  private final int port;

  private EmbeddedBroker(KafkaRaftServer server, int port) {
    this.server = server;
    this.port = port;
  }

  /**
   * Starts a broker and returns when it serves.
   *
   * @param dataDir where its data lie; created and formatted when new
   * @param port to listen on; 0: any free one
   * @throws IOException when the port is in use or the folder cannot be used
   */
  public static EmbeddedBroker start(Path dataDir, int port) throws IOException {
    int brokerPort = port == 0 ? freePort() : requireFree(port);
    int controllerPort = freePort();
    Path logs = dataDir.toAbsolutePath();
    Files.createDirectories(logs);
    Map<String, String> settings = settings(logs, brokerPort, controllerPort);
    if (!Files.exists(logs.resolve("meta.properties"))) {
      format(logs);
    }
    try {
      KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
      server.startup();
      return new EmbeddedBroker(server, brokerPort);
    } catch (RuntimeException e) {
      throw new IOException(
          "the embedded broker cannot use "
              + logs
              + ": "
              + e.getMessage()
              + " (is another Moodline using this folder?)",
          e);
    }
  }

  /** Where clients connect, host:port. */
  public String bootstrapServers() {
    return LOOPBACK + ":" + port;
  }

  /** Waits until the broker has stopped. */
  public void awaitStop() {
    server.awaitShutdown();
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }

  private static void format(Path logs) throws IOException {
    try {
      new Formatter()
          .setPrintStream(new PrintStream(PrintStream.nullOutputStream()))
          .setNodeId(NODE_ID)
          .setClusterId(Uuid.randomUuid().toString())
          .addDirectory(logs.toString())
          .setMetadataLogDirectory(logs.toString())
          .setControllerListenerName("CONTROLLER")
          .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
          .run();
    } catch (Exception e) {
      throw new IOException("cannot format " + logs + ": " + e.getMessage(), e);
    }
  }

  private static Map<String, String> settings(Path logs, int brokerPort, int controllerPort) {
    Map<String, String> s = new HashMap<>();
    s.put("process.roles", "broker,controller");
    s.put("node.id", Integer.toString(NODE_ID));
    s.put("controller.quorum.voters", NODE_ID + "@" + LOOPBACK + ":" + controllerPort);
    s.put("controller.listener.names", "CONTROLLER");
    s.put(
        "listeners",
        "PLAINTEXT://"
            + LOOPBACK
            + ":"
            + brokerPort
            + ",CONTROLLER://"
            + LOOPBACK
            + ":"
            + controllerPort);
    s.put("advertised.listeners", "PLAINTEXT://" + LOOPBACK + ":" + brokerPort);
    s.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    s.put("log.dirs", logs.toString());
    // One node holds the only copy of everything.
    s.put("offsets.topic.replication.factor", "1");
    s.put("transaction.state.log.replication.factor", "1");
    s.put("transaction.state.log.min.isr", "1");
    s.put("share.coordinator.state.topic.replication.factor", "1");
    s.put("share.coordinator.state.topic.min.isr", "1");
    s.put("offsets.topic.num.partitions", "4");
    s.put("transaction.state.log.num.partitions", "4");
    // Nobody else will join: do not wait for them.
    s.put("group.initial.rebalance.delay.ms", "0");
    s.put("group.min.session.timeout.ms", "1000");
    s.put("auto.create.topics.enable", "false");
    s.put("message.max.bytes", Integer.toString(Topic.MAX_RECORD_BYTES));
    s.put("replica.fetch.max.bytes", Integer.toString(Topic.MAX_RECORD_BYTES));
    // Pictures that were read go soon; see ReadRecordsPurger.
    s.put("log.retention.check.interval.ms", "5000");
    // A small machine: few threads, small buffers.
    s.put("num.network.threads", "2");
    s.put("num.io.threads", "4");
    s.put("background.threads", "2");
    s.put("log.cleaner.threads", "1");
    s.put("log.cleaner.dedupe.buffer.size", Integer.toString(2 * 1024 * 1024));
    s.put("log.cleaner.io.buffer.size", Integer.toString(512 * 1024));
    s.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "2000");
    return s;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK))) {
      return socket.getLocalPort();
    }
  }

  private static int requireFree(int port) throws IOException {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(LOOPBACK, port));
      return port;
    } catch (IOException e) {
      throw new IOException(
          "port "
              + port
              + " on "
              + LOOPBACK
              + " is in use, so the embedded broker cannot listen there; choose another with"
              + " --broker-port, or use the broker that is there with --bootstrap-servers "
              + LOOPBACK
              + ":"
              + port,
          e);
    }
  }
}
