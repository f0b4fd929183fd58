package io.github.datalab4j.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;

/** What the iterate operation answers, and what is told about the calls that came. */
final class IterateTest extends WireTest {
  private static final RequestBody ABC =
      RequestBody.create("abc".getBytes(StandardCharsets.US_ASCII), MediaType.get("image/png"));
  private static final String SHA_256_OF_ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @Test
  void anAcceptedCallIsAnsweredWithACheckUrlAndNoId() throws IOException {
    datalab.nextJob(Job.completing().lookupKey("abc123"));

    assertEquals(
        "{\"success\":true,\"response_check_url\":\""
            + datalab.url()
            + "/api/v1/custom_pipelines/abc123\"}",
        client.iterate().text());
  }

  @Test
  void thePartsAreToldAsTheyCame() throws IOException {
    MultipartBody body =
        Client.form("Keep the footnotes")
            .addFormDataPart("files", "scan.png", ABC)
            .addFormDataPart("files", "a b.pdf", Client.bytes("application/pdf", 70_000))
            .addFormDataPart("file_instructions", "[{\"filename\":\"scan.png\"}]")
            .build();
    client.iterate("cp_12345", body);

    ReceivedIteration iteration = datalab.iterations().get(0);
    assertEquals("cp_12345", iteration.processorId());
    assertEquals("Keep the footnotes", iteration.request());
    assertEquals("[{\"filename\":\"scan.png\"}]", iteration.fileInstructions());
    assertEquals(4, iteration.parts().size());
    ReceivedPart scan = iteration.files().get(0);
    assertEquals("scan.png", scan.fileName());
    assertEquals("image/png", scan.mediaType());
    assertEquals(3, scan.size());
    assertEquals(SHA_256_OF_ABC, scan.sha256());
    assertNull(scan.text());
    assertEquals("a b.pdf", iteration.files().get(1).fileName());
    assertEquals(70_000, iteration.files().get(1).size());
  }

  @Test
  void headersOfPartsAreToldInTheirOrder() throws IOException {
    client.iterate("cp_12345", Client.form("x").addFormDataPart("files", "a.png", ABC).build());

    ReceivedPart part = datalab.iterations().get(0).files().get(0);
    assertEquals(
        Arrays.asList("Content-Disposition", "Content-Type", "Content-Length"),
        part.headers().stream().map(Header::name).collect(Collectors.toList()));
    assertEquals(
        "form-data; name=\"files\"; filename=\"a.png\"", part.header("content-disposition"));
  }

  @Test
  void acceptedCallsKnowTheirLookupKeyAndRefusedOnesHaveNone() throws IOException {
    String key = client.accepted();
    client.iterate("cp_unknown", Client.form("x").build());

    assertEquals(key, datalab.iterations().get(0).lookupKey());
    assertTrue(datalab.iterations().get(0).isAccepted());
    assertNull(datalab.iterations().get(1).lookupKey());
    assertFalse(datalab.iterations().get(1).isAccepted());
  }

  @Test
  void theOlderPrefixDoesTheSame() throws IOException {
    Client.Reply reply =
        client.send(
            client
                .request(Client.PIPELINES + "cp_12345/iterate")
                .post(Client.form("x").build())
                .build());

    assertEquals(200, reply.status);
    assertEquals("cp_12345", datalab.iterations().get(0).processorId());
  }

  @Test
  void bothPrefixesLeadToTheStatusOfAJob() throws IOException {
    String key = client.accepted();

    assertEquals("processing", client.get(Client.PIPELINES + key).string("status"));
    assertEquals("completed", client.get(Client.PROCESSORS + key).string("status"));
  }

  @Test
  void aRefusedSubmitIsA200WithoutSuccessAndWithoutUrl() throws IOException {
    datalab.nextJob(Job.refused("Spend cap reached"));

    Client.Reply reply = client.iterate();

    assertEquals(200, reply.status);
    assertEquals(
        "{\"success\":false,\"error\":\"Spend cap reached\",\"response_check_url\":null}",
        reply.text());
    assertFalse(datalab.iterations().get(0).isAccepted());
  }

  @Test
  void anUnknownProcessorIsA404() throws IOException {
    Client.Reply reply = client.iterate("cp_unknown", Client.form("x").build());

    assertEquals(404, reply.status);
    assertEquals("Custom processor not found", reply.string("detail"));
  }

  @Test
  void processorIdsAreDecoded() throws IOException {
    datalab.processor("cp 1+2%");

    assertEquals(200, client.iterate("cp%201+2%25", Client.form("x").build()).status);
  }

  @Test
  void queuedJobsArePlayedInOrderAndThenTheOneForAllOthers() throws IOException {
    datalab.everyJob(Job.words("other"));
    datalab.nextJob(Job.words("first")).nextJob(Job.words("second"));

    assertEquals("first", client.status(client.accepted()).string("status"));
    assertEquals("second", client.status(client.accepted()).string("status"));
    assertEquals("other", client.status(client.accepted()).string("status"));
  }
}
