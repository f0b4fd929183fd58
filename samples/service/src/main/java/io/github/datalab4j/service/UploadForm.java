package io.github.datalab4j.service;

import io.reactivex.rxjava3.core.Single;
import org.springframework.http.HttpStatus;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.codec.multipart.FormFieldPart;
import org.springframework.http.codec.multipart.Part;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ResponseStatusException;

/**
 * What the form of the page sends.
 *
 * @param processorId the processor to iterate
 * @param request what is to become better
 * @param file the example document
 */
record UploadForm(String processorId, String request, FilePart file) {
  static UploadForm of(MultiValueMap<String, Part> parts) {
    if (!(parts.getFirst("file") instanceof FilePart file) || file.filename().isBlank()) {
      throw badRequest("The field 'file' must be a file.");
    }
    return new UploadForm(text(parts, "processor_id"), text(parts, "request"), file);
  }

  Single<Upload> upload() {
    return Upload.of(file);
  }

  private static String text(MultiValueMap<String, Part> parts, String name) {
    if (!(parts.getFirst(name) instanceof FormFieldPart field) || field.value().isBlank()) {
      throw badRequest("The field '" + name + "' must be a text.");
    }
    return field.value().strip();
  }

  private static ResponseStatusException badRequest(String why) {
    return new ResponseStatusException(HttpStatus.BAD_REQUEST, why);
  }
}
