package io.github.datalab4j.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fault on every operation: it strikes, and the simulator goes on as if nothing had been. */
final class EveryFaultTest extends WireTest {
  /** By the name of the method that makes it. */
  private static Map<String, Fault> faults() {
    Map<String, Fault> faults = new LinkedHashMap<>();
    faults.put("reset", Fault.reset());
    faults.put("close", Fault.close());
    faults.put("stall", Fault.stall());
    faults.put("delayMillis", Fault.delayMillis(1_000));
    faults.put("readSlowly", Fault.readSlowly(1, 1_000));
    faults.put("answerSlowly", Fault.answerSlowly());
    faults.put("answer", Fault.answer(Answer.status(503).header("Retry-After", "0")));
    faults.put("interim", Fault.interim(102));
    faults.put("closeAfterAnswer", Fault.closeAfterAnswer());
    faults.put("status", Fault.status(529));
    faults.put("html", Fault.html(502));
    faults.put("redirect", Fault.redirect(307, "http://127.0.0.1:1/"));
    faults.put("header", Fault.header("Retry-After", "1"));
    faults.put("field", Fault.field("status", 7));
    faults.put("withoutField", Fault.withoutField("status"));
    faults.put("emptyBody", Fault.emptyBody());
    faults.put("truncatedJson", Fault.truncatedJson());
    faults.put("malformedJson", Fault.malformedJson());
    faults.put("duplicateKeys", Fault.duplicateKeys());
    faults.put("notANumber", Fault.notANumber());
    faults.put("byteOrderMark", Fault.byteOrderMark());
    faults.put("wrongCharset", Fault.wrongCharset());
    faults.put("loneSurrogates", Fault.loneSurrogates());
    faults.put("invalidUtf8", Fault.invalidUtf8());
    faults.put("deepJson", Fault.deepJson(1_000));
    faults.put("manyValues", Fault.manyValues(10_000));
    faults.put("longString", Fault.longString(100_000));
    faults.put("gzipBomb", Fault.gzipBomb(1 << 20));
    faults.put("endlessBody", Fault.endlessBody());
    faults.put("endlessGzipHeader", Fault.endlessGzipHeader());
    faults.put("contentLengthTooLong", Fault.contentLengthTooLong());
    faults.put("contentLengthTooShort", Fault.contentLengthTooShort());
    return faults;
  }

  static Stream<Arguments> faultsAndOperations() {
    return faults().entrySet().stream()
        .flatMap(
            fault ->
                Stream.of(On.ITERATE, On.STATUS)
                    .map(on -> Arguments.of(fault.getKey(), fault.getValue(), on)));
  }

  @Test
  void noFaultIsForgottenHere() {
    Set<String> methods =
        Arrays.stream(Fault.class.getDeclaredMethods())
            .filter(method -> Modifier.isStatic(method.getModifiers()))
            .filter(method -> Modifier.isPublic(method.getModifiers()))
            .map(Method::getName)
            .collect(Collectors.toCollection(TreeSet::new));

    assertEquals(methods, new TreeSet<>(faults().keySet()));
  }

  @ParameterizedTest(name = "{0} on {2}")
  @MethodSource("faultsAndOperations")
  void afterTheFaultTheNextCallIsServedAsEver(String name, Fault fault, On on) throws Exception {
    String key = datalab.startJob("cp_12345", Job.neverEnding());
    ActiveFault active = datalab.fault(on.call(1), fault);
    try (RawClient raw = new RawClient(datalab)) {
      send(raw, on, key);
      ReceivedRequest struck = datalab.awaitRequest(on, 10, TimeUnit.SECONDS);
      assertEquals(1, active.hits(), name);

      assertEquals(200, on.equals(On.ITERATE) ? client.iterate().status : statusOf(key), name);
      assertEquals(struck, datalab.requests(on).get(0), name);
    }
  }

  @ParameterizedTest(name = "{0} on {2}")
  @MethodSource("faultsAndOperations")
  void closingInTheMiddleOfTheFaultLeavesNothing(String name, Fault fault, On on) throws Exception {
    String key = datalab.startJob("cp_12345", Job.neverEnding());
    datalab.fault(on, fault);
    try (RawClient raw = new RawClient(datalab)) {
      send(raw, on, key);
      datalab.awaitRequest(on, 10, TimeUnit.SECONDS);

      datalab.close();

      assertEquals(0, datalab.openConnections(), name);
      assertTrue(simulatorThreads().isEmpty(), name);
    }
  }

  private int statusOf(String key) throws IOException {
    return client.status(key).status;
  }

  private static void send(RawClient raw, On on, String key) throws IOException {
    if (on.equals(On.STATUS)) {
      raw.get(Client.PIPELINES + key);
    } else {
      raw.postHead(RawClient.FORM.length()).send(RawClient.FORM);
    }
  }
}
