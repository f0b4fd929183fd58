package io.github.datalab4j;

import io.github.datalab4j.client.api.IterateCustomPipelineParts;
import java.util.ArrayList;
import java.util.List;
import okhttp3.MultipartBody;

/** The file parts of an iteration's form. */
final class MultipartUpload {
  private MultipartUpload() {}

  /** Fresh parts for one sending: each measures its document once. Nothing is read yet. */
  static List<MultipartBody.Part> parts(Iteration iteration) {
    List<MultipartBody.Part> parts = new ArrayList<>();
    for (Document file : iteration.files()) {
      parts.add(IterateCustomPipelineParts.files(file.name(), new DocumentBody(file)));
    }
    return parts;
  }
}
