package io.github.datalab4j.api;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;

/** Public classes as text: a line each, and below it, indented, one for each member. */
final class ApiText {
  private static final int SHOWN =
      Modifier.PUBLIC | Modifier.PROTECTED | Modifier.STATIC | Modifier.FINAL | Modifier.ABSTRACT;

  private ApiText() {}

  static String of(Collection<Class<?>> classes) {
    SortedSet<String> blocks = new TreeSet<>();
    for (Class<?> type : classes) {
      if (isPublic(type)) {
        blocks.add(head(type) + "\n" + String.join("", members(type)));
      }
    }
    return String.join("\n", blocks);
  }

  private static boolean isPublic(Class<?> type) {
    Class<?> outer = type.getDeclaringClass();
    return Modifier.isPublic(type.getModifiers())
        && !type.isAnonymousClass()
        && (outer == null || isPublic(outer));
  }

  private static String head(Class<?> type) {
    String kind = type.isInterface() ? "interface " : type.isEnum() ? "enum " : "class ";
    StringBuilder head = new StringBuilder(TypeText.name(type)).append(": ");
    head.append(deprecation(type)).append(modifiers(type.getModifiers())).append(kind);
    head.append(TypeText.variables(type.getTypeParameters()));
    if (!type.isInterface() && !type.isEnum() && type.getSuperclass() != Object.class) {
      head.append(" extends ").append(TypeText.of(type.getAnnotatedSuperclass()));
    }
    if (type.getInterfaces().length > 0) {
      head.append(" implements ").append(TypeText.all(type.getAnnotatedInterfaces()));
    }
    return head.toString().replaceAll(" +", " ").trim();
  }

  private static SortedSet<String> members(Class<?> type) {
    SortedSet<String> members = new TreeSet<>();
    for (Field field : type.getDeclaredFields()) {
      add(members, field, type, field.getName() + ": " + TypeText.of(field.getAnnotatedType()));
    }
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      add(members, constructor, type, "new" + parameters(constructor));
    }
    // A method of a superclass that is not public is one of this class, for its users.
    for (Class<?> from = type; from != null; from = from.getSuperclass()) {
      if (from == type || !Modifier.isPublic(from.getModifiers())) {
        for (Method method : from.getDeclaredMethods()) {
          String result = TypeText.of(method.getAnnotatedReturnType());
          String text = method.getName() + parameters(method) + ": " + result;
          add(members, method, type, TypeText.variables(method.getTypeParameters()) + text);
        }
      }
    }
    return members;
  }

  private static <M extends Member & AnnotatedElement> void add(
      SortedSet<String> members, M member, Class<?> type, String text) {
    boolean extended = !Modifier.isFinal(type.getModifiers());
    int seen = Modifier.PUBLIC | (extended ? Modifier.PROTECTED : 0);
    if ((member.getModifiers() & seen) != 0 && !member.isSynthetic()) {
      members.add("  " + deprecation(member) + modifiers(member.getModifiers()) + text + "\n");
    }
  }

  private static String parameters(Executable executable) {
    String parameters = "(" + TypeText.all(executable.getAnnotatedParameterTypes()) + ")";
    return executable.getExceptionTypes().length == 0
        ? parameters
        : parameters + " throws " + TypeText.all(executable.getAnnotatedExceptionTypes());
  }

  private static String modifiers(int modifiers) {
    String text = Modifier.toString(modifiers & SHOWN & ~Modifier.INTERFACE);
    return text.isEmpty() ? "" : text + " ";
  }

  private static String deprecation(AnnotatedElement element) {
    return element.isAnnotationPresent(Deprecated.class) ? "deprecated " : "";
  }
}
