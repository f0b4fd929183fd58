package io.github.datalab4j.service;

import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.disposables.Disposable;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
  private static final Logger LOG = LoggerFactory.getLogger(UploadForm.class);
  private static final int LONGEST_PROCESSOR_ID = 200; // as in the database
  private static final int LONGEST_FILE_NAME = 255;

  static UploadForm of(MultiValueMap<String, Part> parts) {
    if (!(parts.getFirst("file") instanceof FilePart file) || file.filename().isBlank()) {
      throw badRequest("The field 'file' must be a file.");
    }
    String processorId = text(parts, "processor_id");
    atMost(LONGEST_PROCESSOR_ID, "processor id", processorId);
    atMost(LONGEST_FILE_NAME, "file name", file.filename());
    return new UploadForm(processorId, text(parts, "request"), file);
  }

  /** The framework leaves what came in on the disk, once it has handed it over. */
  static void delete(MultiValueMap<String, Part> parts) {
    Disposable unused =
        Completable.mergeDelayError(
                Flowable.fromIterable(parts.values())
                    .flatMapIterable(List::copyOf)
                    .map(part -> Completable.fromPublisher(part.delete())))
            .subscribe(() -> {}, error -> LOG.warn("A part of a form stays behind.", error));
  }

  Single<Upload> upload(Path folder) {
    return Upload.of(file, folder);
  }

  private static String text(MultiValueMap<String, Part> parts, String name) {
    if (!(parts.getFirst(name) instanceof FormFieldPart field) || field.value().isBlank()) {
      throw badRequest("The field '" + name + "' must be a text.");
    }
    return field.value().strip();
  }

  private static void atMost(int length, String what, String text) {
    if (text.length() > length) {
      throw badRequest("The " + what + " is longer than " + length + " characters.");
    }
  }

  private static ResponseStatusException badRequest(String why) {
    return new ResponseStatusException(HttpStatus.BAD_REQUEST, why);
  }
}
