package io.github.datalab4j.generator.testing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;

/** The files of one run of the compiler: classes in memory, all else in the jars. */
final class CompilerFiles extends ForwardingJavaFileManager<JavaFileManager> {
  private final Map<String, List<ClassFile>> before;
  private final Map<String, List<ClassFile>> compiled = new HashMap<>();

  /**
   * Has compiled nothing yet.
   *
   * @param before what was compiled before, by the name of the source
   */
  CompilerFiles(JavaFileManager jars, Map<String, List<ClassFile>> before) {
    super(jars);
    this.before = before;
  }

  @Override
  public JavaFileObject getJavaFileForOutput(
      Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
    ClassFile file = new ClassFile(className);
    compiled.computeIfAbsent(((SourceFile) sibling).className, none -> new ArrayList<>()).add(file);
    return file;
  }

  @Override
  public Iterable<JavaFileObject> list(
      Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse)
      throws IOException {
    List<JavaFileObject> files = new ArrayList<>();
    super.list(location, packageName, kinds, recurse).forEach(files::add);
    if (location == StandardLocation.CLASS_PATH && kinds.contains(JavaFileObject.Kind.CLASS)) {
      before.values().stream()
          .flatMap(List::stream)
          .filter(file -> file.packageName().equals(packageName))
          .forEach(files::add);
    }
    return files;
  }

  @Override
  public String inferBinaryName(Location location, JavaFileObject file) {
    return file instanceof ClassFile ours ? ours.className : super.inferBinaryName(location, file);
  }

  /** What this run has compiled, by the name of the source. */
  Map<String, List<ClassFile>> compiled() {
    return compiled;
  }

  /** All classes by their own names. */
  Map<String, ClassFile> all() {
    return Stream.of(before, compiled)
        .flatMap(files -> files.values().stream())
        .flatMap(List::stream)
        .collect(Collectors.toMap(file -> file.className, file -> file));
  }
}
