package io.github.datalab4j.service;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * Where the documents of this instance are until they are sent: a folder of its own. It is locked,
 * which ends with the process, however that ends; what is not locked at the start was left by an
 * instance that was killed, and is deleted.
 */
@Component
final class UploadFolder implements DisposableBean {
  private static final String NAME = "instance-";
  private static final String LOCK = "lock";

  private final Path path;
  private final FileChannel lock;

  UploadFolder(ServiceSettings settings) throws IOException {
    Path all = Files.createDirectories(Path.of(settings.uploadFolder()));
    try (FileChannel starts = open(all.resolve(LOCK))) {
      starts.lock(); // until it is closed: no folder is looked at before it is locked
      deleteLeft(all);
      path = Files.createTempDirectory(all, NAME);
      lock = open(path.resolve(LOCK));
      lock.lock();
    }
  }

  Path path() {
    return path;
  }

  @Override
  public void destroy() throws IOException {
    lock.close();
    FileSystemUtils.deleteRecursively(path);
  }

  private static void deleteLeft(Path all) throws IOException {
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(all, NAME + "*")) {
      for (Path folder : folders) {
        if (isLeft(folder)) {
          FileSystemUtils.deleteRecursively(folder);
        }
      }
    }
  }

  private static boolean isLeft(Path folder) throws IOException {
    try (FileChannel channel = open(folder.resolve(LOCK));
        FileLock free = channel.tryLock()) {
      return free != null;
    } catch (OverlappingFileLockException e) {
      return false; // another instance in this process
    }
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(file, CREATE, WRITE);
  }
}
