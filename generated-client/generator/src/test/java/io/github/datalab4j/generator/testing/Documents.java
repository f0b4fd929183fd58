package io.github.datalab4j.generator.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.parser.OpenAPIParser;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Documents for tests, parsed as the framework parses them. */
public final class Documents {
  private Documents() {}

  /** A 3.1 document with these schemas. */
  public static OpenAPI ofSchemas(String schemas) {
    return parse(text("3.1.0", schemas.replace('\'', '"')));
  }

  /** A 3.1 document with these schemas, given as maps and lists. */
  public static OpenAPI ofSchemas(Map<String, Object> schemas) {
    String json = new ObjectMapper().valueToTree(schemas).toString();
    return parse(text("3.1.0", json.substring(1, json.length() - 1)));
  }

  /** A 3.0 document with these schemas. */
  public static OpenAPI ofSchemas30(String schemas) {
    return parse(text("3.0.3", schemas.replace('\'', '"')));
  }

  private static String text(String version, String schemas) {
    return "{\"openapi\":\""
        + version
        + "\",\"info\":{\"title\":\"t\",\"version\":\"1\"},\"paths\":{},"
        + "\"components\":{\"schemas\":{"
        + schemas
        + "}}}";
  }

  /** One of the hard little documents of these tests. */
  public static OpenAPI resource(String name) {
    return parse(text(name));
  }

  /** The text of one of the hard little documents of these tests. */
  public static String text(String name) {
    try (InputStream in = Documents.class.getResourceAsStream("/documents/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static OpenAPI parse(String text) {
    ParseOptions options = new ParseOptions();
    options.setResolve(true);
    SwaggerParseResult result = new OpenAPIParser().readContents(text, null, options);
    if (result.getOpenAPI() == null) {
      throw new IllegalArgumentException(result.getMessages().toString());
    }
    return result.getOpenAPI();
  }

  public static OpenAPI read(Path file) {
    try {
      return parse(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The real documents, in a folder beside the project; none where that folder is missing. */
  public static List<Path> real() {
    Path folder = Paths.get("").toAbsolutePath();
    while (folder != null && !Files.isDirectory(folder.resolve("shared/specs"))) {
      folder = folder.getParent();
    }
    if (folder == null) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder.resolve("shared/specs"))) {
      return files
          .filter(f -> f.toString().endsWith(".json"))
          .sorted()
          .collect(Collectors.toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
