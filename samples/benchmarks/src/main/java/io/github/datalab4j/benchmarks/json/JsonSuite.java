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
import org.jspecify.annotations.Nullable;

/** What JSON costs each library. */
public final class JsonSuite implements Suite {
  private static final String SKIPPING_READER = "the reader that skips unknown fields: ";
  private static final String KEEPING_READER = "the reader that keeps unknown fields: ";
  private static final String FREE_FORM_READER = "the reader with our free-form JSON: ";
  private static final String WRITER = "the writer alone: ";

  /** By the names of their methods, what is no peer of ours, but what peers stand on. */
  private static final Map<String, String> MOSHI_ALONE =
      Map.of(
          "skippingReader", SKIPPING_READER,
          "keepingReader", KEEPING_READER,
          "freeFormReader", FREE_FORM_READER,
          "writer", WRITER);

  private static final int ROUNDS = 5;
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
    return new JsonSuite("encode", "files", "µs", EncodeBenchmark.class, WriterBenchmark.class);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<Series> measure(boolean smoke) throws Exception {
    return Jmh.run(benchmarks, ROUNDS, smoke).stream().map(this::named).toList();
  }

  /** What is no peer of ours must not be its best one either. */
  private Series named(Series found) {
    @Nullable String alone = MOSHI_ALONE.get(found.of().getOrDefault("peer", ""));
    return alone == null
        ? found
        : new Series(
            Map.of(parameter, String.valueOf(found.of().get(parameter))),
            alone + found.metric(),
            found.unit(),
            found.values());
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
    return section
        + (benchmarks.contains(ReaderBenchmark.class)
            ? "\nMoshi's reader alone, which tells the names apart, makes the values for nobody, and"
                + " skips unknown fields:\n\n"
                + alone(results, SKIPPING_READER)
                + "\nThe same, which keeps unknown fields, made as Moshi makes free-form JSON, and as the library's own code does:\n\n"
                + keeping(results)
            : "\nMoshi's writer alone, which writes the same instructions for each file name of an array:\n\n"
                + alone(results, WRITER));
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

  private Table alone(Results results, String alone) {
    List<String> heads = new ArrayList<>(List.of(parameter, "time, " + timeUnit, "bytes"));
    results.values("peer").forEach(peer -> heads.add("time of " + peer + " / it"));
    Table table = new Table(heads);
    for (String value : results.values(parameter)) {
      Series time = results.get(alone + "time", Map.of(parameter, value));
      Series bytes = results.get(alone + "bytes", Map.of(parameter, value));
      List<String> row =
          new ArrayList<>(List.of(value, Numbers.withSpread(time), Numbers.withSpread(bytes)));
      for (String peer : results.values("peer")) {
        Map<String, String> of = Map.of("peer", peer, parameter, value);
        row.add(Numbers.ratio(results.get("time", of), time));
      }
      table.row(row);
    }
    return table;
  }

  private Table keeping(Results results) {
    Table table =
        new Table(
            List.of(
                parameter,
                "as Moshi does, ns",
                "bytes",
                "as the library does, ns",
                "bytes",
                "time of " + results.values("peer").get(0) + " / it"));
    for (String value : results.values(parameter)) {
      Map<String, String> of = Map.of(parameter, value);
      List<String> row = new ArrayList<>(List.of(value));
      for (String reader : List.of(KEEPING_READER, FREE_FORM_READER)) {
        row.add(Numbers.withSpread(results.get(reader + "time", of)));
        row.add(Numbers.withSpread(results.get(reader + "bytes", of)));
      }
      Map<String, String> ours = Map.of(parameter, value, "peer", results.values("peer").get(0));
      row.add(Numbers.ratio(results.get("time", ours), results.get(FREE_FORM_READER + "time", of)));
      table.row(row);
    }
    return table;
  }
}
