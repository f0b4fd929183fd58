package io.github.datalab4j.simulator;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One header line as it was on the wire: name and value to the letter. */
public final class Header {
  private final String name;
  private final String value;

  Header(String name, String value) {
    this.name = name;
    this.value = value;
  }

  /** The name as it was written, case included. */
  public String name() {
    return name;
  }

  /** The value, without the white space around it. */
  public String value() {
    return value;
  }

  boolean isNamed(String other) {
    return name.equalsIgnoreCase(other);
  }

  static @Nullable String first(Iterable<Header> headers, String name) {
    for (Header header : headers) {
      if (header.isNamed(name)) {
        return header.value;
      }
    }
    return null;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Header
        && name.equals(((Header) other).name)
        && value.equals(((Header) other).value);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, value);
  }

  /** The line, with the value of a header that carries a secret masked. */
  @Override
  public String toString() {
    String lower = name.toLowerCase(Locale.ROOT);
    boolean secret =
        lower.equals("x-api-key") || lower.equals("authorization") || lower.equals("cookie");
    return name + ": " + (secret ? "***" : value);
  }
}
