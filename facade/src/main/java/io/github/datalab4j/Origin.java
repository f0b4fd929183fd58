package io.github.datalab4j;

import java.util.Locale;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * The configured base URL: scheme, host and port, the only ones that the key is sent to, and a path
 * prefix that is put before every path, once.
 *
 * <p>A base URL is {@code https}; plain {@code http} only to this machine ({@code localhost},
 * {@code 127.0.0.0/8}, {@code ::1}) or where that is allowed by name. User info, a query and a
 * fragment are refused.
 */
final class Origin {
  private static final int LONGEST_HOST = 253; // of a name (RFC 1035), so that tokens are bounded

  private final HttpUrl base;
  private final String text;
  private final boolean plainHttpAllowed;

  private Origin(HttpUrl base, boolean plainHttpAllowed) {
    this.base = base;
    String all = base.newBuilder().encodedPath("/").build().toString();
    this.text = all.substring(0, all.length() - 1);
    this.plainHttpAllowed = plainHttpAllowed;
  }

  static Origin parse(String baseUrl) {
    return parse(baseUrl, false);
  }

  /** Throws {@link IllegalArgumentException} that says what to write instead. */
  static Origin parse(String baseUrl, boolean allowPlainHttp) {
    String shown = "The base URL \"" + withoutUserInfo(baseUrl) + "\" ";
    String lower = baseUrl.toLowerCase(Locale.ROOT);
    if (!lower.startsWith("https://") && !lower.startsWith("http://")) {
      throw new IllegalArgumentException(
          shown + "does not start with https://: write it as https://www.datalab.to.");
    }
    for (int i = 0; i < baseUrl.length(); i++) {
      char c = baseUrl.charAt(i);
      if (c <= ' ' || c == '\\' || c == 0x7f) {
        throw new IllegalArgumentException(shown + "holds white space or a backslash.");
      }
    }
    @Nullable HttpUrl url = HttpUrl.parse(baseUrl);
    if (url == null || authority(baseUrl).isEmpty()) { // HttpUrl skips slashes before a host
      throw new IllegalArgumentException(shown + "is malformed: is its host or port misspelt?");
    }
    if (url.host().length() > LONGEST_HOST) {
      throw new IllegalArgumentException(
          shown + "has a host that is longer than " + LONGEST_HOST + " characters.");
    }
    if (authority(baseUrl).indexOf('@') >= 0) {
      throw new IllegalArgumentException(
          shown + "holds a user name or password: leave them out, the API key is enough.");
    }
    if (baseUrl.indexOf('?') >= 0 || baseUrl.indexOf('#') >= 0) {
      throw new IllegalArgumentException(
          shown + "holds a query or a fragment: leave out everything from '?' or '#' on.");
    }
    if (!url.isHttps() && !allowPlainHttp && !isLoopback(url.host())) {
      throw new IllegalArgumentException(
          shown + "would send the API key unencrypted: use https, or allow plain http by name.");
    }
    return new Origin(url.encodedPath().endsWith("/") ? url : withSlash(url), allowPlainHttp);
  }

  /** The base URL, with a slash at its end. */
  HttpUrl url() {
    return base;
  }

  /** Whether the address has this scheme, host and port, so that the key may go there. */
  boolean owns(HttpUrl url) {
    return url.scheme().equals(base.scheme())
        && url.host().equals(base.host())
        && url.port() == base.port();
  }

  /** Whether what is sent there may not leave this machine, be it by a proxy. */
  boolean isThisMachineOnly() {
    return !base.isHttps() && !plainHttpAllowed;
  }

  /**
   * Scheme, host and port, the port left out where the scheme implies it; one text for all jobs.
   */
  String text() {
    return text;
  }

  /** The path prefix without a slash at its end; empty when there is none. */
  String prefix() {
    String path = base.encodedPath();
    return path.substring(0, path.length() - 1);
  }

  /**
   * The address to ask at what the server named as its check URL. Only path and query of it count:
   * an absolute URL of any host is asked for on this origin. Refused are
   *
   * <ul>
   *   <li>a scheme other than http and https, {@code //host}, user info, a fragment,
   *   <li>characters other than visible ASCII, backslashes, malformed percent escapes,
   *   <li>empty segments, {@code .} and {@code ..}, also when escaped, and escaped slashes,
   *       backslashes and controls,
   *   <li>a path without a slash at its start that does not start with {@code api/},
   *   <li>a last segment that is no lookup key (see {@link LookupKey}).
   * </ul>
   *
   * <p>Any other path is taken, since the service may move its status operations. A prefix of the
   * base URL that the path already has is not put before it again; of a path that begins with
   * {@code /api/}, as the service's own do, only before another {@code /api/}.
   *
   * @throws UntrustedAddressException with the reason
   */
  CheckPath trusted(String checkUrl) {
    return CheckUrl.parse(checkUrl).on(this);
  }

  /** The address of a token, which keeps path and query without the prefix; the same rules. */
  CheckPath ofToken(String address) {
    return CheckUrl.parse(address).below(this);
  }

  /** Path and query on this origin; the path without the prefix. */
  HttpUrl resolve(String path, @Nullable String query) {
    return base.newBuilder().encodedPath(prefix() + path).encodedQuery(query).build();
  }

  /** The key's own address, by the documented operation. */
  CheckPath ofLookupKey(String lookupKey) {
    HttpUrl url =
        base.newBuilder()
            .addPathSegments("api/v1/custom_pipelines")
            .addPathSegment(LookupKey.check(lookupKey))
            .build();
    return new CheckPath(url, url.encodedPath().substring(prefix().length()), null, lookupKey);
  }

  static String checkLookupKey(String lookupKey) {
    return LookupKey.check(lookupKey);
  }

  private static HttpUrl withSlash(HttpUrl url) {
    return url.newBuilder().addPathSegment("").build();
  }

  private static String authority(String url) {
    String rest = url.substring(url.indexOf("://") + 3);
    for (int i = 0; i < rest.length(); i++) {
      if ("/?#\\".indexOf(rest.charAt(i)) >= 0) {
        return rest.substring(0, i);
      }
    }
    return rest;
  }

  private static String withoutUserInfo(String url) {
    int start = url.indexOf("://");
    int end = url.lastIndexOf('@');
    return start < 0 || end < start ? url : url.substring(0, start + 3) + "…" + url.substring(end);
  }

  private static boolean isLoopback(String host) {
    return host.equals("localhost")
        || host.equals("::1")
        || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
  }

  @Override
  public String toString() {
    return base.toString();
  }
}
