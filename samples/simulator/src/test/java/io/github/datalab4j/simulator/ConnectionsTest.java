package io.github.datalab4j.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import org.junit.jupiter.api.Test;

/** Listening, refusing, many connections, slow ones, and the end of it all. */
final class ConnectionsTest extends WireTest {
  private static final int MANY = 500;

  @Test
  void refusedConnectionsAreRefusedByTheKernel() {
    datalab.refuseConnections();

    assertThrows(ConnectException.class, () -> new RawClient(datalab).close());
  }

  @Test
  void refusingClosesTheOpenConnections() throws Exception {
    try (RawClient raw = new RawClient(datalab)) {
      assertTrue(datalab.awaitOpenConnections(1, 10, TimeUnit.SECONDS));
      datalab.refuseConnections();

      assertEquals(RawClient.End.CLOSED, raw.readToEnd());
    }
  }

  @Test
  void acceptingGoesOnAtTheSamePortWithTheSameJobs() throws IOException {
    String key = client.accepted();
    int port = datalab.port();

    datalab.refuseConnections().acceptConnections();
    client.http.connectionPool().evictAll();

    assertEquals(port, datalab.port());
    assertEquals("processing", client.status(key).string("status"));
  }

  @Test
  void refusingAndAcceptingTwiceIsAsOnce() throws IOException {
    datalab.refuseConnections().refuseConnections().acceptConnections().acceptConnections();

    assertEquals(404, client.status("k").status);
  }

  @Test
  void closingWhileConnectionsAreRefusedFreesThePort() throws IOException {
    datalab.refuseConnections();
    int port = datalab.port();
    datalab.close();

    try (DatalabSimulator next = DatalabSimulator.builder().port(port).start()) {
      assertEquals(port, next.port());
    }
  }

  @Test
  void onlyLoopbackIsListenedTo() throws SocketException {
    for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
      for (InetAddress address : Collections.list(network.getInetAddresses())) {
        if (!address.isLoopbackAddress()) {
          assertThrows(
              IOException.class, () -> new Socket(address, datalab.port()).close(), "" + address);
        }
      }
    }
  }

  @Test
  void manyConnectionsNeedOneThread() throws Exception {
    datalab.fault(On.STATUS, Fault.stall());
    int threads = Thread.getAllStackTraces().size();
    List<RawClient> all = new ArrayList<>();
    try {
      for (int i = 0; i < MANY; i++) {
        all.add(new RawClient(datalab).get(Client.PIPELINES + "k"));
      }
      assertTrue(datalab.awaitStalled(MANY, 20, TimeUnit.SECONDS));
      assertEquals(MANY, datalab.openConnections());
      assertTrue(Thread.getAllStackTraces().size() <= threads + 1);
      datalab.release();
      for (RawClient raw : all) {
        raw.readBytes(12);
        assertEquals("HTTP/1.1 404", raw.text());
      }
    } finally {
      for (RawClient raw : all) {
        raw.close();
      }
    }
  }

  @Test
  void aSlowReaderHoldsTheUploadBack() throws Exception {
    datalab.fault(On.ITERATE, Fault.readSlowly(1_000_000, 1_000));
    upload(50_000_000).enqueue(new IgnoringCallback());
    ReceivedRequest request = datalab.awaitRequest(On.ITERATE, 10, TimeUnit.SECONDS);
    assertTrue(time.awaitPending(1, 10, TimeUnit.SECONDS));
    long before = request.bodyBytes();

    time.advance(1, TimeUnit.SECONDS);

    assertTrue(request.awaitBodyBytes(before + 1, 10, TimeUnit.SECONDS));
    assertFalse(request.isBodyComplete());
  }

  @Test
  void aSlowReaderReadsToTheEnd() throws IOException {
    restart(DatalabSimulator.builder(), new HurryingTime());
    datalab.fault(On.ITERATE, Fault.readSlowly(1_000, 1_000));

    new Client.Reply(upload(60_000).execute());

    assertEquals(60_000, datalab.iterations().get(0).files().get(0).size());
    assertTrue(datalab.iterations().get(0).isAccepted());
  }

  @Test
  void closingDuringAnUploadEndsIt() throws Exception {
    Call upload = upload(50_000_000);
    datalab.fault(On.ITERATE, Fault.stall().at(Phase.REQUEST_BODY));
    RecordingCallback end = new RecordingCallback();
    upload.enqueue(end);
    datalab.awaitRequest(On.ITERATE, 10, TimeUnit.SECONDS);

    datalab.close();

    assertTrue(end.awaitFailure(10, TimeUnit.SECONDS));
  }

  @Test
  void closingTwiceIsAsOnce() {
    datalab.close();
    datalab.close();

    assertEquals(0, simulatorThreads().size());
  }

  private Call upload(int bytes) {
    return client.http.newCall(
        client.iterateRequest(
            "cp_12345",
            Client.form("x")
                .addFormDataPart("files", "a.pdf", Client.bytes("application/pdf", bytes))
                .build()));
  }
}
