package io.moodline.app.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.moodline.detector.DetectorConfig;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DetectorBenchTest {

  @Test
  void theMedianIsTheMiddle() {
    assertThat(DetectorBench.median(List.of(5, 1, 9), n -> n)).isEqualTo(5);
    assertThat(DetectorBench.median(List.of(5, 1, 9, 6), n -> n)).isCloseTo(5.5, within(1e-12));
  }

  @Test
  void theCascadeFindsTheFacesOfEveryFrame() throws Exception {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text, true);

    new DetectorBench(out, 1).run(new DetectorConfig(Map.of(DetectorConfig.KIND, "haar")));

    List<String> rows = text.toString().lines().toList();
    assertThat(rows).hasSize(2 + 9);
    assertThat(rows.get(0)).startsWith("haar, one thread");
    for (String row : rows.subList(2, rows.size())) {
      String[] cells = row.trim().split("\\s+");
      assertThat(cells[2]).as("found of %s in %s", cells[1], cells[0]).isEqualTo(cells[1]);
    }
  }
}
