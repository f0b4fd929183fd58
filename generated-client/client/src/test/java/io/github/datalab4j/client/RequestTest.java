package io.github.datalab4j.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.github.datalab4j.client.api.IterateCustomPipelineParts;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import okhttp3.mockwebserver.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Both operations on the wire. */
final class RequestTest {
  @RegisterExtension final ClientFixture fixture = new ClientFixture();

  private static MultipartBody.Part file(String name, String type, String content) {
    return IterateCustomPipelineParts.files(
        name, RequestBody.create(content.getBytes(UTF_8), MediaType.get(type)));
  }

  private RecordedRequest iterate(List<MultipartBody.Part> files, String instructions) {
    fixture.enqueueJson(ClientFixture.ACCEPTED);
    fixture
        .processors()
        .iterateCustomPipeline("cp_1", "Keep \"footnotes\"", files, instructions, null, null)
        .ignoreElement()
        .blockingAwait();
    return fixture.taken();
  }

  private static String body(RecordedRequest request) {
    String boundary = request.getHeader("Content-Type").replaceFirst(".*boundary=", "");
    return request.getBody().readUtf8().replace(boundary, "BOUNDARY");
  }

  @Test
  void twoFilesGoOutWithTheirOwnNamesAndTypes() {
    RecordedRequest request =
        iterate(
            Arrays.asList(
                file("one.pdf", "application/pdf", "%PDF"), file("två.png", "image/png", "PNG")),
            "[{\"filename\":\"one.pdf\"}]");

    assertEquals(
        "--BOUNDARY\r\n"
            + "Content-Disposition: form-data; name=\"request\"\r\n"
            + "Content-Transfer-Encoding: binary\r\n"
            + "Content-Type: text/plain; charset=utf-8\r\n"
            + "Content-Length: 16\r\n"
            + "\r\n"
            + "Keep \"footnotes\"\r\n"
            + "--BOUNDARY\r\n"
            + "Content-Disposition: form-data; name=\"files\"; filename=\"one.pdf\"\r\n"
            + "Content-Type: application/pdf\r\n"
            + "Content-Length: 4\r\n"
            + "\r\n"
            + "%PDF\r\n"
            + "--BOUNDARY\r\n"
            + "Content-Disposition: form-data; name=\"files\"; filename=\"två.png\"\r\n"
            + "Content-Type: image/png\r\n"
            + "Content-Length: 3\r\n"
            + "\r\n"
            + "PNG\r\n"
            + "--BOUNDARY\r\n"
            + "Content-Disposition: form-data; name=\"file_instructions\"\r\n"
            + "Content-Transfer-Encoding: binary\r\n"
            + "Content-Type: text/plain; charset=utf-8\r\n"
            + "Content-Length: 24\r\n"
            + "\r\n"
            + "[{\"filename\":\"one.pdf\"}]\r\n"
            + "--BOUNDARY--\r\n",
        body(request));
  }

  @Test
  void whatIsNotGivenIsNotSent() {
    assertEquals(
        "--BOUNDARY\r\n"
            + "Content-Disposition: form-data; name=\"request\"\r\n"
            + "Content-Transfer-Encoding: binary\r\n"
            + "Content-Type: text/plain; charset=utf-8\r\n"
            + "Content-Length: 16\r\n"
            + "\r\n"
            + "Keep \"footnotes\"\r\n"
            + "--BOUNDARY--\r\n",
        body(iterate(null, null)));
  }

  @Test
  void pathParametersAreEncoded() {
    fixture.enqueueJson(ClientFixture.ACCEPTED);
    fixture
        .processors()
        .iterateCustomPipeline("cp/1?a#b%", "r", null, null, null, null)
        .ignoreElement()
        .blockingAwait();

    RecordedRequest request = fixture.taken();
    assertEquals("POST", request.getMethod());
    assertEquals("/api/v1/custom_processors/cp%2F1%3Fa%23b%25/iterate", request.getPath());
  }

  @Test
  @SuppressWarnings("deprecation")
  void bothCookiesAreJoinedInOneHeader() {
    fixture.enqueueJson(ClientFixture.PROCESSING);
    fixture
        .pipelines()
        .getCustomPipelineStatus("k/1", "a=b", "team 7")
        .ignoreElement()
        .blockingAwait();

    RecordedRequest request = fixture.taken();
    assertEquals("/api/v1/custom_pipelines/k%2F1", request.getPath());
    assertEquals(
        Arrays.asList("wos-session=a=b; datalab_active_team=team%207"),
        request.getHeaders().values("Cookie"));
  }

  @Test
  @SuppressWarnings("deprecation")
  void oneCookieGoesAlone() {
    fixture.enqueueJson(ClientFixture.PROCESSING);
    fixture.pipelines().getCustomPipelineStatus("k", null, "7").ignoreElement().blockingAwait();

    assertEquals("datalab_active_team=7", fixture.taken().getHeader("Cookie"));
  }

  /** So where a key goes on a redirect is for those to say who add one: see the facade's tests. */
  @Test
  @SuppressWarnings("deprecation")
  void clientAddsNoHeaderOfItsOwn() {
    fixture.enqueueJson(ClientFixture.PROCESSING);
    fixture.pipelines().getCustomPipelineStatus("k", null, null).ignoreElement().blockingAwait();

    RecordedRequest request = fixture.taken();
    assertEquals(
        new TreeSet<>(Arrays.asList("Accept-Encoding", "Connection", "Host", "User-Agent")),
        new TreeSet<>(request.getHeaders().names()));
    assertNull(request.getHeader("X-API-Key"));
  }
}
