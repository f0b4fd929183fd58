package io.github.datalab4j.benchmarks.call;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What a poll allocates for: the first of these that knows the innermost frame that any knows. */
enum Allocated {
  FOR_KEY(
      "the key: a copy of the request with it, one of the answer without it",
      "io.github.datalab4j.KeyInterceptor"),
  FOR_TAG(
      "the call's tag and the library's name: a copy of the request",
      "io.github.datalab4j.HttpCalls",
      "io.github.datalab4j.Upload"),
  FOR_BOUND(
      "a copy of the answer, with a body that ends at a limit",
      "io.github.datalab4j.AnswerInterceptor",
      "io.github.datalab4j.BoundedBody"),
  FOR_BODY(
      "the body as a whole, its start for the words of an error",
      "io.github.datalab4j.AnswerConverterFactory",
      "io.github.datalab4j.JsonBounds"),
  FOR_CHAIN(
      "a link of OkHttp's chain for each interceptor",
      "okhttp3.internal.http.RealInterceptorChain.copy"),
  FOR_TIMER(
      "the timers of the wait and of the poll's limit; the bare call's callback",
      "io.github.datalab4j.PollRun.schedule",
      "io.github.datalab4j.benchmarks.call.BareTicks.poll",
      "io.github.datalab4j.benchmarks.call.BareTicks$"),
  FOR_PERMIT(
      "the permit of the request budget",
      "io.github.datalab4j.MemoryBudget",
      "io.github.datalab4j.Permit",
      "io.github.datalab4j.PollRun.takePermit",
      "io.github.datalab4j.PollRun$Grant",
      "io.github.datalab4j.SlidingWindow"),
  FOR_OBSERVERS(
      "telling observers on their scheduler",
      "io.github.datalab4j.CallbackScheduler",
      "io.github.datalab4j.PollEvent",
      "io.github.datalab4j.PollLoop",
      "io.github.datalab4j.PollWatcher",
      "io.github.datalab4j.benchmarks.call.BareTicks.tell"),
  FOR_HTTP(
      "OkHttp, Retrofit and Moshi",
      "io.github.datalab4j.benchmarks.call.$Proxy",
      "io.github.datalab4j.client.",
      "com.squareup.moshi.",
      "okhttp3.OkHttpClient",
      "okhttp3.internal.cache.",
      "okhttp3.internal.concurrent.",
      "okhttp3.internal.connection.",
      "okhttp3.internal.http.",
      "okhttp3.internal.http1.",
      "retrofit2."),
  FOR_LOOP(
      "the call as a Single, its answer judged, the steps of the loop", "io.github.datalab4j."),
  FOR_THE_REST("what is left");

  final String what;

  @SuppressWarnings("ImmutableEnumChecker") // it is of List.of
  private final List<String> frames;

  Allocated(String what, String... frames) {
    this.what = what;
    this.frames = List.of(frames);
  }

  /**
   * By where it was allocated.
   *
   * @param stack each frame as class and method, the innermost first
   */
  static Allocated by(Stream<String> stack) {
    return stack
        .flatMap(frame -> Arrays.stream(values()).filter(cause -> cause.knows(frame)).limit(1))
        .findFirst()
        .orElse(FOR_THE_REST);
  }

  private boolean knows(String frame) {
    return frames.stream().anyMatch(frame::startsWith);
  }
}
