package io.github.datalab4j.benchmarks.call;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a thread of a poll is for: the first whose pattern its name begins with. */
enum ThreadRole {
  CALL("the call's thread", true, "datalab4j-http|OkHttp Dispatcher|OkHttp http:"),
  TIMER("the timer's thread", true, "datalab4j-timer|" + BareTicks.TIMER),
  OBSERVERS("the observers' thread", false, "RxComputation"),
  OTHERS("OkHttp's and Okio's other threads", false, "OkHttp|Okio");

  final String threads;

  /** Whether no poll goes without it, by none of the peers. */
  final boolean inEveryPoll;

  private final Pattern names;

  ThreadRole(String threads, boolean inEveryPoll, String names) {
    this.threads = threads;
    this.inEveryPoll = inEveryPoll;
    this.names = Pattern.compile(names);
  }

  /** That of the thread with this name; none for those of the JVM, and for the one that waits. */
  static Optional<ThreadRole> of(String thread) {
    return Arrays.stream(values())
        .filter(role -> role.names.matcher(thread).lookingAt())
        .findFirst();
  }

  /** Whether the thread with this name has it. */
  boolean isOf(String thread) {
    return of(thread).filter(role -> role == this).isPresent();
  }
}
