package io.github.datalab4j.shrink;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The sizes of a dex file: as it lies in memory, as it is packed into an APK, and its methods. */
final class Dex {
  private static final int METHOD_COUNT_OFFSET = 88; // header_item.method_ids_size

  final long bytes;
  final long packedBytes;
  final int methods;

  private Dex(long bytes, long packedBytes, int methods) {
    this.bytes = bytes;
    this.packedBytes = packedBytes;
    this.methods = methods;
  }

  static Dex in(Path archive) throws IOException {
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      ZipEntry entry = zip.getEntry("classes.dex");
      byte[] header = new byte[METHOD_COUNT_OFFSET + Integer.BYTES];
      try (DataInputStream in = new DataInputStream(zip.getInputStream(entry))) {
        in.readFully(header);
      }
      int methods =
          ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN).getInt(METHOD_COUNT_OFFSET);
      return new Dex(entry.getSize(), entry.getCompressedSize(), methods);
    }
  }
}
