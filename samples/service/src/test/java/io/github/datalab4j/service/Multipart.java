package io.github.datalab4j.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/** A multipart form. */
final class Multipart {
  private static final String BOUNDARY = "----------------------------4j";

  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  Multipart text(String name, String value) {
    return part("name=\"" + name + "\"", value.getBytes(UTF_8));
  }

  Multipart file(String name, String fileName, byte[] content) {
    return part(
        "name=\"" + name + "\"; filename=\"" + fileName + "\"\r\nContent-Type: application/pdf",
        content);
  }

  String contentType() {
    return "multipart/form-data; boundary=" + BOUNDARY;
  }

  byte[] bytes() {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.writeBytes(body.toByteArray());
    whole.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
    return whole.toByteArray();
  }

  private Multipart part(String head, byte[] content) {
    body.writeBytes(
        ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + head + "\r\n\r\n")
            .getBytes(UTF_8));
    body.writeBytes(content);
    body.writeBytes("\r\n".getBytes(UTF_8));
    return this;
  }
}
