package io.github.datalab4j.generator.operation;

import io.github.datalab4j.generator.naming.JavaText;
import java.util.Locale;

/** Sorts media types by how their content is handled. */
final class MediaTypes {
  private MediaTypes() {}

  /** Without parameters, in lower case. */
  static String plain(String mediaType) {
    int semicolon = mediaType.indexOf(';');
    String plain = semicolon < 0 ? mediaType : mediaType.substring(0, semicolon);
    return plain.trim().toLowerCase(Locale.ROOT);
  }

  static boolean isJson(String mediaType) {
    String plain = plain(mediaType);
    return plain.equals("application/json")
        || plain.equals("text/json")
        || (plain.endsWith("+json") && !plain.contains("json-seq"));
  }

  static boolean isMultipart(String mediaType) {
    return plain(mediaType).equals("multipart/form-data");
  }

  static boolean isForm(String mediaType) {
    return plain(mediaType).equals("application/x-www-form-urlencoded");
  }

  static boolean isPlainText(String mediaType) {
    return plain(mediaType).equals("text/plain");
  }

  static boolean isAny(String mediaType) {
    return plain(mediaType).equals("*/*");
  }

  /** Whether okhttp3.MediaType takes it, and it names one type. */
  static boolean isConcrete(String mediaType) {
    return !JavaText.isTooLong(mediaType)
        && mediaType.matches("[\\w!#$&.+^-]+/[\\w!#$&.+^-]+(\\s*;\\s*[\\w.-]+=[\\w.\"-]+)*");
  }
}
