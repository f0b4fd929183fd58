package io.github.datalab4j.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** How jobs go on by the simulator's time, end, and are deleted. */
final class LifeOfAJobTest extends WireTest {
  @Test
  void aJobByTimeEndsWhenItsTimeHasPassedHoweverOftenItIsAsked() throws IOException {
    datalab.nextJob(Job.completing().after(5, TimeUnit.SECONDS));
    String key = client.accepted();

    assertEquals("processing", client.status(key).string("status"));
    assertEquals("processing", client.status(key).string("status"));
    time.advance(4_999, TimeUnit.MILLISECONDS);
    assertEquals("processing", client.status(key).string("status"));
    time.advance(1, TimeUnit.MILLISECONDS);
    assertEquals("completed", client.status(key).string("status"));
  }

  @Test
  void aJobByTimeEndsAtItsTimeEvenIfAskedLater() throws IOException {
    datalab.nextJob(Job.completing().afterMillis(1_500));
    String key = client.accepted();
    time.advance(10, TimeUnit.SECONDS);

    Client.Reply reply = client.status(key);

    assertEquals("2026-01-01T00:00:01.500000", reply.string("completed_at"));
    assertEquals("1.5", reply.string("runtime"));
  }

  @Test
  void wordsShareTheTimeOfAJobByTime() throws IOException {
    datalab.nextJob(Job.completing().meanwhile("queued", "running").afterMillis(1_000));
    String key = client.accepted();

    assertEquals("queued", client.status(key).string("status"));
    time.advance(500, TimeUnit.MILLISECONDS);
    assertEquals("running", client.status(key).string("status"));
    time.advance(500, TimeUnit.MILLISECONDS);
    assertEquals("completed", client.status(key).string("status"));
  }

  @Test
  void theLastWordMeanwhileIsRepeatedUntilTheEnd() throws IOException {
    datalab.nextJob(Job.completing().meanwhile("queued", "running").after(3));
    String key = client.accepted();

    assertEquals("queued", client.status(key).string("status"));
    assertEquals("running", client.status(key).string("status"));
    assertEquals("running", client.status(key).string("status"));
    assertEquals("completed", client.status(key).string("status"));
  }

  @Test
  void resultsAreDeletedAnHourAfterTheEnd() throws IOException {
    datalab.nextJob(Job.completing().after(0));
    String key = client.accepted();

    assertEquals(200, client.status(key).status);
    time.advance(3_599, TimeUnit.SECONDS);
    assertEquals(200, client.status(key).status);
    time.advance(1, TimeUnit.SECONDS);
    assertEquals(404, client.status(key).status);
  }

  @Test
  void aJobThatIsNotAtItsEndIsNotDeleted() throws IOException {
    datalab.nextJob(Job.neverEnding());
    String key = client.accepted();
    time.advance(30, TimeUnit.DAYS);

    assertEquals(200, client.status(key).status);
  }

  @Test
  void anotherTimeToKeepResultsCanBeSet() throws IOException {
    restart(DatalabSimulator.builder().keepResults(10, TimeUnit.SECONDS));
    datalab.everyJob(Job.completing().after(0));
    String key = client.accepted();
    assertEquals(200, client.status(key).status);
    time.advance(10, TimeUnit.SECONDS);

    assertEquals(404, client.status(key).status);
  }

  @Test
  void aResultCanBeDeletedAfterItWasGivenOnce() throws IOException {
    datalab.nextJob(Job.completing().expiringAfter(1));
    String key = client.accepted();

    assertEquals("processing", client.status(key).string("status"));
    assertEquals("completed", client.status(key).string("status"));
    assertEquals(404, client.status(key).status);
  }

  @Test
  void aResultCanBeDeletedAtOnce() throws IOException {
    datalab.nextJob(Job.completing().expiringAfterMillis(0));
    String key = client.accepted();

    assertEquals(200, client.status(key).status);
    assertEquals(404, client.status(key).status);
  }

  @Test
  void aJobCanBeStartedWithoutACall() throws IOException {
    String key = datalab.startJob("cp_9", Job.words("running", "completed"));

    assertEquals("running", client.status(key).string("status"));
    assertEquals("cp_9", client.status(key).string("processor_id"));
    assertEquals(0, datalab.iterations().size());
  }

  @Test
  void aRefusedJobCannotBeStarted() {
    assertThrows(IllegalArgumentException.class, () -> datalab.startJob("cp_9", Job.refused("no")));
  }

  @Test
  void aSeedGivesTheSameIdsAgain() throws IOException {
    restart(DatalabSimulator.builder().random(new Random(7)));
    String first = client.accepted();
    String second = client.accepted();
    restart(DatalabSimulator.builder().random(new Random(7)));

    assertEquals(first, client.accepted());
    assertEquals(second, client.accepted());
    assertNotEquals(first, second);
  }

  @Test
  void checkUrlsFollowTheTemplateOfTheSimulator() throws IOException {
    restart(DatalabSimulator.builder().checkUrl(CheckUrl.RELATIVE_PROCESSORS));
    datalab.nextJob(Job.completing().lookupKey("k1"));

    assertEquals("/api/v1/custom_processors/k1", client.iterate().string("response_check_url"));
  }

  @Test
  void checkUrlsFollowTheTemplateOfTheJobFirst() throws IOException {
    datalab.nextJob(Job.completing().lookupKey("k1").checkUrl(CheckUrl.OTHER_HOST));
    datalab.nextJob(Job.completing().lookupKey("k2").checkUrl("//evil.example/{lookup_key}?a=1"));

    assertEquals(
        "https://api.datalab.to/api/v1/custom_pipelines/k1",
        client.iterate().string("response_check_url"));
    assertEquals("//evil.example/k2?a=1", client.iterate().string("response_check_url"));
  }

  @Test
  void everythingCanLieUnderAPrefix() throws IOException {
    restart(DatalabSimulator.builder().pathPrefix("/gateway/datalab"));

    String url = client.iterate().string("response_check_url");

    assertEquals(true, url.startsWith(datalab.url() + Client.PIPELINES), url);
    assertEquals("processing", client.get(url).string("status"));
    assertEquals(
        404, client.get("http://127.0.0.1:" + datalab.port() + Client.PIPELINES + "k").status);
  }
}
