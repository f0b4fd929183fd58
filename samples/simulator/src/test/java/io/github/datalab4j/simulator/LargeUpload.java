package io.github.datalab4j.simulator;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/** Uploads a file of so many zero bytes to a simulator in the same process and tells its digest. */
final class LargeUpload {
  private LargeUpload() {}

  public static void main(String[] arguments) throws IOException {
    long size = Long.parseLong(arguments[0]);
    try (DatalabSimulator datalab =
            DatalabSimulator.builder().anyProcessor().maxFileBytes(size).start();
        Client client = new Client(datalab)) {
      client.iterate(
          "cp_1", Client.form("x").addFormDataPart("files", "zeros.pdf", zeros(size)).build());
      ReceivedPart file = datalab.iterations().get(0).files().get(0);
      System.out.println(file.size() + " " + file.sha256());
    }
  }

  private static RequestBody zeros(long size) {
    return new RequestBody() {
      @Override
      public MediaType contentType() {
        return MediaType.get("application/pdf");
      }

      @Override
      public long contentLength() {
        return size;
      }

      @Override
      public void writeTo(BufferedSink sink) throws IOException {
        byte[] piece = new byte[1 << 16];
        for (long left = size; left > 0; left -= piece.length) {
          sink.write(piece, 0, (int) Math.min(left, piece.length));
        }
      }
    };
  }
}
