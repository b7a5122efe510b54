package io.moodline.aggregator.api;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends tables, row by row, page by page: what is in memory does not grow with the table. When the
 * state cannot be read any more in its midst the connection is broken off, so that nobody takes a
 * part for the whole.
 */
final class CsvExport {

  private static final Logger LOG = LoggerFactory.getLogger(CsvExport.class);

  private final Context request;
  private final Params params;
  private final String name;

  /**
   * @param name of the file
   */
  CsvExport(Context request, Params params, String name) {
    this.request = request;
    this.params = params;
    this.name = name;
  }

  /** Sends rows that are known. */
  <T> void send(CsvTable<T> table, List<T> rows) {
    stream(table, rows.stream(), () -> Stream.of());
  }

  /**
   * Sends a list: as many of it as {@code limit} says, or all.
   *
   * @param pages reads a page
   * @param rows the rows of one thing of it
   */
  <V, T> void send(
      CsvTable<T> table,
      Listing asked,
      Function<Listing, Listing.Page<V>> pages,
      Function<V, Stream<T>> rows) {
    boolean whole = params.text("limit") == null;
    Listing first = whole ? asked.inLongPages() : asked;
    // Read before the answer begins, so that it can still be an error.
    Pages<V> rest = new Pages<>(first, pages);
    Stream<T> known = rest.page.items().stream().flatMap(rows);
    stream(
        table,
        known,
        () -> whole && rest.next() ? rest.page.items().stream().flatMap(rows) : Stream.of());
  }

  /** The pages of a list, one after the other. */
  private static final class Pages<V> {
    private final Function<Listing, Listing.Page<V>> read;
    private Listing asked;
    private Listing.Page<V> page;

    Pages(Listing first, Function<Listing, Listing.Page<V>> read) {
      this.read = read;
      this.asked = first;
      this.page = read.apply(first);
    }

    boolean next() {
      if (page.next() == null) {
        return false;
      }
      asked = asked.goingOn(page.next());
      page = read.apply(asked);
      return true;
    }
  }

  /** More rows; none when that was all. */
  private interface More<T> {
    Stream<T> rows();
  }

  private <T> void stream(CsvTable<T> table, Stream<T> first, More<T> more) {
    // Read before the answer begins, so that it can still be an error.
    List<T> rows = first.toList();
    boolean saidSo = params.isFromCopy();
    request
        .contentType("text/csv; charset=utf-8; header=present")
        // Also to whoever wants the connection closed: else its close were the end of the answer.
        .header("Transfer-Encoding", "chunked")
        .header("Content-Disposition", "attachment; filename=\"" + name + ".csv\"");
    OutputStream out = request.outputStream();
    try {
      CsvTable.Writer<T> writer = table.to(out);
      while (!rows.isEmpty()) {
        for (T row : rows) {
          writer.write(row);
        }
        rows = more.rows().toList();
        if (params.isFromCopy() && !saidSo) {
          throw new NotReadyException("the rest could only be read from a copy", null);
        }
      }
      writer.end();
      out.close();
    } catch (RuntimeException e) {
      // Whatever it was: an error's text must not follow rows, and the answer must have no end.
      LOG.warn("an export of {} is broken off: {}", name, e.toString());
      breakOff();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void breakOff() {
    ServletContextRequest.getServletContextRequest(request.req())
        .getConnectionMetaData()
        .getConnection()
        .getEndPoint()
        .close();
  }
}
