package io.github.datalab4j;

import java.util.zip.CRC32;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * The text form of a job: {@code dl4j1.} and then, in URL-safe Base64 without padding, the origin,
 * a line feed, the address and a CRC-32 of both. The address is the path and query that the server
 * named, which begins with a slash, or a bare lookup key, which has none. It holds no secret; the
 * checksum finds tokens that were cut off or mistyped, not forged ones, which can name nothing but
 * a path on the origin of the client that reads them.
 */
final class ResumeToken {
  private static final String FAMILY = "dl4j";
  private static final String PREFIX = FAMILY + "1.";
  private static final int MAX_LENGTH = 8192;
  private static final int CHECKSUM_BYTES = 4;

  private final String origin;
  private final String address;

  private ResumeToken(String origin, String address) {
    this.origin = origin;
    this.address = address;
  }

  static ResumeToken of(String origin, String address) {
    return new ResumeToken(origin, address);
  }

  /** Whether a text begins as tokens of any version do. */
  static boolean isToken(String text) {
    int dot = text.indexOf('.');
    if (!text.startsWith(FAMILY) || dot <= FAMILY.length()) {
      return false;
    }
    for (int i = FAMILY.length(); i < dot; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  static ResumeToken parse(String text) {
    if (!isToken(text)) {
      throw new InvalidTokenException(
          "This is no resume token: one begins with '" + PREFIX + "'. Is it a lookup key?");
    }
    if (!text.startsWith(PREFIX)) {
      throw new InvalidTokenException(
          "The resume token is of a version that this library does not know. Update datalab4j.");
    }
    @Nullable ByteString bytes =
        text.length() > MAX_LENGTH ? null : decode(text.substring(PREFIX.length()));
    int length = bytes == null ? -1 : bytes.size() - CHECKSUM_BYTES;
    if (bytes == null || length < 0 || !bytes.substring(length).equals(checksum(bytes, length))) {
      throw damaged();
    }
    String payload = bytes.substring(0, length).utf8();
    int lineFeed = payload.indexOf('\n');
    if (lineFeed <= 0) {
      throw damaged();
    }
    ResumeToken token =
        new ResumeToken(payload.substring(0, lineFeed), payload.substring(lineFeed + 1));
    boolean noKey = !token.isPath() && LookupKey.fault(token.address) != null;
    // Base64 leaves bits over in its last character, and UTF-8 mends what is malformed.
    if (noKey || !token.origin.matches("[!-~]+") || !token.toString().equals(text)) {
      throw damaged();
    }
    return token;
  }

  /** Scheme, host and port of the service that accepted the job. */
  String origin() {
    return origin;
  }

  /** The encoded path and query, or a lookup key. */
  String address() {
    return address;
  }

  boolean isPath() {
    return address.startsWith("/");
  }

  /** The token's text. */
  @Override
  public String toString() {
    ByteString payload = ByteString.encodeUtf8(origin + '\n' + address);
    Buffer all = new Buffer().write(payload).write(checksum(payload, payload.size()));
    String text = all.readByteString().base64Url();
    int padding = text.indexOf('=');
    return PREFIX + (padding < 0 ? text : text.substring(0, padding));
  }

  /** Strict: okio's decoder skips white space and takes padding, which we never write. */
  private static @Nullable ByteString decode(String base64) {
    for (int i = 0; i < base64.length(); i++) {
      char c = base64.charAt(i);
      boolean known = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
      if (!known && c != '-' && c != '_') {
        return null;
      }
    }
    return ByteString.decodeBase64(base64);
  }

  private static ByteString checksum(ByteString bytes, int length) {
    CRC32 crc = new CRC32();
    crc.update(bytes.toByteArray(), 0, length);
    return new Buffer().writeInt((int) crc.getValue()).readByteString();
  }

  private static InvalidTokenException damaged() {
    return new InvalidTokenException(
        "The resume token is damaged or cut off. Copy the whole token again.");
  }
}
