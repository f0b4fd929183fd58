package io.github.datalab4j.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the API key. No message holds it, nor anything of the file's content. */
final class ApiKeys {
  static final String VARIABLE = "DATALAB_API_KEY";

  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final int MAX_LENGTH = 4096;

  private ApiKeys() {}

  /** The key of the file, else of the environment, else null. */
  static @Nullable String find(@Nullable Path file, Map<String, String> environment) {
    if (file != null) {
      return checked(read(file), "The file " + file);
    }
    String value = environment.getOrDefault(VARIABLE, "").strip();
    return value.isEmpty() ? null : checked(value, VARIABLE);
  }

  static String require(@Nullable Path file, Map<String, String> environment) {
    String key = find(file, environment);
    if (key == null) {
      throw new UsageException(
          "No API key: set DATALAB_API_KEY, or name the file that holds it by --api-key-file.");
    }
    return key;
  }

  private static String read(Path file) {
    if (!Files.exists(file)) {
      throw new UsageException("There is no file " + file + ": check --api-key-file.");
    }
    if (Files.isDirectory(file)) {
      throw new UsageException(file + " is a folder: --api-key-file takes a file.");
    }
    try (InputStream in = Files.newInputStream(file)) {
      String text = new String(in.readNBytes(MAX_LENGTH + 1), UTF_8);
      return (text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text).strip();
    } catch (IOException e) {
      throw new UsageException("The file " + file + " cannot be read: check its permissions.");
    }
  }

  private static String checked(String key, String where) {
    if (key.isEmpty()) {
      throw new UsageException(where + " is empty: put the API key into it.");
    }
    if (key.length() > MAX_LENGTH || !key.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      throw new UsageException(
          where + " holds more than an API key: it must be one word of plain ASCII characters.");
    }
    return key;
  }
}
