package io.github.datalab4j.benchmarks.report;

import io.github.datalab4j.benchmarks.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The page of results. Its words are written by hand; what stands between {@code <!-- NAME -->} and
 * {@code <!-- /NAME -->} is written by the suite of that name, from its file of results.
 */
public final class Page {
  private final Path results;
  private final List<Suite> suites;

  /** A page of these suites, whose results are in that folder. */
  public Page(Path results, List<Suite> suites) {
    this.results = results;
    this.suites = List.copyOf(suites);
  }

  /**
   * The page with the sections of today's results.
   *
   * @throws IllegalArgumentException if it has no place for one of the suites
   */
  public String updated(String page) throws IOException {
    for (Suite suite : suites) {
      page = updated(page, suite);
    }
    return page;
  }

  /** Draws the plots of today's results, beside them. */
  public void draw() throws IOException {
    for (Suite suite : suites) {
      Path file = results.resolve(suite.name() + ".json");
      if (Files.exists(file)) {
        for (Plot plot : suite.plots(Results.read(file))) {
          plot.write(results);
        }
      }
    }
  }

  private String updated(String page, Suite suite) throws IOException {
    String open = "<!-- " + suite.name() + " -->\n";
    String close = "<!-- /" + suite.name() + " -->";
    int from = page.indexOf(open) + open.length();
    int to = page.indexOf(close);
    if (from < open.length() || to < from) {
      throw new IllegalArgumentException("The page lacks the place " + open.trim() + " … " + close);
    }
    return page.substring(0, from) + section(suite) + page.substring(to);
  }

  private String section(Suite suite) throws IOException {
    Path file = results.resolve(suite.name() + ".json");
    if (!Files.exists(file)) {
      return "Not measured yet.\n";
    }
    Results found = Results.read(file);
    String measured = found.measured() == null ? "" : ", measured " + found.measured();
    return suite.section(found)
        + ("\n`" + found.command() + "`, on " + found.machine() + measured + ".\n");
  }
}
