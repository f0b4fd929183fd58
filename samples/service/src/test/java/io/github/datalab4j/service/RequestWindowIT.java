package io.github.datalab4j.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The window on a real PostgreSQL, whose rows are made older instead of waiting. */
class RequestWindowIT {
  @AutoClose private static Postgres postgres;

  @BeforeAll
  static void startPostgres() throws Exception {
    postgres = Postgres.start();
    postgres.createSchema();
  }

  @BeforeEach
  void empty() {
    sql().sql("truncate budget_request").update();
  }

  @Test
  void twoInstancesShareOneLimit() {
    RequestWindow first = window(2);
    RequestWindow second = window(2);

    assertEquals(0, first.begin());
    assertEquals(0, second.begin());
    assertNotEquals(0, first.begin());
    assertNotEquals(0, second.begin());
  }

  @Test
  void aRequestCountsForAMinuteAfterItsEnd() {
    RequestWindow window = window(1);
    assertEquals(0, window.begin());
    window.end();

    pass(60);
    assertNotEquals(0, window.begin());

    pass(1);
    assertEquals(0, window.begin());
  }

  @Test
  void aRequestUnderWayCountsHoweverLateItArrives() {
    RequestWindow window = window(1);
    assertEquals(0, window.begin());

    pass(600);

    assertNotEquals(0, window.begin());
  }

  @Test
  void theEndOfOneInstancesRequestLeavesThoseOfOthersUnderWay() {
    RequestWindow first = window(2);
    RequestWindow second = window(2);
    assertEquals(0, first.begin());
    assertEquals(0, second.begin());

    second.end();
    second.end(); // it has none left
    pass(61);

    assertEquals(0, second.begin());
    assertNotEquals(0, second.begin());
  }

  @Test
  void whatAKilledInstanceHadUnderWayEndsByItself() {
    RequestWindow killed = window(1);
    RequestWindow survivor = window(1);
    assertEquals(0, killed.begin());

    pass(661);

    assertEquals(0, survivor.begin());
  }

  @Test
  void manyAtOnceBeginNoMoreThanTheLimit() throws Exception {
    RequestWindow first = window(20);
    RequestWindow second = window(20);
    List<Callable<Long>> begins = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      begins.add(first::begin);
      begins.add(second::begin);
    }

    List<Long> waits = atOnce(begins);

    assertEquals(20, waits.stream().filter(wait -> wait == 0).count());
  }

  @Test
  void manyAtOnceEndOneRequestEach() throws Exception {
    RequestWindow window = window(20);
    List<Callable<Long>> ends = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      assertEquals(0, window.begin());
      ends.add(
          () -> {
            window.end();
            return 0L;
          });
    }

    atOnce(ends);

    assertEquals(
        0,
        sql()
            .sql("select count(*) from budget_request where not ended")
            .query(Long.class)
            .single());
  }

  private static List<Long> atOnce(List<Callable<Long>> calls) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Long> results = new ArrayList<>();
      for (Future<Long> call : threads.invokeAll(calls)) {
        results.add(call.get());
      }
      return results;
    } finally {
      threads.shutdown();
    }
  }

  private static void pass(int seconds) {
    sql()
        .sql(
            "update budget_request set"
                + " counts_until = counts_until - :seconds * interval '1 second'")
        .param("seconds", seconds)
        .update();
  }

  private static JdbcClient sql() {
    return JdbcClient.create(postgres.pool());
  }

  private static RequestWindow window(int limit) {
    return new RequestWindow(limit, postgres.pool());
  }
}
