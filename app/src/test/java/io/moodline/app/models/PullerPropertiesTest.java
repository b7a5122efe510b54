package io.moodline.app.models;

import static io.moodline.app.models.TestModels.CONTENT;
import static io.moodline.app.models.TestModels.FILE;
import static org.assertj.core.api.Assertions.assertThat;

import io.moodline.app.models.FaultyServer.Act;
import io.moodline.detector.models.FileCheck;
import io.moodline.detector.models.KnownModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever a server does, under its final name the file is right or not there. */
class PullerPropertiesTest {

  /** After these another try may go well. */
  private static final Set<Act> PASSING =
      EnumSet.of(
          Act.GOOD, Act.WHOLE, Act.DROPS, Act.ENDS_EARLY, Act.HANGS_UP, Act.NO_RANGE, Act.BUSY);

  /** The servers that keep silent cost a waiting time each. */
  private static final Patience PATIENCE =
      new Patience(Duration.ofSeconds(2), Duration.ofMillis(60), 4, Duration.ofMillis(1));

  /** What an earlier run may have left. */
  enum Left {
    NOTHING,
    RIGHT_BEGINNING,
    WRONG_BEGINNING,
    TOO_MUCH,
    WRONG_ETAG
  }

  @Provide
  Arbitrary<List<Act>> scripts() {
    return Arbitraries.of(Act.class).list().ofMaxSize(5);
  }

  @Provide
  Arbitrary<List<Act>> passingScripts() {
    return Arbitraries.of(PASSING).list().ofMaxSize(2);
  }

  @Property(tries = 150)
  void noWrongFileEverHasTheFinalName(
      @ForAll("scripts") List<Act> script,
      @ForAll Left left,
      @ForAll @IntRange(min = 1, max = 49_999) int length)
      throws Exception {
    Path folder = folderWith(left, length);
    try (FaultyServer server = new FaultyServer(CONTENT, script)) {
      KnownModel model = TestModels.model(server.uri());
      Path target = folder.resolve(FILE);
      try {
        new Puller(folder, PATIENCE, new Watcher(target)).pull(model, Origin.of(model));
        assertThat(target).hasBinaryContent(CONTENT);
      } catch (PullException e) {
        assertThat(target).doesNotExist();
      }
    } finally {
      delete(folder);
    }
  }

  @Property(tries = 60)
  void whatPassesIsSurvived(
      @ForAll("passingScripts") List<Act> script,
      @ForAll Left left,
      @ForAll @IntRange(min = 1, max = 49_999) int length)
      throws Exception {
    Path folder = folderWith(left, length);
    try (FaultyServer server = new FaultyServer(CONTENT, script)) {
      KnownModel model = TestModels.model(server.uri());
      Patience patience =
          new Patience(PATIENCE.connect(), Duration.ofSeconds(5), 4, PATIENCE.pause());

      new Puller(folder, patience, new Watcher(folder.resolve(FILE))).pull(model, Origin.of(model));

      assertThat(FileCheck.of(folder, model).matches()).isTrue();
      assertThat(folder.resolve(FILE + ".part")).doesNotExist();
      assertThat(folder.resolve(FILE + ".part.etag")).doesNotExist();
    } finally {
      delete(folder);
    }
  }

  private static Path folderWith(Left left, int length) throws IOException {
    Path folder = Files.createTempDirectory("moodline-pull");
    Path part = folder.resolve(FILE + ".part");
    switch (left) {
      case NOTHING -> {}
      case RIGHT_BEGINNING -> Files.write(part, Arrays.copyOf(CONTENT, length));
      case WRONG_BEGINNING -> Files.write(part, new byte[length]);
      case TOO_MUCH -> Files.write(part, new byte[CONTENT.length + length]);
      case WRONG_ETAG -> {
        Files.write(part, new byte[length]);
        Files.writeString(folder.resolve(FILE + ".part.etag"), "\"other\"");
      }
    }
    return folder;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  /** Sees that while bytes come nothing has the final name. */
  private record Watcher(Path target) implements PullListener {

    @Override
    public void begins(String origin, long from) {
      assertThat(target).doesNotExist();
    }

    @Override
    public void received(long bytes, long of) {
      assertThat(target).doesNotExist();
      assertThat(bytes).isBetween(0L, of);
    }

    @Override
    public void triesAgain(String why, Duration pause) {
      assertThat(target).doesNotExist();
      assertThat(why).isNotBlank().doesNotContain("null");
    }
  }
}
