package io.github.datalab4j.generator.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds out of the surface file which method calls an operation, and what it takes in order. */
final class SurfaceText {
  private static final Pattern PARAMETER =
      Pattern.compile("(path|query|header|cookie|field|part|body)(?: \"(.*)\")?: (.+)");

  /** A parameter of a method. */
  record Argument(String place, String wireName) {
    boolean isOfBody() {
      return place.equals("body") || place.equals("part") || place.equals("field");
    }
  }

  /** A method of an interface. */
  record Method(String interfaceName, String name, List<Argument> arguments) {}

  private final Map<String, Method> methods = new HashMap<>();
  private final Map<String, Map<String, String>> parts = new HashMap<>();

  static SurfaceText read(Path file) {
    try {
      SurfaceText surface = new SurfaceText();
      for (String block : Files.readString(file).split("\n\n", -1)) {
        surface.add(block.trim().split("\n", -1));
      }
      return surface;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(String[] lines) {
    String head = lines[0];
    if (head.startsWith("operation ")) {
      methods.put(head.substring("operation ".length()), method(lines));
    } else if (head.startsWith("parts ")) {
      Map<String, String> factories = new HashMap<>();
      // The first line says of which operation.
      for (int i = 2; i < lines.length; i++) {
        int quote = lines[i].indexOf('"');
        factories.put(
            lines[i].substring(quote + 1, lines[i].lastIndexOf('"')),
            lines[i].substring(0, quote).trim());
      }
      parts.put(head.substring("parts ".length()), factories);
    }
  }

  private static Method method(String[] lines) {
    String[] name = lines[1].trim().substring("method ".length()).split("\\.", -1);
    List<Argument> arguments = new ArrayList<>();
    for (String line : lines) {
      Matcher parameter = PARAMETER.matcher(line.trim());
      if (line.startsWith("  ") && parameter.matches()) {
        String wireName = parameter.group(2);
        arguments.add(new Argument(parameter.group(1), wireName == null ? "" : wireName));
      }
    }
    return new Method(name[0], name[1], arguments);
  }

  @Nullable Method method(String operation) {
    return methods.get(operation);
  }

  /** The class that makes the file parts of a method. */
  String partsClass(Method method) {
    String plain =
        method.name().substring(0, 1).toUpperCase(java.util.Locale.ROOT)
            + method.name().substring(1)
            + "Parts";
    String longer = method.interfaceName().replaceAll("Api$", "") + plain;
    return parts.containsKey(longer) ? longer : plain;
  }

  /** The method of that class which makes the part of a name. */
  String factory(String partsClass, String wireName) {
    return parts.getOrDefault(partsClass, Map.of()).getOrDefault(wireName, "(none)");
  }
}
