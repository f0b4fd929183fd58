package io.github.datalab4j.service;

import io.github.datalab4j.Document;
import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.schedulers.Schedulers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.web.server.ResponseStatusException;

/** A document that came in, in a file, until it is sent. */
record Upload(Path file, String name) {
  private static final Logger LOG = LoggerFactory.getLogger(Upload.class);

  static Single<Upload> of(FilePart part, Path folder) {
    return Single.fromCallable(() -> Files.createTempFile(folder, "", ".upload"))
        .subscribeOn(Schedulers.io())
        .flatMap(
            file -> {
              Upload upload = new Upload(file, part.filename());
              return Completable.fromPublisher(part.transferTo(file))
                  .andThen(Single.just(upload))
                  .doOnError(error -> upload.delete())
                  .doOnDispose(upload::delete);
            });
  }

  Document document() {
    if (file.toFile().length() == 0) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "The file is empty.");
    }
    return Document.of(name, file.toFile());
  }

  void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("The file {} stays behind.", file, e);
    }
  }
}
