package io.github.datalab4j;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * A check URL taken to pieces by hand: {@code HttpUrl} would mend what is to be refused here
 * (backslashes, dot segments, white space). The rules are listed at {@link Origin#trusted}.
 */
final class CheckUrl {
  static final int LONGEST = 4096;
  private static final Charset UTF_8 = Charset.forName("UTF-8");

  private final String path;
  private final @Nullable String query;

  private CheckUrl(String path, @Nullable String query) {
    this.path = path;
    this.query = query;
  }

  static CheckUrl parse(String text) {
    if (text.startsWith("api/")) {
      return parse("/" + text); // as a token keeps it, so that the bound holds for both
    }
    if (text.isEmpty() || text.length() > LONGEST) {
      throw untrusted(text, text.isEmpty() ? "is empty" : "is too long");
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ' || c > '~' || c == '\\') {
        throw untrusted(text, "holds white space, a backslash or a character that is not ASCII");
      }
    }
    if (text.indexOf('#') >= 0) {
      throw untrusted(text, "has a fragment");
    }
    int mark = text.indexOf('?');
    String path = path(text, mark < 0 ? text : text.substring(0, mark));
    return new CheckUrl(path, mark < 0 ? null : text.substring(mark + 1));
  }

  /**
   * The lookup key that an address seems to end in, be the address refused or not; null if there is
   * none. Only the key is of use then, at the service's own operation.
   */
  static @Nullable String lookupKey(String text) {
    if (text.length() > LONGEST) {
      return null;
    }
    String path = text.split("[?#]", 2)[0].replaceFirst("^(?:[^/]*:)?//[^/]*", "");
    String last = "";
    for (String segment : path.split("/", -1)) {
      last = segment.isEmpty() ? last : segment;
    }
    if (!last.matches("[!-~]+")) {
      return null;
    }
    try {
      String key = new CheckUrl(path, null).decode(last);
      return LookupKey.fault(key) == null ? key : null;
    } catch (UntrustedAddressException e) {
      return null;
    }
  }

  private static String path(String text, String address) {
    if (address.startsWith("//")) {
      throw untrusted(text, "names a host without a scheme");
    }
    if (address.startsWith("/")) {
      return address;
    }
    int authority = address.indexOf("://") + 3;
    String scheme = authority < 3 ? "" : address.substring(0, authority - 3);
    if (!scheme.equalsIgnoreCase("https") && !scheme.equalsIgnoreCase("http")) {
      throw untrusted(text, "is neither an http address nor a path of the service");
    }
    int slash = address.indexOf('/', authority);
    if (slash < 0 || slash == authority) {
      throw untrusted(text, slash < 0 ? "has no path" : "has no host");
    }
    if (address.substring(authority, slash).indexOf('@') >= 0) {
      throw untrusted(text, "holds a user name or password");
    }
    return address.substring(slash);
  }

  /** The path on that origin, checked, below the origin's prefix whether it has it or not. */
  CheckPath on(Origin origin) {
    String prefix = origin.prefix();
    // What begins with /api/ is the service's own, so of a prefix that does, too, much is asked.
    String next = path.startsWith("/api/") ? "/api/" : "/";
    boolean prefixed = !prefix.isEmpty() && path.startsWith(prefix + next);
    return below(origin, prefixed ? path.substring(prefix.length()) : path);
  }

  /** The path below the origin's prefix, checked: a token's, which never has the prefix. */
  CheckPath below(Origin origin) {
    return below(origin, path);
  }

  private CheckPath below(Origin origin, String own) {
    String lookupKey = "";
    for (String segment : own.substring(1).split("/", -1)) {
      lookupKey = decode(segment);
    }
    @Nullable String fault = LookupKey.fault(lookupKey);
    if (fault != null) {
      throw untrusted(path, "ends in no lookup key");
    }
    return new CheckPath(origin.resolve(own, query), own, query, lookupKey);
  }

  private String decode(String segment) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(segment.length());
    for (int i = 0; i < segment.length(); i++) {
      char c = segment.charAt(i);
      if (c != '%') {
        bytes.write(c);
        continue;
      }
      int high = i + 2 < segment.length() ? Character.digit(segment.charAt(i + 1), 16) : -1;
      int low = i + 2 < segment.length() ? Character.digit(segment.charAt(i + 2), 16) : -1;
      if (high < 0 || low < 0) {
        throw untrusted(path, "has a malformed escape");
      }
      bytes.write(high * 16 + low);
      i += 2;
    }
    String decoded = utf8(bytes.toByteArray());
    if (LookupKey.isNoSegment(decoded)) {
      throw untrusted(path, "has an empty or a dot segment");
    }
    for (int i = 0; i < decoded.length(); i++) {
      char c = decoded.charAt(i);
      if (c == '/' || c == '\\' || Character.isISOControl(c)) {
        throw untrusted(path, "has an escaped slash, backslash or control character");
      }
    }
    return decoded;
  }

  private String utf8(byte[] bytes) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw untrusted(path, "has an escape that is no UTF-8");
    }
  }

  private static UntrustedAddressException untrusted(String text, String why) {
    String shown = text.length() > 200 ? text.substring(0, 200) + "…" : text;
    return new UntrustedAddressException(
        "The service named a check URL that " + why + ", so it is not asked: " + shown,
        SubmissionState.NOT_APPLICABLE,
        null);
  }
}
