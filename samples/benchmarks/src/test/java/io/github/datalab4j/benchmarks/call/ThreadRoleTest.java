package io.github.datalab4j.benchmarks.call;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThreadRoleTest {
  @ParameterizedTest
  @CsvSource({
    "datalab4j-http-1, CALL",
    "OkHttp http://127.0.0.1/..., CALL",
    "OkHttp Dispatcher, CALL",
    "datalab4j-timer, TIMER",
    "timer, TIMER",
    "RxComputationThreadPool-1, OBSERVERS",
    "OkHttp TaskRunner, OTHERS",
    "Okio Watchdog, OTHERS"
  })
  void theThreadsOfAPollHaveTheirRoles(String thread, ThreadRole role) {
    assertEquals(Optional.of(role), ThreadRole.of(thread));
  }

  @Test
  void theThreadsOfTheJvmHaveNone() {
    assertEquals(Optional.empty(), ThreadRole.of("main"));
    assertEquals(Optional.empty(), ThreadRole.of("Common-Cleaner"));
  }
}
