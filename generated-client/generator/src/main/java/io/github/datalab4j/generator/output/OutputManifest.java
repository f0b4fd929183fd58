package io.github.datalab4j.generator.output;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The list of generated files, each with the hash of its content, and the hash they stand for. */
public final class OutputManifest {
  private static final String FILE = "generated-files.txt";

  private final Path folder;
  private final String generation;
  private final SortedMap<String, String> files;

  private OutputManifest(Path folder, String generation, SortedMap<String, String> files) {
    this.folder = folder;
    this.generation = generation;
    this.files = files;
  }

  /** What the last run wrote into a folder; empty where it wrote nothing. */
  public static OutputManifest read(Path folder) {
    SortedMap<String, String> files = new TreeMap<>();
    String generation = "";
    Path file = folder.resolve(FILE);
    try {
      if (Files.exists(file)) {
        for (String line : Files.readAllLines(file)) {
          int space = line.indexOf(' ');
          if (space > 0 && line.startsWith("generation ")) {
            generation = line.substring(space + 1);
          } else if (space > 0) {
            files.put(line.substring(space + 1), line.substring(0, space));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
    return new OutputManifest(folder, generation, files);
  }

  /** Whether this was generated from the same, and every file is still there as it was written. */
  public boolean isUpToDate(String hash) {
    if (!generation.equals(hash) || files.isEmpty()) {
      return false;
    }
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      if (!Files.isRegularFile(path) || !hash(path).equals(file.getValue())) {
        return false;
      }
    }
    return true;
  }

  /**
   * Deletes the files that the next generation will not write. Before it does: where the file
   * system does not tell upper from lower case, its files may have names of these.
   */
  public void deleteAllBut(Collection<Path> next) {
    Set<String> names = new HashSet<>();
    next.forEach(path -> names.add(name(path)));
    for (String name : files.keySet()) {
      try {
        if (!names.contains(name)) {
          Files.deleteIfExists(folder.resolve(name));
        }
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot delete " + folder.resolve(name), e);
      }
    }
  }

  private String name(Path path) {
    String name = folder.toAbsolutePath().relativize(path.toAbsolutePath()).toString();
    return name.replace(File.separatorChar, '/');
  }

  /** Writes down a new generation. */
  public void write(String hash, Collection<Path> written) {
    SortedMap<String, String> now = new TreeMap<>();
    for (Path path : written) {
      now.put(name(path), hash(path));
    }
    StringBuilder text = new StringBuilder("generation ").append(hash).append('\n');
    now.forEach((name, content) -> text.append(content).append(' ').append(name).append('\n'));
    try {
      Files.createDirectories(folder);
      Files.write(folder.resolve(FILE), text.toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + folder.resolve(FILE), e);
    }
  }

  private static String hash(Path file) {
    try {
      return Sha256.of(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }
}
