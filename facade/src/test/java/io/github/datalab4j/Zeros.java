package io.github.datalab4j;

import java.io.InputStream;
import java.util.Arrays;

/** So many bytes of nothing, without holding them. */
public final class Zeros extends InputStream {
  private long left;

  public Zeros(long length) {
    left = length;
  }

  @Override
  public int read() {
    return left-- > 0 ? 0 : -1;
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    if (left <= 0) {
      return -1;
    }
    int count = (int) Math.min(left, length);
    Arrays.fill(into, offset, offset + count, (byte) 0);
    left -= count;
    return count;
  }
}
