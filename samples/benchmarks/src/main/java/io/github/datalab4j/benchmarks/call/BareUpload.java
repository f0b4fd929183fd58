package io.github.datalab4j.benchmarks.call;

import java.io.File;
import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** By OkHttp's own body for files, in its own multipart body. */
final class BareUpload implements UploadProbe.Upload {
  private final OkHttpClient client = new OkHttpClient();
  private final String url;

  BareUpload(String url) {
    this.url = url;
  }

  @Override
  public void send(File file) throws IOException {
    RequestBody body =
        new MultipartBody.Builder()
            .setType(MultipartBody.FORM)
            .addFormDataPart("request", "Keep footnotes")
            .addFormDataPart(
                "files", file.getName(), RequestBody.create(file, MediaType.get("application/pdf")))
            .build();
    Request request =
        new Request.Builder()
            .url(url + "/api/v1/custom_processors/cp_12345/iterate")
            .header("X-API-Key", "benchmark")
            .post(body)
            .build();
    try (Response response = client.newCall(request).execute()) {
      if (!response.isSuccessful()) {
        throw new IOException("Answered with " + response.code());
      }
    }
  }
}
