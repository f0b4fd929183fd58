package io.github.datalab4j.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Which calls a fault strikes. */
final class FaultTest extends WireTest {
  @Test
  void aFaultStrikesOnlyTheCallsOfItsOperation() throws IOException {
    datalab.fault(On.STATUS, Fault.status(500));

    assertEquals(200, client.iterate().status);
    assertEquals(500, client.status("k").status);
  }

  @Test
  void aFaultStrikesOnlyTheNthCall() throws IOException {
    ActiveFault fault = datalab.fault(On.STATUS.call(2), Fault.status(500));

    assertEquals("404 500 404", threeStatuses());
    assertEquals(1, fault.hits());
  }

  @Test
  void aFaultStrikesTheCallsOfARange() throws IOException {
    ActiveFault fault = datalab.fault(On.STATUS.calls(1, 2), Fault.status(500));

    assertEquals("500 500 404", threeStatuses());
    assertEquals(2, fault.hits());
  }

  @Test
  void aFaultStrikesFromACallOn() throws IOException {
    datalab.fault(On.STATUS.callsFrom(2), Fault.status(500));

    assertEquals("404 500 500", threeStatuses());
  }

  @Test
  void callsAreCountedSinceTheFaultWasSet() throws IOException {
    client.status("k");
    datalab.fault(On.STATUS.call(1), Fault.status(500));

    assertEquals("500 404 404", threeStatuses());
  }

  @Test
  void onlyCallsThatMeetTheConditionAreCounted() throws IOException {
    datalab.fault(
        On.STATUS.when(request -> request.path().endsWith("/b")).call(2), Fault.status(500));

    assertEquals(404, client.status("b").status);
    assertEquals(404, client.status("a").status);
    assertEquals(500, client.status("b").status);
  }

  @Test
  void aConditionThatThrowsIsToldByClose() throws IOException {
    IllegalStateException thrown = throwing();

    assertEquals(404, client.status("k").status);

    assertSame(thrown, assertThrows(AssertionError.class, datalab::close).getCause());
  }

  @Test
  void aConditionThatThrowsIsToldToWhoeverAwaits() throws IOException {
    IllegalStateException thrown = throwing();
    client.status("k");

    AssertionError told =
        assertThrows(AssertionError.class, () -> datalab.awaitStalled(1, 1, TimeUnit.HOURS));

    assertSame(thrown, told.getCause());
    datalab.close(); // it is told once
  }

  @Test
  void aConditionThatThrowsIsToldWithTheRequestThatIsAwaited() throws IOException {
    throwing();
    client.status("k");

    assertThrows(AssertionError.class, () -> datalab.awaitRequest(On.STATUS, 10, TimeUnit.SECONDS));
  }

  private IllegalStateException throwing() {
    IllegalStateException thrown = new IllegalStateException("no such header");
    datalab.fault(
        On.STATUS.when(
            request -> {
              throw thrown;
            }),
        Fault.status(500));
    return thrown;
  }

  @Test
  void theFirstOfTwoAnswersIsGiven() throws IOException {
    datalab.fault(On.STATUS, Fault.status(500));
    datalab.fault(On.ANY, Fault.status(503));

    assertEquals(500, client.status("k").status);
    assertEquals(503, client.iterate().status);
  }

  @Test
  void aRemovedFaultStrikesNoMore() throws IOException {
    ActiveFault fault = datalab.fault(On.STATUS, Fault.status(500));
    fault.remove();

    assertEquals("404 404 404", threeStatuses());
  }

  @Test
  void allFaultsCanBeCleared() throws IOException {
    datalab.fault(On.STATUS, Fault.status(500));
    datalab.fault(On.STATUS, Fault.reset());
    datalab.clearFaults();

    assertEquals("404 404 404", threeStatuses());
  }

  @Test
  void aFaultSaysWhatItIs() {
    assertEquals(
        "ActiveFault{reset at ANSWER_BODY on STATUS call 2, hits=0}",
        datalab.fault(On.STATUS.call(2), Fault.reset().at(Phase.ANSWER_BODY)).toString());
    assertEquals(
        "ActiveFault{answer 503 on ANY, hits=0}",
        datalab.fault(On.ANY, Fault.status(503)).toString());
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> On.STATUS.call(0));
    assertThrows(IllegalArgumentException.class, () -> On.STATUS.calls(3, 2));
    assertThrows(IllegalArgumentException.class, () -> On.CONNECTION.when(request -> true));
    assertThrows(IllegalArgumentException.class, () -> Fault.reset().afterBytes(0));
    assertThrows(IllegalArgumentException.class, () -> Fault.gzipBomb().at(Phase.ANSWER_BODY));
    assertThrows(IllegalArgumentException.class, () -> Fault.answerSlowly(0, 1));
    assertThrows(IllegalArgumentException.class, () -> Job.completing().after(-1));
    assertThrows(IllegalArgumentException.class, () -> Job.words());
    assertThrows(IllegalArgumentException.class, () -> DatalabSimulator.builder().pathPrefix("a/"));
  }

  private String threeStatuses() throws IOException {
    return client.status("k").status
        + " "
        + client.status("k").status
        + " "
        + client.status("k").status;
  }
}
