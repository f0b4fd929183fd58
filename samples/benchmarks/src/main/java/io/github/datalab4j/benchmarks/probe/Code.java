package io.github.datalab4j.benchmarks.probe;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** Where classes come from: jars, or in a build the folders that they are made of. */
public final class Code {
  private Code() {}

  /** The jar or folder that the class comes from. */
  public static Path of(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What the build puts beside this module's jar or classes. */
  public static Path besideThisModule(String name) {
    return of(Code.class).resolveSibling(name);
  }

  /**
   * A class path of this module's classes and the jars of those, in their order. The classes are
   * taken from their folder, as the manifest of the jar brings the jars of all peers. Before them
   * is the smallest jar, so that the JVM has opened one, as it has for an application in a jar.
   */
  static String classPathOf(Collection<Class<?>> types) {
    Stream<Path> before = Stream.of(of(NullMarked.class), besideThisModule("classes"));
    return Stream.concat(before, types.stream().map(Code::of))
        .map(Path::toString)
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }
}
