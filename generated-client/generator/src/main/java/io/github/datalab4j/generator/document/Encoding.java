package io.github.datalab4j.generator.document;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Bytes as text: UTF-8, as OpenAPI wants it. */
final class Encoding {
  private Encoding() {}

  /** Without a byte order mark. */
  static String decode(String origin, byte[] bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        throw new UnreadableDocumentException(
            origin
                + (isWide(bytes)
                    ? " is written in UTF-16 or UTF-32; save it as UTF-8."
                    : " is no text: byte " + i + " is 0. Give the document itself."));
      }
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new UnreadableDocumentException(
          origin + " is not written in UTF-8; save it as UTF-8, or give the document itself.");
    }
  }

  /** By its mark, or by the first character, which is ASCII in any document. */
  private static boolean isWide(byte[] bytes) {
    if (bytes.length < 2) {
      return false;
    }
    int start = (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
    return start == 0xfeff || start == 0xfffe || (bytes[0] == 0) != (bytes[1] == 0);
  }
}
