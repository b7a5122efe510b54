package io.moodline.app.bench;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What was measured of the aggregator.
 *
 * @param machine cores and Java of it
 * @param intake how fast it takes events; null when that was not measured
 * @param state what it holds; null when that was not measured
 * @param queries how fast it answers from it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AggregatorFigures(Machine machine, Intake intake, State state, List<Query> queries) {

  /**
   * Where it ran.
   *
   * @param jvm options that the virtual machine was given
   */
  record Machine(int cores, String java, List<String> jvm) {}

  /**
   * How fast events are taken, with a backlog before them and one stream thread.
   *
   * @param events emotion events, one a face and frame
   * @param frames outcomes of frames, taken with them
   * @param wallSeconds how long that took
   * @param streamCpuSeconds processor time of the stream thread
   * @param aggregatorCpuSeconds of all the aggregator's own threads
   * @param processCpuSeconds of the process: broker, compiler and garbage collector included
   */
  record Intake(
      long events,
      long frames,
      double wallSeconds,
      double streamCpuSeconds,
      double aggregatorCpuSeconds,
      double processCpuSeconds) {

    /** Events a second by the clock on the wall. */
    @JsonProperty
    public double eventsPerSecond() {
      return events / wallSeconds;
    }

    /** Events a second if a core were the stream thread's alone. */
    @JsonProperty
    public double eventsPerStreamCoreSecond() {
      return events / streamCpuSeconds;
    }

    /** Events a second if all the aggregator's threads shared one core. */
    @JsonProperty
    public double eventsPerCoreSecond() {
      return events / aggregatorCpuSeconds;
    }
  }

  /**
   * What the aggregator holds.
   *
   * @param fillSeconds how long it took to take that
   * @param fillCpuSeconds processor time of its threads in that
   * @param stateBytes its folder of local state
   * @param stores what of that each store's folder has
   * @param brokerBytes the broker's records: what was put in, changelogs and output
   * @param heapMiB live objects of the process, the broker's included
   * @param residentMiB memory of the process now, native memory and the broker's included; 0 where
   *     the system does not tell
   */
  record State(
      int cameras,
      int days,
      long events,
      long frames,
      double fillSeconds,
      double fillCpuSeconds,
      long stateBytes,
      List<Folder> stores,
      long brokerBytes,
      long heapMiB,
      long residentMiB) {}

  /** How much lies in a folder. */
  record Folder(String name, long bytes) {}

  /**
   * How fast one kind of question is answered, asked by one client after another.
   *
   * @param bytes of a typical answer
   */
  record Query(
      String what, int requests, double p50Ms, double p99Ms, double highestMs, long bytes) {}
}
