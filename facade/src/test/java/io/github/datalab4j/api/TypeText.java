package io.github.datalab4j.api;

import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedWildcardType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A type as the API file shows it: a question mark stands behind what may be null. */
final class TypeText {
  private TypeText() {}

  static String of(AnnotatedType type) {
    return plain(type) + (type.isAnnotationPresent(Nullable.class) ? "?" : "");
  }

  private static String plain(AnnotatedType type) {
    if (type instanceof AnnotatedArrayType) {
      return of(((AnnotatedArrayType) type).getAnnotatedGenericComponentType()) + "[]";
    }
    if (type instanceof AnnotatedParameterizedType) {
      AnnotatedParameterizedType generic = (AnnotatedParameterizedType) type;
      Class<?> raw = (Class<?>) ((ParameterizedType) generic.getType()).getRawType();
      return name(raw) + "<" + all(generic.getAnnotatedActualTypeArguments()) + ">";
    }
    if (type instanceof AnnotatedWildcardType) {
      AnnotatedWildcardType wildcard = (AnnotatedWildcardType) type;
      AnnotatedType[] lower = wildcard.getAnnotatedLowerBounds();
      return lower.length > 0
          ? "? super " + all(lower)
          : "? extends " + all(wildcard.getAnnotatedUpperBounds());
    }
    return name(type.getType());
  }

  static String all(AnnotatedType... types) {
    return Arrays.stream(types).map(TypeText::of).collect(Collectors.joining(", "));
  }

  /** For example {@code "<T extends Object?>"}; empty without variables. */
  static String variables(TypeVariable<?>... variables) {
    return variables.length == 0
        ? ""
        : Arrays.stream(variables)
            .map(
                variable ->
                    variable.getName()
                        + " extends "
                        + Arrays.stream(variable.getAnnotatedBounds())
                            .map(TypeText::of)
                            .collect(Collectors.joining(" & ")))
            .collect(Collectors.joining(", ", "<", "> "));
  }

  /** Without the packages that every reader knows. */
  static String name(Type type) {
    return type.getTypeName()
        .replace('$', '.')
        .replaceAll("^(java\\.lang|io\\.github\\.datalab4j)\\.(?=[A-Z])", "");
  }
}
