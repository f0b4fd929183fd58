package io.github.datalab4j.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;

/** What is refused, and in which words. */
final class RefusalTest extends WireTest {
  private static final RequestBody PAGE = Client.bytes("application/pdf", 10);

  @Test
  void aCallWithoutAKeyIsA401() throws IOException {
    Request request = client.request(Client.PIPELINES + "k").removeHeader("X-API-Key").build();

    assertRefused(401, "{\"detail\":\"Not authenticated\"}", client.send(request));
  }

  @Test
  void aWrongKeyIsA401() throws IOException {
    Request request = client.request(Client.PIPELINES + "k").header("X-API-Key", "other").build();

    assertRefused(401, "{\"detail\":\"Invalid API key\"}", client.send(request));
  }

  @Test
  void aKeyWithoutAccessIsA403() throws IOException {
    restart(DatalabSimulator.builder().forbiddenApiKey("poor"));
    Request request = client.request(Client.PIPELINES + "k").header("X-API-Key", "poor").build();

    assertRefused(
        403,
        "{\"detail\":\"This API key has no access to custom processors\"}",
        client.send(request));
  }

  @Test
  void withoutAnyKeySetEveryCallIsLetIn() throws IOException {
    try (DatalabSimulator open = DatalabSimulator.builder().start();
        Client other = new Client(open)) {
      String key = open.startJob("cp_1", Job.completing());
      Request request = other.request(Client.PIPELINES + key).removeHeader("X-API-Key").build();

      assertEquals(200, other.send(request).status);
    }
  }

  @Test
  void anUnknownKeyIsA404() throws IOException {
    assertRefused(404, "{\"detail\":\"Request not found\"}", client.status("nothing"));
  }

  @Test
  void anUnknownPathIsA404() throws IOException {
    assertRefused(404, "{\"detail\":\"Not Found\"}", client.get("/api/v1/elsewhere"));
  }

  @Test
  void anEncodedSlashInAKeyIsNoKey() throws IOException {
    assertRefused(404, "{\"detail\":\"Not Found\"}", client.get(Client.PIPELINES + "a%2Fb"));
  }

  @Test
  void literalRoutesAreNoKeys() throws IOException {
    assertRefused(200, "{\"allowed\":true}", client.get(Client.PIPELINES + "access"));
    assertRefused(200, "{\"allowed\":true}", client.get(Client.PROCESSORS + "creation-allowance"));
  }

  @Test
  void anotherMethodIsA405() throws IOException {
    Client.Reply reply = client.send(client.request(Client.PIPELINES + "k").delete().build());

    assertRefused(405, "{\"detail\":\"Method Not Allowed\"}", reply);
    assertEquals("GET", reply.headers.get("allow"));
  }

  @Test
  void aMissingRequestIsA422() throws IOException {
    assertRefused(
        422,
        "{\"detail\":[{\"type\":\"missing\",\"loc\":[\"body\",\"request\"],"
            + "\"msg\":\"Field required\",\"input\":null}]}",
        client.iterate("cp_12345", file("a.pdf").build()));
  }

  @Test
  void anEmptyRequestIsMissing() throws IOException {
    Client.Reply reply = client.iterate("cp_12345", Client.form("").build());

    assertEquals(422, reply.status);
  }

  @Test
  void aBodyThatIsNoFormLacksItsRequest() throws IOException {
    RequestBody json = RequestBody.create("{}", MediaType.get("application/json"));

    assertEquals(422, client.iterate("cp_12345", json).status);
  }

  @Test
  void aFileThatIsATextIsA422WithAMixedLocation() throws IOException {
    MultipartBody body =
        Client.form("x")
            .addFormDataPart("files", "a.pdf", PAGE)
            .addFormDataPart("files", "no file")
            .build();

    assertRefused(
        422,
        "{\"detail\":[{\"type\":\"value_error\",\"loc\":[\"body\",\"files\",1],"
            + "\"msg\":\"Value error, Expected UploadFile, received: <class 'str'>\","
            + "\"input\":\"no file\",\"ctx\":{\"error\":{}}}]}",
        client.iterate("cp_12345", body));
  }

  @Test
  void fileInstructionsThatAreNotJsonAreA422WithThePlace() throws IOException {
    assertRefused(
        422,
        "{\"detail\":[{\"type\":\"json_invalid\",\"loc\":[\"body\",\"file_instructions\",3],"
            + "\"msg\":\"JSON decode error\",\"input\":{},"
            + "\"ctx\":{\"error\":\"Expecting value\"}}]}",
        client.iterate("cp_12345", instructed("[1,]")));
  }

  @Test
  void fileInstructionsThatAreNoArrayAreA422() throws IOException {
    assertRefused(
        422,
        "{\"detail\":[{\"type\":\"list_type\",\"loc\":[\"body\",\"file_instructions\"],"
            + "\"msg\":\"Input should be a valid list\",\"input\":{\"a\":1}}]}",
        client.iterate("cp_12345", instructed("{\"a\":1}")));
  }

  @Test
  void instructionsForAFileThatWasNotSentAreA422() throws IOException {
    assertRefused(
        422,
        "{\"detail\":[{\"type\":\"value_error\","
            + "\"loc\":[\"body\",\"file_instructions\",1,\"filename\"],"
            + "\"msg\":\"Value error, filename does not match any uploaded file\","
            + "\"input\":\"b.pdf\",\"ctx\":{\"error\":{}}}]}",
        client.iterate(
            "cp_12345", instructed("[{\"filename\":\"a.pdf\"},{\"filename\":\"b.pdf\"}]")));
  }

  @Test
  void instructionsWithoutAFileNameAreA422() throws IOException {
    Client.Reply reply = client.iterate("cp_12345", instructed("[{\"page\":3}]"));

    assertEquals(
        "{\"detail\":[{\"type\":\"missing\",\"loc\":[\"body\",\"file_instructions\",0,\"filename\"],"
            + "\"msg\":\"Field required\",\"input\":{\"page\":3}}]}",
        reply.text());
  }

  @Test
  void instructionsThatAreNoObjectAreA422() throws IOException {
    assertEquals(422, client.iterate("cp_12345", instructed("[3]")).status);
  }

  @Test
  void anyFileInstructionsCanBeAccepted() throws IOException {
    restart(DatalabSimulator.builder().acceptAnyFileInstructions());

    assertEquals(200, client.iterate("cp_12345", instructed("not JSON")).status);
  }

  @Test
  void severalDefectsAreToldTogether() throws IOException {
    MultipartBody body = file("a.pdf").addFormDataPart("file_instructions", "{").build();

    String text = client.iterate("cp_12345", body).text();

    assertEquals(3, text.split("\"loc\"", -1).length, text);
  }

  @Test
  void aFileAboveTheLimitIsA413() throws IOException {
    restart(DatalabSimulator.builder().maxFileBytes(9));

    assertRefused(
        413,
        "{\"detail\":\"File too large\"}",
        client.iterate("cp_12345", file("a.pdf").addFormDataPart("request", "x").build()));
  }

  @Test
  void aTextAboveTheLimitIsA413() throws IOException {
    restart(DatalabSimulator.builder().maxTextBytes(3));

    assertRefused(
        413,
        "{\"detail\":\"Field too large\"}",
        client.iterate("cp_12345", Client.form("four").build()));
  }

  @Test
  void aFormWithoutABoundaryIsA400() throws IOException {
    RequestBody body = RequestBody.create("x", MediaType.get("multipart/form-data"));

    assertRefused(
        400, "{\"detail\":\"Missing boundary in multipart.\"}", client.iterate("cp_12345", body));
  }

  @Test
  void aFormWithoutItsEndIsA400() throws IOException {
    RequestBody body =
        RequestBody.create("--b\r\n\r\nabc", MediaType.get("multipart/form-data; boundary=b"));

    assertRefused(
        400,
        "{\"detail\":\"There was an error parsing the body\"}",
        client.iterate("cp_12345", body));
  }

  @Test
  void aRefusedCallMakesNoJob() throws IOException {
    datalab.nextJob(Job.words("mine"));
    client.iterate("cp_12345", Client.form("").build());

    assertEquals("mine", client.status(client.accepted()).string("status"));
  }

  private static void assertRefused(int status, String text, Client.Reply reply) {
    assertEquals(text, reply.text());
    assertEquals(status, reply.status);
    assertEquals("application/json", reply.headers.get("content-type"));
  }

  private static MultipartBody.Builder file(String name) {
    return Client.form(null).addFormDataPart("files", name, PAGE);
  }

  private static MultipartBody instructed(String instructions) {
    return file("a.pdf")
        .addFormDataPart("request", "x")
        .addFormDataPart("file_instructions", instructions)
        .build();
  }
}
