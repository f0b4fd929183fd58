package io.github.datalab4j.generator.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Compiles as a user's strictest build would: Java 8, every lint, each warning an error. */
public final class InMemoryCompiler {
  private static final List<String> OPTIONS =
      List.of("-source", "8", "-target", "8", "-Xlint:all,-options", "-Werror", "-proc:none");

  private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

  /** Kept, as it remembers what is in the JDK and the jars: to open them takes a second. */
  private static final ThreadLocal<StandardJavaFileManager> JARS =
      ThreadLocal.withInitial(InMemoryCompiler::jars);

  private static final ThreadLocal<ClassCache> CACHE = ThreadLocal.withInitial(ClassCache::new);

  private InMemoryCompiler() {}

  /**
   * Compiles and loads.
   *
   * @param sources by full class name
   * @throws AssertionError with all messages and the lines they are about, if there is any
   */
  public static ClassLoader compile(Map<String, String> sources) {
    DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
    Map<String, List<ClassFile>> before = CACHE.get().find(sources);
    CompilerFiles classes = new CompilerFiles(JARS.get(), before);
    List<JavaFileObject> files = new ArrayList<>();
    sources.forEach(
        (name, source) -> {
          if (!before.containsKey(name)) {
            files.add(new SourceFile(name, source));
          }
        });
    if (!files.isEmpty()) {
      COMPILER.getTask(null, classes, messages, OPTIONS, null, files).call();
    }
    if (!messages.getDiagnostics().isEmpty()) {
      throw new AssertionError(text(messages.getDiagnostics()));
    }
    CACHE.get().add(sources, classes.compiled());
    return new Loader(classes.all());
  }

  private static StandardJavaFileManager jars() {
    Set<File> paths = new LinkedHashSet<>();
    for (Class<?> type :
        List.of(
            retrofit2.Retrofit.class,
            retrofit2.adapter.rxjava3.RxJava3CallAdapterFactory.class,
            com.squareup.moshi.Moshi.class,
            okhttp3.OkHttpClient.class,
            okio.Buffer.class,
            io.reactivex.rxjava3.core.Single.class,
            org.reactivestreams.Publisher.class,
            org.jspecify.annotations.Nullable.class,
            kotlin.Unit.class)) {
      paths.add(new File(uri(type)));
    }
    StandardJavaFileManager manager = COMPILER.getStandardFileManager(null, null, UTF_8);
    try {
      manager.setLocation(StandardLocation.CLASS_PATH, paths);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return manager;
  }

  private static URI uri(Class<?> type) {
    return URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString());
  }

  private static String text(List<Diagnostic<? extends JavaFileObject>> messages) {
    return messages.size()
        + " messages\n"
        + messages.stream().limit(20).map(InMemoryCompiler::text).collect(Collectors.joining("\n"));
  }

  private static String text(Diagnostic<? extends JavaFileObject> message) {
    if (message.getSource() == null) {
      return message.toString();
    }
    String[] lines = ((SourceFile) message.getSource()).text.split("\n", -1);
    int line = (int) message.getLineNumber();
    return message + "\n    " + (line > 0 ? lines[line - 1] : "");
  }

  private static final class Loader extends ClassLoader {
    private final Map<String, ClassFile> classes;

    Loader(Map<String, ClassFile> classes) {
      super(InMemoryCompiler.class.getClassLoader());
      this.classes = classes;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      ClassFile file = classes.get(name);
      if (file == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] bytes = file.bytes();
      return defineClass(name, bytes, 0, bytes.length);
    }
  }
}
