package io.github.datalab4j.generator.testing;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import io.github.datalab4j.generator.model.TypeResolver;
import io.github.datalab4j.generator.report.Findings;
import io.github.datalab4j.generator.type.JavaType;
import io.swagger.v3.oas.models.OpenAPI;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The models of a document: generated, compiled, loaded, to be called by name. */
public final class GeneratedModels {
  private final TypeResolver types;
  private final Findings findings;
  private final Map<String, String> sources;
  private final ClassLoader classes;
  private final Moshi moshi;

  private GeneratedModels(TypeResolver types, Findings findings) {
    this.findings = findings;
    this.types = types;
    this.sources = ModelSources.of(types);
    this.classes = InMemoryCompiler.compile(sources);
    JsonAdapter.Factory factory =
        (JsonAdapter.Factory) field(type("ModelJsonAdapters"), "FACTORY", null);
    this.moshi = new Moshi.Builder().add(factory).build();
  }

  public static GeneratedModels of(OpenAPI document) {
    Findings findings = new Findings();
    return new GeneratedModels(new TypeResolver(document, findings), findings);
  }

  /** Of all that was resolved until now, and the components. */
  static GeneratedModels of(TypeResolver types) {
    return new GeneratedModels(types, new Findings());
  }

  /** Of a 3.1 document with these schemas, written with single quotes. */
  public static GeneratedModels ofSchemas(String schemas) {
    return of(Documents.ofSchemas(schemas));
  }

  public TypeResolver types() {
    return types;
  }

  public Findings findings() {
    return findings;
  }

  public String source(String simpleName) {
    return sources.get(ModelSources.PACKAGE + "." + simpleName);
  }

  public Moshi moshi() {
    return moshi;
  }

  /** The adapter for a type as an interface would name it, with its annotation. */
  public JsonAdapter<Object> adapter(JavaType type) {
    JsonAdapter<Object> adapter =
        hasNullableElements(type)
            ? moshi.adapter(reflected(type), type("NullableElements").asSubclass(Annotation.class))
            : moshi.adapter(reflected(type));
    return type.nullable() ? adapter.nullSafe() : adapter;
  }

  private static boolean hasNullableElements(JavaType type) {
    return (type.is(JavaType.Kind.LIST) || type.is(JavaType.Kind.MAP))
        && ((type.element().nullable() && !type.element().is(JavaType.Kind.FREE_FORM))
            || hasNullableElements(type.element()));
  }

  private Type reflected(JavaType type) {
    switch (type.kind()) {
      case LIST:
        return Types.newParameterizedType(List.class, reflected(type.element()));
      case MAP:
        return Types.newParameterizedType(Map.class, String.class, reflected(type.element()));
      case FREE_FORM:
        return Object.class;
      case LONG:
        return Long.class;
      case INT:
        return Integer.class;
      case DOUBLE:
        return Double.class;
      case BOOLEAN:
        return Boolean.class;
      default:
        return type.isModel() ? type(type.modelName()) : String.class;
    }
  }

  public Class<?> type(String simpleName) {
    try {
      return Class.forName(ModelSources.PACKAGE + "." + simpleName, true, classes);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  public boolean has(String simpleName) {
    return source(simpleName) != null;
  }

  /** Reads JSON, written with single quotes, as a model. */
  public Object read(String simpleName, String json) {
    return readExactly(simpleName, json.replace('\'', '"'));
  }

  /** Reads JSON as it stands. */
  public Object readExactly(String simpleName, String json) {
    try {
      return moshi.adapter(type(simpleName)).fromJson(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A model's JSON, with single quotes. */
  @SuppressWarnings("unchecked")
  public String write(Object value) {
    JsonAdapter<Object> adapter = (JsonAdapter<Object>) moshi.adapter(value.getClass());
    return adapter.toJson(value).replace('"', '\'');
  }

  /** What comes out when JSON is read and written again, all with single quotes. */
  public String roundTrip(String simpleName, String json) {
    return write(read(simpleName, json));
  }

  public Object builder(String simpleName) {
    return callStatic(simpleName, "builder");
  }

  /** Calls the method of that name which takes the arguments. */
  public static @Nullable Object call(Object target, String method, @Nullable Object... arguments) {
    return invoke(target.getClass(), target, method, arguments);
  }

  public Object callStatic(String simpleName, String method, @Nullable Object... arguments) {
    return invoke(type(simpleName), null, method, arguments);
  }

  /** The value of a static field. */
  public Object constant(String simpleName, String name) {
    return field(type(simpleName), name, null);
  }

  private static Object field(Class<?> type, String name, @Nullable Object target) {
    try {
      return type.getField(name).get(target);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  private static Object invoke(
      Class<?> type, @Nullable Object target, String name, @Nullable Object... arguments) {
    for (Method method : type.getMethods()) {
      if (method.getName().equals(name) && takes(method, arguments)) {
        try {
          return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
          throw rethrow(e.getCause());
        } catch (IllegalAccessException e) {
          throw new AssertionError(e);
        }
      }
    }
    throw new AssertionError("no " + type.getSimpleName() + "." + name + " for these arguments");
  }

  private static boolean takes(Method method, @Nullable Object[] arguments) {
    Class<?>[] parameters = method.getParameterTypes();
    if (parameters.length != arguments.length) {
      return false;
    }
    for (int i = 0; i < parameters.length; i++) {
      Class<?> parameter = parameters[i];
      boolean fits =
          parameter.isPrimitive()
              ? arguments[i] != null && boxed(parameter) == arguments[i].getClass()
              : arguments[i] == null || parameter.isInstance(arguments[i]);
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private static Class<?> boxed(Class<?> primitive) {
    return java.lang.invoke.MethodType.methodType(primitive).wrap().returnType();
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> RuntimeException rethrow(Throwable error) throws T {
    throw (T) error;
  }
}
