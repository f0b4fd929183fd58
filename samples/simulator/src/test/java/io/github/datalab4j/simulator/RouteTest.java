package io.github.datalab4j.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which operation a method and a path mean. */
final class RouteTest {
  @ParameterizedTest
  @CsvSource({
    "POST, /api/v1/custom_processors/cp_1/iterate, ITERATE, cp_1",
    "POST, /api/v1/custom_pipelines/cp_1/iterate, ITERATE, cp_1",
    "POST, /api/v1/custom_processors/access/iterate, ITERATE, access",
    "GET, /api/v1/custom_pipelines/k1, STATUS, k1",
    "GET, /api/v1/custom_processors/k1, STATUS, k1",
    "GET, /api/v1/custom_processors/a%20b+c%25, STATUS, a b+c%",
    "GET, /api/v1/custom_processors/gr%C3%BCn, STATUS, grün",
    "GET, /api/v1/custom_pipelines/access, LITERAL, access",
    "GET, /api/v1/custom_processors/creation-allowance, LITERAL, creation-allowance",
    "GET, /api/v1/custom_processors/accessible, STATUS, accessible",
    "GET, /api/v1/custom_processors/cp_1/iterate, WRONG_METHOD, POST",
    "DELETE, /api/v1/custom_pipelines/k1, WRONG_METHOD, GET",
    "GET, /api/v1/custom_pipelines/, UNKNOWN, ''",
    "GET, /api/v1/custom_pipelines/k1/, UNKNOWN, ''",
    "GET, /api/v1/custom_pipelines/a%2Fb, UNKNOWN, ''",
    "GET, /api/v1/custom_pipelines/%zz, UNKNOWN, ''",
    "GET, /api/v2/custom_pipelines/k1, UNKNOWN, ''",
    "POST, /api/v1/custom_processors/cp_1/iterate/x, UNKNOWN, ''",
    "GET, /, UNKNOWN, ''",
    "GET, *, UNKNOWN, ''"
  })
  void routesAre(String method, String path, Route.Operation operation, String id) {
    Route route = Route.of(method, path, "");

    assertEquals(operation, route.operation);
    assertEquals(id, route.id);
  }

  @ParameterizedTest
  @CsvSource({
    "/p/api/v1/custom_pipelines/k1, STATUS",
    "/api/v1/custom_pipelines/k1, UNKNOWN",
    "/p/p/api/v1/custom_pipelines/k1, UNKNOWN",
    "/papi/v1/custom_pipelines/k1, UNKNOWN"
  })
  void aPrefixComesOnce(String path, Route.Operation operation) {
    assertEquals(operation, Route.of("GET", path, "/p").operation);
  }
}
