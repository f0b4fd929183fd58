package io.github.datalab4j.android;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.Test;

/** The code and the figures of the README are those of the files that it names. */
public class ReadmeTest {
  private static final Path FOLDER = Paths.get("..");
  private static final Pattern BLOCK =
      Pattern.compile("(?:<!-- from (\\S+) -->\n)?```(?:java|text)\n(.*?)```", Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");
  private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT))\\.(\\w+)`");

  @Test
  public void everyBlockStandsInTheFileNamedAboveIt() throws IOException {
    Matcher block = BLOCK.matcher(readme());
    int blocks = 0;
    while (block.find()) {
      String source = text(FOLDER.resolve(block.group(1)));
      assertTrue(block.group(2), source.contains(block.group(2)));
      blocks++;
    }
    assertEquals(6, blocks);
  }

  @Test
  public void everyLinkLeadsSomewhere() throws IOException {
    Matcher link = LINK.matcher(readme());
    while (link.find()) {
      assertTrue(link.group(1), Files.exists(FOLDER.resolve(link.group(1))));
    }
  }

  @Test
  public void everyTestThatIsNamedExists() throws IOException {
    Matcher test = TEST.matcher(readme());
    while (test.find()) {
      boolean app = test.group(1).endsWith("Test");
      Path sources = FOLDER.resolve(app ? "app" : "shrink").resolve("src/test/java");
      String folder = app ? "io/github/datalab4j/android" : "io/github/datalab4j/shrink";
      String source = text(sources.resolve(folder).resolve(test.group(1) + ".java"));
      assertTrue(test.group(), source.contains("void " + test.group(2) + "()"));
    }
  }

  private static String readme() throws IOException {
    return text(FOLDER.resolve("README.md"));
  }

  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), UTF_8);
  }
}
