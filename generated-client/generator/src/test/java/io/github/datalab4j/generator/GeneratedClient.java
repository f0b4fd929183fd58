package io.github.datalab4j.generator;

import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import okhttp3.Call;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;
import retrofit2.Retrofit;

/** A client that was generated into a folder, to be compiled strictly and called. */
final class GeneratedClient {
  static final String PACKAGE = "generated";

  private final Path folder;

  private GeneratedClient(Path folder) {
    this.folder = folder;
  }

  /** Generates as the Maven plugin does. */
  static GeneratedClient generate(Path document, Path folder, Map<String, String> options) {
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

  static GeneratedClient generate(Path document, Path folder) {
    return generate(document, folder, Collections.singletonMap("withHttpInfo", "true"));
  }

  Path folder() {
    return folder;
  }

  Path source(String className) {
    return folder.resolve("java/" + className.replace('.', '/') + ".java");
  }

  String text(String className) {
    try {
      return Files.readString(source(className));
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

  /** Compiles for Java 8 with every warning as an error, and loads. */
  Loaded compile() {
    Path classes = folder.resolve("classes");
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      Files.createDirectories(classes);
      List<Path> sources =
          files().stream()
              .filter(file -> file.toString().endsWith(".java"))
              .collect(Collectors.toList());
      List<String> options =
          Arrays.asList(
              "-source",
              "8",
              "-target",
              "8",
              "-Xlint:all,-options",
              "-Werror",
              "-proc:none",
              "-d",
              classes.toString(),
              "-cp",
              System.getProperty("java.class.path"));
      boolean compiled =
          compiler
              .getTask(
                  messages,
                  manager,
                  null,
                  options,
                  null,
                  manager.getJavaFileObjectsFromPaths(sources))
              .call();
      if (!compiled) {
        throw new AssertionError(messages.toString());
      }
      return new Loaded(classes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The compiled client. */
  static final class Loaded {
    private final ClassLoader loader;
    private final Path classes;

    Loaded(Path classes) throws MalformedURLException {
      this.classes = classes;
      this.loader =
          new URLClassLoader(
              new URL[] {classes.toUri().toURL()}, GeneratedClient.class.getClassLoader());
    }

    Class<?> type(String name) {
      try {
        return loader.loadClass(PACKAGE + "." + name);
      } catch (ClassNotFoundException e) {
        throw new AssertionError(e);
      }
    }

    Moshi moshi() {
      return ((Moshi.Builder) call(type("ApiClient"), null, "moshi")).build();
    }

    Retrofit.Builder retrofit(Call.Factory calls) {
      return (Retrofit.Builder) call(type("ApiClient"), null, "retrofit", calls, moshi());
    }

    List<Class<?>> interfaces() {
      try (Stream<Path> files = Files.list(classes.resolve(PACKAGE).resolve("api"))) {
        List<Class<?>> interfaces = new ArrayList<>();
        files
            .map(file -> file.getFileName().toString())
            .filter(name -> name.endsWith("Api.class"))
            .sorted()
            .forEach(name -> interfaces.add(type("api." + name.replace(".class", ""))));
        return interfaces;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
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
  static Object call(Class<?> type, Object target, String name, Object... arguments) {
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
