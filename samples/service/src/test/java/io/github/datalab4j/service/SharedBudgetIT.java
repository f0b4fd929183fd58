package io.github.datalab4j.service;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.observers.TestObserver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two budgets, as of two instances, on one PostgreSQL. */
class SharedBudgetIT {
  private static final Duration LONG = Duration.ofMinutes(1);

  @AutoClose private static Postgres postgres;
  private final List<Database> databases = new ArrayList<>();

  @BeforeAll
  static void startPostgres() throws Exception {
    postgres = Postgres.start();
    postgres.createSchema();
  }

  @BeforeEach
  void empty() {
    JdbcClient.create(postgres.pool())
        .sql("truncate bucket, budget_pause, budget_request")
        .update();
  }

  @AfterEach
  void stop() throws Exception {
    for (Database database : databases) {
      database.destroy();
    }
  }

  @Test
  void theFirstPermitIsGivenAtOnce() {
    budget(1).acquire().test().awaitDone(1, TimeUnit.MINUTES).assertComplete();
  }

  @Test
  void permitsComeInTheOrderInWhichTheyWereAskedFor() {
    SharedBudget budget = budget(6_000);
    List<Integer> granted = new CopyOnWriteArrayList<>();
    List<Disposable> waiting = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      int number = i;
      waiting.add(budget.acquire().subscribe(() -> granted.add(number)));
    }

    await().atMost(LONG).until(() -> granted.size() == waiting.size());

    assertEquals(granted.stream().sorted().toList(), granted);
  }

  @Test
  void twoBudgetsTogetherKeepToOneLimit() {
    SharedBudget first = budget(600);
    SharedBudget second = budget(600);
    long begun = System.nanoTime();

    List<TestObserver<Void>> permits = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      permits.add(first.acquire().test());
      permits.add(second.acquire().test());
    }
    permits.forEach(permit -> permit.awaitDone(1, TimeUnit.MINUTES).assertComplete());

    long least = 19 * 61_000L / 600; // the first at once
    assertTrue(Duration.ofNanos(System.nanoTime() - begun).toMillis() >= least);
  }

  @Test
  void aPermitWhoseWaiterHasLeftGoesToTheNext() {
    SharedBudget budget = budget(60);
    budget.acquire().test().awaitDone(1, TimeUnit.MINUTES).assertComplete();
    TestObserver<Void> leaves = budget.acquire().test();
    TestObserver<Void> stays = budget.acquire().test();

    leaves.dispose();

    stays.awaitDone(1, TimeUnit.MINUTES).assertComplete();
    leaves.assertNotComplete();
  }

  @Test
  void a429AtOneInstanceStopsTheOther() {
    SharedBudget first = budget(6_000);
    SharedBudget second = budget(6_000);
    first.throttled(2, TimeUnit.SECONDS);
    await().atMost(LONG).until(() -> pauses("true") == 1);

    second.acquire().test().awaitDone(1, TimeUnit.MINUTES).assertComplete();

    assertEquals(0, pauses("paused_until > clock_timestamp()"));
  }

  @ParameterizedTest
  @ValueSource(longs = {30L * 24 * 3600 * 1000, Long.MAX_VALUE})
  void noPauseIsLongerThanAnHour(long millis) {
    budget(6_000).throttled(millis, TimeUnit.MILLISECONDS);

    await().atMost(LONG).until(() -> pauses("true") == 1);
    assertEquals(1, pauses("paused_until <= clock_timestamp() + interval '1 hour'"));
  }

  @Test
  void aPauseThatIsLiftedEnds() throws Exception {
    SharedBudget budget = budget(6_000);
    budget.throttled(1, TimeUnit.HOURS);
    await().atMost(LONG).until(() -> pauses("true") == 1);
    TestObserver<Void> permit = budget.acquire().test();
    assertFalse(permit.await(2, TimeUnit.SECONDS));

    sql().sql("delete from budget_pause").update();

    permit.awaitDone(1, TimeUnit.MINUTES).assertComplete();
  }

  @Test
  void anotherLimitHoldsFromTheNextStartOn() {
    budget(1).acquire().test().awaitDone(1, TimeUnit.MINUTES).assertComplete();

    SharedBudget next = budget(6_000);

    next.acquire().test().awaitDone(30, TimeUnit.SECONDS).assertComplete();
  }

  @Test
  void aRequestThatIsOverStaysInTheWindow() {
    SharedBudget budget = budget(6_000);
    budget.acquire().test().awaitDone(1, TimeUnit.MINUTES).assertComplete();
    assertEquals(1, requests("not ended"));

    budget.release();

    await().atMost(LONG).until(() -> requests("ended") == 1);
  }

  @Test
  void aPermitThatNobodyWaitsForAnyMoreIsGivenBack() {
    SharedBudget budget = budget(60);
    budget.acquire().test().awaitDone(1, TimeUnit.MINUTES).assertComplete();

    // Again, since one that leaves before its permit is under way takes none.
    await()
        .atMost(LONG)
        .until(
            () -> {
              budget.acquire().test().dispose();
              return requests("ended") > 0;
            });
  }

  @Test
  void aFullWindowMakesWaitUntilThereIsRoom() {
    SharedBudget budget = budget(6_000);
    sql()
        .sql(
            "insert into budget_request (owner, ended, counts_until) select 'another', false,"
                + " clock_timestamp() + interval '1 hour' from generate_series(1, 6000)")
        .update();
    TestObserver<Void> permit = budget.acquire().test();
    await()
        .atMost(LONG)
        .until(() -> sql().sql("select * from bucket").query().listOfRows().size() == 1);
    permit.assertNotComplete();

    sql().sql("delete from budget_request where id % 2 = 0").update();

    permit.awaitDone(1, TimeUnit.MINUTES).assertComplete();
  }

  private static long requests(String which) {
    return count("budget_request where " + which);
  }

  private static long pauses(String which) {
    return count("budget_pause where " + which);
  }

  private static long count(String rows) {
    return sql().sql("select count(*) from " + rows).query(Long.class).single();
  }

  private static JdbcClient sql() {
    return JdbcClient.create(postgres.pool());
  }

  private SharedBudget budget(int perMinute) {
    DataSource pool = postgres.pool();
    Database database = new Database(pool);
    databases.add(database);
    return new SharedBudget(perMinute, pool, database);
  }
}
