package io.github.datalab4j.generator;

import com.squareup.moshi.Moshi;
import io.github.datalab4j.generator.testing.InMemoryCompiler;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.Call;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;
import retrofit2.Retrofit;

/** A client that was generated into a folder, to be compiled strictly and called. */
public final class GeneratedClient {
  static final String PACKAGE = "generated";

  private final Path folder;

  private GeneratedClient(Path folder) {
    this.folder = folder;
  }

  /** Generates as the Maven plugin does. */
  public static GeneratedClient generate(Path document, Path folder, Map<String, String> options) {
    CodegenConfigurator configurator =
        new CodegenConfigurator()
            .setGeneratorName("retrofit-moshi")
            .setInputSpec(document.toString())
            .setOutputDir(folder.toString())
            .setValidateSpec(false);
    configurator.setInvokerPackage(options.getOrDefault("invokerPackage", PACKAGE));
    configurator.addAdditionalProperty("sourceFolder", "java");
    options.forEach(configurator::addAdditionalProperty);
    new DefaultGenerator().opts(configurator.toClientOptInput()).generate();
    return new GeneratedClient(folder);
  }

  public static GeneratedClient generate(Path document, Path folder) {
    return generate(document, folder, Collections.singletonMap("withHttpInfo", "true"));
  }

  Path source(String className) {
    return folder.resolve("java/" + className.replace('.', '/') + ".java");
  }

  String text(String className) {
    return read(source(className));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Path> files() {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().collect(Collectors.toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** By full class name. */
  Map<String, String> sources() {
    Map<String, String> sources = new TreeMap<>();
    for (Path file : files()) {
      // Another generation may lie within this one's folder.
      String name = file.toString().replace(File.separatorChar, '/');
      if (name.endsWith(".java")) {
        String source = name.substring(name.lastIndexOf("/java/") + "/java/".length());
        sources.put(source.replace(".java", "").replace('/', '.'), read(file));
      }
    }
    return sources;
  }

  /** Compiles for Java 8 with every warning as an error, and loads. */
  public Loaded compile() {
    Map<String, String> sources = sources();
    return new Loaded(sources.keySet(), InMemoryCompiler.compile(sources));
  }

  /** The compiled client. */
  public static final class Loaded {
    private final Collection<String> classNames;
    private final ClassLoader loader;

    Loaded(Collection<String> classNames, ClassLoader loader) {
      this.classNames = classNames;
      this.loader = loader;
    }

    public Class<?> type(String name) {
      try {
        return loader.loadClass(PACKAGE + "." + name);
      } catch (ClassNotFoundException e) {
        throw new AssertionError(e);
      }
    }

    public Moshi moshi() {
      return ((Moshi.Builder) call(type("ApiClient"), null, "moshi")).build();
    }

    public Retrofit.Builder retrofit(Call.Factory calls) {
      return (Retrofit.Builder) call(type("ApiClient"), null, "retrofit", calls, moshi());
    }

    List<Class<?>> interfaces() {
      String start = PACKAGE + ".";
      return classNames.stream()
          .filter(name -> name.startsWith(start + "api.") && name.endsWith("Api"))
          .map(name -> type(name.substring(start.length())))
          .collect(Collectors.toList());
    }

    /** A value of a generated model, read from JSON. */
    Object model(String name, String json) {
      try {
        return moshi().adapter(type("model." + name)).fromJson(json);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Calls the one method of that name. */
  public static Object call(Class<?> type, Object target, String name, Object... arguments) {
    for (Method method : type.getMethods()) {
      if (method.getName().equals(name) && method.getParameterCount() == arguments.length) {
        try {
          return method.invoke(target, arguments);
        } catch (ReflectiveOperationException e) {
          throw new LinkageError(name, e);
        }
      }
    }
    throw new AssertionError("No method " + name + " in " + type);
  }
}
