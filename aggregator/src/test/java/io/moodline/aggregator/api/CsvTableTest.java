package io.moodline.aggregator.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {

  private record Row(String text, Object value) {}

  private static final CsvTable<Row> TABLE =
      new CsvTable<Row>().column("text", Row::text).column("value [s]", Row::value);

  private static String written(Row... rows) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CsvTable.Writer<Row> writer = TABLE.to(out);
    for (Row row : rows) {
      writer.write(row);
    }
    writer.end();
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void rowsAreAsRfc4180HasThem() throws Exception {
    assertThat(written(new Row("a,b", 1.5), new Row("say \"hi\"", -2), new Row(null, true)))
        .isEqualTo("text,value [s]\r\n\"a,b\",1.5\r\n\"say \"\"hi\"\"\",-2\r\n,true\r\n");
    assertThat(written()).isEqualTo("text,value [s]\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+cmd|' /C calc'!A0", "-1+1", "@SUM(A1)", "\tx", "\r=1", "-"})
  void whatWouldBeAFormulaIsText(String text) {
    assertThat(CsvTable.cell(text)).isEqualTo("'" + text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1.5", "+2", "3e-4", "door", "2026-05-28T20:26:00Z", "a=b", ""})
  void numbersAndPlainTextStayAsTheyAre(String text) {
    assertThat(CsvTable.cell(text)).isEqualTo(text);
  }

  /** Whatever the text, a reader of CSV finds it again, with an apostrophe at the most. */
  @Property(tries = 300)
  void whatIsWrittenIsRead(@ForAll @NotEmpty String text) throws Exception {
    String csv = written(new Row(text, 1));
    MappingIterator<String[]> rows =
        new CsvMapper()
            .readerFor(String[].class)
            .with(CsvParser.Feature.WRAP_AS_ARRAY)
            .readValues(csv);
    List<String[]> all = rows.readAll();
    assertThat(all).hasSize(2);
    String[] row = all.get(1);
    assertThat(row[0]).as(Arrays.toString(row)).isEqualTo(CsvTable.cell(text).toString());
  }
}
