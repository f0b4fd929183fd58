package io.github.datalab4j.benchmarks.call;

import io.github.datalab4j.benchmarks.json.Body;
import io.github.datalab4j.benchmarks.probe.PeakHeap;
import io.github.datalab4j.benchmarks.probe.Probe;
import io.github.datalab4j.benchmarks.probe.Reading;
import io.github.datalab4j.benchmarks.probe.Usage;
import java.io.File;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Uploads one large file, from the disk's cache to a server that throws it away. */
public final class UploadProbe implements Probe {
  static final String BARE = "bare OkHttp";
  static final List<String> PEERS = List.of(Peers.OURS, BARE);

  private static final long WARM_UP = 256L << 20;
  private static final long BYTES = 1L << 30;

  @Override
  public List<Reading> read(String peer, boolean smoke) throws Exception {
    Path folder = Files.createTempDirectory("upload");
    File small = sparse(folder.resolve("small.pdf"), smoke ? 1 << 10 : WARM_UP);
    File large = sparse(folder.resolve("large.pdf"), smoke ? 1 << 20 : BYTES);
    try (ServerProcess server = ServerProcess.start(Body.INITIAL)) {
      Upload upload = upload(peer, server.url());
      upload.send(small);
      PeakHeap peak = PeakHeap.start();
      Usage before = Usage.now();
      long start = System.nanoTime();
      upload.send(large);
      double seconds = (System.nanoTime() - start) / 1e9;
      Usage used = Usage.now().since(before);
      return List.of(
          new Reading("throughput", "MiB/s", large.length() / seconds / (1 << 20)),
          new Reading("cpu", "ms", used.cpuNanos() / 1e6),
          new Reading("peak heap", "MiB", peak.bytes() / (double) (1 << 20)));
    } finally {
      Files.delete(small.toPath());
      Files.delete(large.toPath());
      Files.delete(folder);
    }
  }

  /** Zeros that take no room on the disk, read once, so that they are in its cache. */
  private static File sparse(Path path, long bytes) throws Exception {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      file.setLength(bytes);
    }
    try (InputStream zeros = Files.newInputStream(path)) {
      zeros.transferTo(OutputStream.nullOutputStream());
    }
    return path.toFile();
  }

  private static Upload upload(String peer, String url) {
    return switch (peer) {
      case Peers.OURS -> new FacadeUpload(url);
      case BARE -> new BareUpload(url);
      default -> throw Peers.unknown(peer);
    };
  }

  /** Sends a file as the only one of an iterate call, and waits for the answer. */
  interface Upload {
    void send(File file) throws Exception;
  }
}
