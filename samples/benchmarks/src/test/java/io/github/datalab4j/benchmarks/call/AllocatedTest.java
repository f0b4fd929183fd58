package io.github.datalab4j.benchmarks.call;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AllocatedTest {
  @Test
  void aCopyOfARequestIsForWhoMadeIt() {
    assertEquals(
        Allocated.FOR_KEY,
        by(
            "java.util.ArrayList.<init>",
            "okhttp3.Headers$Builder.<init>",
            "okhttp3.Request.newBuilder",
            "io.github.datalab4j.KeyInterceptor.intercept",
            "okhttp3.internal.http.RealInterceptorChain.proceed",
            "io.github.datalab4j.RequestInterceptor.intercept"));
  }

  @Test
  void whatOkHttpDoesBelowAnInterceptorIsOkHttps() {
    assertEquals(
        Allocated.FOR_HTTP,
        by(
            "okhttp3.Request.newBuilder",
            "okhttp3.internal.http.BridgeInterceptor.intercept",
            "okhttp3.internal.http.RealInterceptorChain.proceed",
            "io.github.datalab4j.RequestInterceptor.intercept"));
  }

  @Test
  void theCallItselfIsOkHttpsWhoeverMakesIt() {
    assertEquals(
        Allocated.FOR_HTTP,
        by("okhttp3.OkHttpClient.newCall", "io.github.datalab4j.HttpCalls.newCall"));
    assertEquals(Allocated.FOR_HTTP, by("io.github.datalab4j.benchmarks.call.$Proxy6.status"));
  }

  @Test
  void theStepsOfTheLoopAreToldFromItsTimersAndItsPermit() {
    String sleep = "io.github.datalab4j.PollRun.sleep";
    assertEquals(Allocated.FOR_LOOP, by(sleep, "io.github.datalab4j.PollLoop.start"));
    assertEquals(Allocated.FOR_TIMER, by("io.github.datalab4j.PollRun.schedule", sleep));
    assertEquals(Allocated.FOR_PERMIT, by("io.github.datalab4j.PollRun.takePermit", sleep));
  }

  @Test
  void whatNobodyKnowsIsLeft() {
    assertEquals(Allocated.FOR_THE_REST, by("java.util.concurrent.FutureTask.run"));
  }

  private static Allocated by(String... stack) {
    return Allocated.by(Stream.of(stack));
  }
}
