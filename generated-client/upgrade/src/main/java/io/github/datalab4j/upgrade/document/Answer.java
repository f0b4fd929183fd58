package io.github.datalab4j.upgrade.document;

import java.util.Map;

/**
 * What an operation answers under one status.
 *
 * @param status {@code 200}, {@code 4XX}, {@code default}
 * @param mediaType empty where there is no content
 * @param headers by their names in small letters
 */
public record Answer(
    String status, String mediaType, TypeUse type, Map<String, AnswerHeader> headers) {
  public boolean isSuccess() {
    return status.startsWith("2");
  }

  @Override
  public String toString() {
    return mediaType.isEmpty() ? "nothing" : type + " as " + mediaType;
  }
}
