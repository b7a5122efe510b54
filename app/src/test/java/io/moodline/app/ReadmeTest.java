package io.moodline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README shows is what is compiled. */
class ReadmeTest {

  private static final Path ROOT = Path.of(System.getProperty("moodline.root", ".."));
  private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  @Test
  void theConsumerIsTheOneThatIsCompiled() throws IOException {
    Matcher shown = JAVA.matcher(Files.readString(ROOT.resolve("README.md")));
    assertThat(shown.find()).isTrue();
    String compiled =
        Files.readString(ROOT.resolve("app/src/test/java/io/moodline/app/ReadmeConsumer.java"));

    assertThat(withoutSpace(compiled)).contains(withoutSpace(shown.group(1)));
  }

  private static String withoutSpace(String text) {
    return text.replaceAll("\\s", "");
  }
}
