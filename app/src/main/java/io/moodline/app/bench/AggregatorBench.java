package io.moodline.app.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.moodline.app.bench.AggregatorFigures.Folder;
import io.moodline.app.bench.AggregatorFigures.Intake;
import io.moodline.app.bench.AggregatorFigures.Machine;
import io.moodline.app.bench.AggregatorFigures.Query;
import io.moodline.app.bench.AggregatorFigures.State;
import io.moodline.app.cli.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;

/**
 * Measures the aggregator: how fast it takes events, and with the state of many cameras over many
 * days how fast it answers, and what that state weighs.
 */
public final class AggregatorBench {

  private static final int INTAKE_CAMERAS = 16;

  private final Settings settings;
  private final PrintWriter out;
  private final PrintWriter err;
  private final Clock clock;

  /**
   * What is measured.
   *
   * @param events emotion events of the first part, about; 0: that part is left out
   * @param cameras of the second part
   * @param days of the second part; 0: that part is left out
   * @param queries how often each kind of question is asked
   * @param json true: figures as JSON; false: as a table
   */
  public record Plan(long events, int cameras, int days, int queries, boolean json) {}

  /**
   * @param settings of the aggregator; the broker is the bench's own
   * @param out for the figures
   * @param err for what is going on
   * @param clock for today: the days end with yesterday
   */
  public AggregatorBench(Settings settings, PrintWriter out, PrintWriter err, Clock clock) {
    this.settings = settings;
    this.out = out;
    this.err = err;
    this.clock = clock;
  }

  /**
   * Measures and prints.
   *
   * @param data an empty folder, for the broker's and the aggregator's data
   */
  public void run(Plan plan, Path data)
      throws IOException, InterruptedException, ExecutionException {
    AggregatorFigures figures = measure(plan, data);
    if (plan.json()) {
      out.println(json(figures));
    } else {
      print(figures);
    }
    out.flush();
  }

  AggregatorFigures measure(Plan plan, Path data)
      throws IOException, InterruptedException, ExecutionException {
    LocalDate yesterday = LocalDate.now(clock).minusDays(1);
    Intake intake = null;
    State state = null;
    List<Query> queries = List.of();
    if (plan.events() > 0) {
      try (AggregatorLoad load =
          new AggregatorLoad(
              settings,
              data.resolve("intake"),
              AggregatorTraffic.dense(INTAKE_CAMERAS, plan.events(), yesterday),
              this::say)) {
        intake = load.intake();
      }
    }
    if (plan.days() > 0) {
      try (AggregatorLoad load =
          new AggregatorLoad(
              settings,
              data.resolve("days"),
              AggregatorTraffic.days(plan.cameras(), plan.days(), yesterday),
              this::say)) {
        state = load.fill(plan.days());
        queries = load.ask(plan.queries());
      }
    }
    return new AggregatorFigures(machine(), intake, state, queries);
  }

  private static Machine machine() {
    return new Machine(
        Runtime.getRuntime().availableProcessors(),
        Runtime.version().toString(),
        ManagementFactory.getRuntimeMXBean().getInputArguments());
  }

  private static String json(AggregatorFigures figures) throws JsonProcessingException {
    return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(figures);
  }

  private void print(AggregatorFigures figures) {
    Machine machine = figures.machine();
    line("%d cores, Java %s, %s", machine.cores(), machine.java(), String.join(" ", machine.jvm()));
    if (figures.intake() != null) {
      print(figures.intake());
    }
    if (figures.state() != null) {
      print(figures.state());
      line("%-34s %8s %9s %9s %9s %9s", "answers", "requests", "p50 ms", "p99 ms", "most ms", "kB");
      for (Query q : figures.queries()) {
        line(
            "%-34s %8d %9.1f %9.1f %9.1f %9.0f",
            q.what(), q.requests(), q.p50Ms(), q.p99Ms(), q.highestMs(), q.bytes() / 1e3);
      }
    }
  }

  private void print(Intake intake) {
    line("%-34s %12d of %d frames", "events taken", intake.events(), intake.frames());
    line(
        "%-34s %12.0f events/s in %.1f s",
        "by the clock", intake.eventsPerSecond(), intake.wallSeconds());
    line(
        "%-34s %12.0f events/s", "of the stream thread's core", intake.eventsPerStreamCoreSecond());
    line("%-34s %12.0f events/s", "of a core for all of its threads", intake.eventsPerCoreSecond());
    line(
        "%-34s %12.2f of stream thread, %.2f of all its threads, %.2f of the process",
        "cores used",
        intake.streamCpuSeconds() / intake.wallSeconds(),
        intake.aggregatorCpuSeconds() / intake.wallSeconds(),
        intake.processCpuSeconds() / intake.wallSeconds());
  }

  private void print(State state) {
    line(
        "%-34s %12d of %d frames, taken in %.0f s, %.0f s of processor time",
        "events of %d cameras, %d days".formatted(state.cameras(), state.days()),
        state.events(),
        state.frames(),
        state.fillSeconds(),
        state.fillCpuSeconds());
    line("%-34s %12.1f MB", "state on disk", state.stateBytes() / 1e6);
    for (Folder store : state.stores()) {
      line("%-34s %12.1f MB", "  " + store.name(), store.bytes() / 1e6);
    }
    line("%-34s %12.1f MB", "records of the broker on disk", state.brokerBytes() / 1e6);
    line("%-34s %12d MiB", "live heap of the process", state.heapMiB());
    line("%-34s %12d MiB", "resident memory of the process", state.residentMiB());
  }

  private void line(String format, Object... arguments) {
    out.println(String.format(Locale.ROOT, format, arguments));
  }

  private void say(String what) {
    err.println(what);
    err.flush();
  }
}
