package io.github.datalab4j.simulator;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * A small gzip stream of a huge JSON body. The filler is compressed once and repeated: after a full
 * flush a piece of a deflate stream needs nothing that came before it.
 */
final class GzipBomb {
  private static final int PIECE = 1 << 20;
  private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0};

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final CRC32 crc = new CRC32();
  private long length;

  private GzipBomb() {
    out.write(HEADER, 0, HEADER.length);
  }

  static Answer in(Answer answer, long bytes) {
    String marked = answer.field("request_description", "\0").text();
    int at = marked.indexOf("\\u0000");
    byte[] filler = new byte[PIECE];
    Arrays.fill(filler, (byte) 'x');

    GzipBomb bomb = new GzipBomb();
    bomb.add(marked.substring(0, at).getBytes(StandardCharsets.UTF_8), 1, false);
    bomb.add(filler, (bytes + PIECE - 1) / PIECE, false);
    bomb.add(marked.substring(at + 6).getBytes(StandardCharsets.UTF_8), 1, true);
    return answer.header("content-encoding", "gzip").body(bomb.finish());
  }

  private void add(byte[] piece, long times, boolean last) {
    byte[] compressed = compressed(piece, last);
    for (long i = 0; i < times; i++) {
      out.write(compressed, 0, compressed.length);
      crc.update(piece);
      length += piece.length;
    }
  }

  private static byte[] compressed(byte[] piece, boolean last) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    deflater.setInput(piece);
    if (last) {
      deflater.finish();
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[4096];
    int count;
    do {
      count = deflater.deflate(buffer, 0, buffer.length, Deflater.FULL_FLUSH);
      out.write(buffer, 0, count);
    } while (count == buffer.length);
    deflater.end();
    return out.toByteArray();
  }

  private byte[] finish() {
    writeLittleEndian(crc.getValue());
    writeLittleEndian(length);
    return out.toByteArray();
  }

  private void writeLittleEndian(long value) {
    for (int shift = 0; shift < 32; shift += 8) {
      out.write((int) (value >> shift) & 0xff);
    }
  }
}
