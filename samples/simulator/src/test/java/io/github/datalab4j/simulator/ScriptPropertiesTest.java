package io.github.datalab4j.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

/** Rules that hold for every script, every limit, every bomb. */
final class ScriptPropertiesTest {
  @Property(tries = 200)
  void aJobByPollsEndsAfterExactlySoMany(@ForAll @IntRange(max = 50) int polls) {
    JobRun run = run(Job.completing().after(polls));

    for (int i = 0; i < polls; i++) {
      assertEquals("processing", word(run, i));
    }
    assertEquals("completed", word(run, polls));
    assertEquals("completed", word(run, polls + 1));
  }

  @Property(tries = 200)
  void aJobByTimeEndsAtExactlyItsTime(
      @ForAll @IntRange(min = 1, max = 100_000) int millis,
      @ForAll @Size(min = 1, max = 20) List<@IntRange(max = 20_000) Integer> steps) {
    JobRun run = run(Job.completing().afterMillis(millis));

    long now = 0;
    for (int step : steps) {
      now += step;
      assertEquals(now < millis ? "processing" : "completed", word(run, now));
    }
  }

  @Property(tries = 200)
  void wordsAreSaidInTheirOrder(
      @ForAll @Size(min = 1, max = 10) List<@AlphaChars @StringLength(min = 1) String> words) {
    JobRun run = run(Job.words(words.toArray(new String[0])));

    for (String word : words) {
      assertEquals(word, word(run, 0));
    }
    assertEquals(words.get(words.size() - 1), word(run, 0));
  }

  @Property(tries = 200)
  void aResultIsGivenSoOftenAndNoMore(@ForAll @IntRange(min = 1, max = 20) int times) {
    JobRun run = run(Job.completing().after(0).expiringAfter(times));

    for (int i = 0; i < times; i++) {
      assertEquals("completed", word(run, i));
    }
    assertNull(run.answer(times));
  }

  @Property(tries = 300)
  void noMinuteHasMoreThanTheLimitAndNoneIsRefusedTooMuch(
      @ForAll @IntRange(min = 1, max = 8) int limit,
      @ForAll @Size(max = 60) List<@IntRange(max = 20_000) Integer> steps) {
    RequestWindow window = new RequestWindow(RateLimit.perMinute(limit));
    Deque<Long> lastMinute = new ArrayDeque<>();

    long now = 0;
    for (int step : steps) {
      now += step;
      long begin = now - 60_000;
      lastMinute.removeIf(at -> at <= begin);
      boolean accepted = window.refusal(now) == null;
      assertEquals(lastMinute.size() < limit, accepted);
      if (accepted) {
        lastMinute.add(now);
      }
    }
  }

  @Property(tries = 200)
  void whoWaitsAsToldIsLetIn(
      @ForAll @IntRange(min = 1, max = 5) int limit,
      @ForAll @Size(max = 40) List<@IntRange(max = 5_000) Integer> steps) {
    RequestWindow window = new RequestWindow(RateLimit.perMinute(limit));

    long now = 0;
    for (int step : steps) {
      now += step;
      Answer refusal = window.refusal(now);
      if (refusal != null) {
        String seconds = assertNotNullAnd(Header.first(refusal.headers, "Retry-After"));
        now += Long.parseLong(seconds) * 1000;
        assertNull(window.refusal(now));
      }
    }
  }

  @Property(tries = 5)
  void aBombOfAnySizeIsGoodGzipOfGoodJson(@ForAll @IntRange(max = 3 << 20) int size)
      throws IOException, JsonParser.Malformed {
    byte[] packed = GzipBomb.in(Answer.status(200).field("status", "x"), size).bytes();

    StringBuilder text = new StringBuilder();
    byte[] buffer = new byte[1 << 16];
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        text.append(new String(buffer, 0, count, StandardCharsets.US_ASCII));
      }
    }
    Map<?, ?> json = (Map<?, ?>) assertNotNullAnd(JsonParser.parse(text.toString()));
    assertTrue(String.valueOf(json.get("request_description")).length() >= size);
  }

  private static JobRun run(Job job) {
    return new JobRun(job, "cp_1", "pl_1", null, 0, Long.MAX_VALUE);
  }

  private static String word(JobRun run, long now) {
    return String.valueOf(assertNotNullAnd(run.answer(now)).get("status"));
  }

  private static <T> T assertNotNullAnd(T value) {
    assertNotNull(value);
    return value;
  }
}
