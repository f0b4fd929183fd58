package io.github.datalab4j.benchmarks.json;

import io.github.datalab4j.benchmarks.Jmh;
import io.github.datalab4j.benchmarks.Series;
import io.github.datalab4j.benchmarks.Suite;
import io.github.datalab4j.benchmarks.report.Numbers;
import io.github.datalab4j.benchmarks.report.PeerTables;
import io.github.datalab4j.benchmarks.report.Results;
import io.github.datalab4j.benchmarks.report.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What JSON costs each library. */
public final class JsonSuite implements Suite {
  private static final String READER = "the reader alone: ";
  private static final String KEEPING_READER = "the reader that keeps unknown fields: ";
  private static final String KEEPING = "keeping unknown fields"; // as the name of a Library says

  private final String name;
  private final String parameter;
  private final String timeUnit;
  private final List<Class<?>> benchmarks;

  /**
   * For one direction.
   *
   * @param name of the results and of the page's section
   * @param parameter whose values are the rows
   * @param timeUnit of the benchmarks, as it is shown
   */
  private JsonSuite(String name, String parameter, String timeUnit, Class<?>... benchmarks) {
    this.name = name;
    this.parameter = parameter;
    this.timeUnit = timeUnit;
    this.benchmarks = List.of(benchmarks);
  }

  /** Decoding what the service answers. */
  public static JsonSuite decode() {
    return new JsonSuite("decode", "body", "ns", DecodeBenchmark.class, ReaderBenchmark.class);
  }

  /** Encoding {@code file_instructions}. */
  public static JsonSuite encode() {
    return new JsonSuite("encode", "files", "µs", EncodeBenchmark.class);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<Series> measure(boolean smoke) throws Exception {
    List<Series> series = new ArrayList<>();
    for (Class<?> benchmark : benchmarks) {
      for (Series found : Jmh.run(benchmark, smoke)) {
        series.add(benchmark == ReaderBenchmark.class ? ofNoPeer(found) : found);
      }
    }
    return series;
  }

  /** What is no peer of ours must not be its best one either. */
  private Series ofNoPeer(Series series) {
    Map<String, String> body = Map.of(parameter, String.valueOf(series.of().get(parameter)));
    String reader = "keepingReader".equals(series.of().get("peer")) ? KEEPING_READER : READER;
    return new Series(body, reader + series.metric(), series.unit(), series.values());
  }

  @Override
  public String section(Results results) {
    String section =
        "Time of one call, "
            + timeUnit
            + ":\n\n"
            + PeerTables.of(results, "time", parameter, others(results))
            + "\nBytes allocated by it:\n\n"
            + PeerTables.of(results, "bytes", parameter, others(results));
    return benchmarks.contains(ReaderBenchmark.class)
        ? section
            + "\nMoshi's reader alone, which tells the names apart, reads the values for nobody, and"
            + " skips unknown fields:\n\n"
            + reader(results, READER)
            + "\nThe same, which makes the JSON of unknown fields by `readJsonValue`:\n\n"
            + reader(results, KEEPING_READER)
        : section;
  }

  /**
   * The peers of ours; who keeps unknown fields, as ours does, is not mixed with who drops them.
   */
  private static Map<String, List<String>> others(Results results) {
    List<String> peers = results.values("peer");
    List<String> others = peers.subList(1, peers.size());
    List<String> keeping = others.stream().filter(peer -> peer.endsWith(KEEPING)).toList();
    if (keeping.isEmpty()) {
      return Map.of("ours / best of the others", others);
    }
    Map<String, List<String>> groups = new LinkedHashMap<>();
    groups.put(
        "ours / best that drops unknown fields",
        others.stream().filter(peer -> !keeping.contains(peer)).toList());
    groups.put("ours / best that keeps them", keeping);
    return groups;
  }

  private Table reader(Results results, String reader) {
    List<String> heads = new ArrayList<>(List.of(parameter, "time, ns", "bytes"));
    results.values("peer").forEach(peer -> heads.add("time of " + peer + " / it"));
    Table table = new Table(heads);
    for (String body : results.values(parameter)) {
      Series time = results.get(reader + "time", Map.of(parameter, body));
      Series bytes = results.get(reader + "bytes", Map.of(parameter, body));
      List<String> row =
          new ArrayList<>(List.of(body, Numbers.withSpread(time), Numbers.withSpread(bytes)));
      for (String peer : results.values("peer")) {
        Map<String, String> of = Map.of("peer", peer, parameter, body);
        row.add(Numbers.ratio(results.get("time", of), time));
      }
      table.row(row);
    }
    return table;
  }
}
