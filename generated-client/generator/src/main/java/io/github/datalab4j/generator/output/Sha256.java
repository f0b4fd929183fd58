package io.github.datalab4j.generator.output;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;

/** A hash over named contents. */
final class Sha256 {
  private final MessageDigest digest;

  Sha256() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  static String of(byte[] content) {
    return new Sha256().add("", content).hex();
  }

  /** Lengths are hashed too, so that no content can pass as the next one's name. */
  Sha256 add(String name, byte[] content) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":" + content.length + ":").getBytes(StandardCharsets.UTF_8));
    digest.update(bytes);
    digest.update(content);
    return this;
  }

  Sha256 add(String name, String content) {
    return add(name, content.getBytes(StandardCharsets.UTF_8));
  }

  String hex() {
    StringBuilder hex = new StringBuilder();
    for (byte octet : digest.digest()) {
      hex.append(String.format(Locale.ROOT, "%02x", octet));
    }
    return hex.toString();
  }
}
