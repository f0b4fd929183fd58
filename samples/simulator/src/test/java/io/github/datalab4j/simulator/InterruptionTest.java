package io.github.datalab4j.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Resets, closes, stalls and delays in every phase, as they are seen on the wire. */
final class InterruptionTest extends WireTest {
  private RawClient raw;

  @BeforeEach
  void openConnection() throws Exception {
    raw = new RawClient(datalab);
    // A connection is open for the client before the simulator has taken it up.
    assertTrue(datalab.awaitOpenConnections(1, 10, TimeUnit.SECONDS));
  }

  @AfterEach
  void closeConnection() throws IOException {
    raw.close();
  }

  @ParameterizedTest
  @EnumSource(Phase.class)
  void resetIsAResetInEveryPhase(Phase phase) throws IOException {
    datalab.fault(On.ITERATE, Fault.reset().at(phase));

    sendUpTo(phase);

    assertEquals(RawClient.End.RESET, raw.readToEnd());
    assertSent(phase);
  }

  @ParameterizedTest
  @EnumSource(Phase.class)
  void closeIsAnEndOfStreamInEveryPhase(Phase phase) throws IOException {
    datalab.fault(On.ITERATE, Fault.close().at(phase));

    sendUpTo(phase);

    assertEquals(RawClient.End.CLOSED, raw.readToEnd());
    assertSent(phase);
  }

  @ParameterizedTest
  @EnumSource(Phase.class)
  void stallIsSilenceInEveryPhaseUntilTheRelease(Phase phase) throws Exception {
    datalab.fault(On.ITERATE, Fault.stall().at(phase));
    sendUpTo(phase);
    readUpTo(phase);

    assertEquals(RawClient.End.SILENT, raw.readWhatComes());
    assertSent(phase);
    releaseStall();
    sendRest(phase);
    raw.readUntil("\"}");

    assertTrue(raw.body().endsWith("\"}"), raw.text());
    assertTrue(datalab.iterations().get(0).isAccepted());
  }

  @ParameterizedTest
  @EnumSource(Phase.class)
  void delayIsSilenceInEveryPhaseUntilTheTimeHasPassed(Phase phase) throws Exception {
    datalab.fault(On.ITERATE, Fault.delayMillis(30_000).at(phase));
    sendUpTo(phase);
    readUpTo(phase);
    assertTrue(time.awaitPending(1, 10, TimeUnit.SECONDS));
    assertEquals(RawClient.End.SILENT, raw.readWhatComes());
    assertSent(phase);

    time.advance(30, TimeUnit.SECONDS);
    sendRest(phase);
    raw.readUntil("\"}");

    assertTrue(raw.body().endsWith("\"}"), raw.text());
  }

  @ParameterizedTest
  @EnumSource(
      value = Phase.class,
      names = {"REQUEST_HEAD", "REQUEST_BODY"})
  void whatEndsInARequestPhaseMakesNoJob(Phase phase) throws IOException {
    datalab.fault(On.ITERATE, Fault.reset().at(phase));
    sendUpTo(phase);
    raw.readToEnd();

    assertEquals(0, datalab.iterations().size());
    assertFalse(datalab.requests().get(0).isBodyComplete());
  }

  @ParameterizedTest
  @EnumSource(
      value = Phase.class,
      names = {"BEFORE_ANSWER", "ANSWER_HEAD", "ANSWER_BODY"})
  void whatEndsInAnAnswerPhaseHasMadeAJob(Phase phase) throws IOException {
    datalab.fault(On.ITERATE, Fault.reset().at(phase));
    sendUpTo(phase);
    raw.readToEnd();

    assertTrue(datalab.iterations().get(0).isAccepted());
    assertFalse(datalab.requests().get(0).isAnswered());
  }

  @Test
  void whatTheSimulatorClosedWasNotClosedByTheClient() throws Exception {
    datalab.fault(On.ITERATE, Fault.close());
    sendUpTo(Phase.BEFORE_ANSWER);
    raw.readToEnd();

    assertTrue(datalab.awaitOpenConnections(0, 10, TimeUnit.SECONDS));
    assertFalse(datalab.requests().get(0).isClosedByClient());
  }

  @Test
  void theBodyOfARequestIsInterruptedAfterThatManyBytes() throws IOException {
    datalab.fault(On.ITERATE, Fault.reset().at(Phase.REQUEST_BODY).afterBytes(10));

    raw.postHead(1000).send("123456789");
    assertEquals(RawClient.End.SILENT, raw.readWhatComes());
    raw.send("0");

    assertEquals(RawClient.End.RESET, raw.readToEnd());
    assertEquals(10, datalab.requests().get(0).bodyBytes());
  }

  @Test
  void theBodyOfAnAnswerIsInterruptedAfterThatManyBytes() throws IOException {
    datalab.fault(On.STATUS, Fault.close().at(Phase.ANSWER_BODY).afterBytes(7));

    raw.get(Client.PIPELINES + datalab.startJob("cp_1", Job.completing()));

    assertEquals(RawClient.End.CLOSED, raw.readToEnd());
    assertEquals("{\"statu", raw.body());
  }

  @Test
  void aBodyOfNoDeclaredLengthIsInterruptedAtItsFirstByte() throws IOException {
    datalab.fault(On.ITERATE, Fault.reset().at(Phase.REQUEST_BODY));

    raw.send(
        "POST /api/v1/custom_processors/cp_12345/iterate HTTP/1.1\r\nHost: h\r\n"
            + "Transfer-Encoding: chunked\r\n\r\n1\r\na\r\n");

    assertEquals(RawClient.End.RESET, raw.readToEnd());
  }

  @Test
  void aConnectionCanBeResetBeforeAnythingIsRead() throws IOException {
    datalab.fault(On.CONNECTION.call(1), Fault.reset());

    try (RawClient second = new RawClient(datalab)) {
      assertEquals(RawClient.End.RESET, second.readToEnd());
    }
  }

  @Test
  void aConnectionCanBeClosedBeforeAnythingIsRead() throws IOException {
    datalab.fault(On.CONNECTION, Fault.close());

    try (RawClient second = new RawClient(datalab)) {
      assertEquals(RawClient.End.CLOSED, second.readToEnd());
    }
  }

  @Test
  void aConnectionCanStallBeforeAnythingIsRead() throws Exception {
    datalab.fault(On.CONNECTION, Fault.stall());

    try (RawClient second = new RawClient(datalab)) {
      second.get(Client.PIPELINES + "k");
      assertEquals(RawClient.End.SILENT, second.readWhatComes());
      assertEquals(0, datalab.requests().size());
      releaseStall();
      second.readBytes(12);
      assertEquals("HTTP/1.1 404", second.text());
    }
  }

  @Test
  void severalFaultsPlayInTheOrderOfTheirPhases() throws Exception {
    datalab.fault(On.ITERATE, Fault.reset().at(Phase.ANSWER_BODY));
    datalab.fault(On.ITERATE, Fault.stall().at(Phase.REQUEST_HEAD));

    sendUpTo(Phase.REQUEST_HEAD);
    assertEquals(RawClient.End.SILENT, raw.readWhatComes());
    releaseStall();
    raw.send(RawClient.FORM);

    assertEquals(RawClient.End.RESET, raw.readToEnd());
    assertTrue(raw.text().startsWith("HTTP/1.1 200"), raw.text());
  }

  private void sendUpTo(Phase phase) throws IOException {
    raw.postHead(RawClient.FORM.length());
    if (phase == Phase.REQUEST_BODY) {
      raw.send(RawClient.FORM.substring(0, RawClient.FORM.length() / 2));
    } else if (phase != Phase.REQUEST_HEAD) {
      raw.send(RawClient.FORM);
    }
  }

  private void sendRest(Phase phase) throws IOException {
    if (phase == Phase.REQUEST_BODY) {
      raw.send(RawClient.FORM.substring(RawClient.FORM.length() / 2));
    } else if (phase == Phase.REQUEST_HEAD) {
      raw.send(RawClient.FORM);
    }
  }

  private void readUpTo(Phase phase) throws IOException {
    if (phase == Phase.ANSWER_HEAD) {
      raw.readUntil("HTTP/1.1 200");
    } else if (phase == Phase.ANSWER_BODY) {
      raw.readUntil("{\"success\"");
    }
  }

  private void assertSent(Phase phase) {
    String text = raw.text();
    if (phase == Phase.ANSWER_BODY) {
      assertTrue(raw.body().startsWith("{\"success\""), text);
      assertFalse(raw.body().endsWith("}"), text);
    } else if (phase == Phase.ANSWER_HEAD) {
      assertTrue(text.startsWith("HTTP/1.1 200"), text);
      assertFalse(text.contains("\r\n\r\n"), text);
    } else {
      assertEquals("", text);
    }
  }
}
