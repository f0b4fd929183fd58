package io.github.datalab4j.benchmarks.load;

import io.github.datalab4j.benchmarks.Series;
import io.github.datalab4j.benchmarks.Suite;
import io.github.datalab4j.benchmarks.report.Numbers;
import io.github.datalab4j.benchmarks.report.Results;
import io.github.datalab4j.benchmarks.report.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many jobs at once over HTTP, without and with a limit of requests a minute. */
public final class LoadSuite implements Suite {
  private static final LoadPlan FREE = new LoadPlan(2_000, 30_000, 120_000, 0, 1_000);
  private static final LoadPlan LIMITED = new LoadPlan(2_000, 30_000, 120_000, 400, 1_000);

  @Override
  public String name() {
    return "load";
  }

  @Override
  public List<Series> measure(boolean smoke) throws Exception {
    List<Series> series = new ArrayList<>(smoke ? smoke() : measured());
    LoadBound bound = new LoadBound(LIMITED.lengths(), LIMITED.perMinute());
    series.add(Series.of("any", "bound, knowing", "s", bound.knowing()));
    series.add(Series.of("any", "bound, not knowing", "s", bound.notKnowing()));
    return series;
  }

  private static List<Series> smoke() throws Exception {
    List<Series> series = new ArrayList<>();
    for (LoadPeer peer : LoadPeer.values()) {
      for (LoadPlan plan : List.of(FREE, LIMITED)) {
        LoadPlan shorter = new LoadPlan(5, 10, 40, plan.perMinute(), 5);
        series.addAll(new LoadRun(peer, shorter).forked());
      }
    }
    return series;
  }

  /** With a limit nearly all is waiting: so those run side by side, but for who cares for none. */
  private static List<Series> measured() throws Exception {
    List<Series> series = new ArrayList<>();
    ExecutorService sideBySide = Executors.newCachedThreadPool();
    List<Future<List<Series>>> limited = new ArrayList<>();
    for (LoadPeer peer : List.of(LoadPeer.FACADE, LoadPeer.GAX, LoadPeer.POLLER_FLUX)) {
      limited.add(sideBySide.submit(new LoadRun(peer, LIMITED)::forked));
    }
    for (LoadPeer peer : LoadPeer.values()) {
      series.addAll(new LoadRun(peer, FREE).forked());
    }
    series.addAll(new LoadRun(LoadPeer.VENDOR, LIMITED).forked());
    for (Future<List<Series>> run : limited) {
      series.addAll(run.get());
    }
    sideBySide.shutdown();
    return series;
  }

  @Override
  public String section(Results results) {
    double knowing = results.get("bound, knowing", Map.of("peer", "any")).median();
    double notKnowing = results.get("bound, not knowing", Map.of("peer", "any")).median();
    return "Without a limit:\n\n"
        + table(results, FREE.limit())
        + "\nWith 400 requests a minute:\n\n"
        + table(results, LIMITED.limit())
        + "\nThe least mean lateness with this limit is "
        + Numbers.text(knowing)
        + " s for who knows how long each job takes; who does not, and asks at an even rate, can"
        + " expect "
        + Numbers.text(notKnowing)
        + " s at best. The facade's is "
        + ratio(results, knowing)
        + " and "
        + ratio(results, notKnowing)
        + " times as much.\n";
  }

  private static String ratio(Results results, double bound) {
    Map<String, String> facade = Map.of("peer", LoadPeer.FACADE.text(), "limit", LIMITED.limit());
    return Numbers.text(results.get("late", facade).median() / bound);
  }

  private static Table table(Results results, String limit) {
    Table table =
        new Table(
            List.of(
                "watched by",
                "mean lateness, s",
                "% of the job",
                "given up",
                "requests a job",
                "answered 429",
                "CPU, ms a job",
                "live heap, B a job"));
    for (LoadPeer peer : LoadPeer.values()) {
      Map<String, String> of = Map.of("peer", peer.text(), "limit", limit);
      List<String> row = new ArrayList<>(List.of(peer.text()));
      for (String metric :
          List.of("late", "late share", "given up", "requests", "over the limit", "cpu", "heap")) {
        row.add(Numbers.median(results.get(metric, of)));
      }
      table.row(row);
    }
    return table;
  }
}
