package io.github.datalab4j.generator.model;

import io.github.datalab4j.generator.naming.JavaNames;
import io.github.datalab4j.generator.naming.JavaText;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One class to be generated, with its adapter. */
public abstract class ModelSpec {
  private final String className;
  private final String origin;
  private List<String> javadoc = Collections.emptyList();

  ModelSpec(String className, String origin) {
    this.className = className;
    this.origin = origin;
  }

  /** The simple name of the class. */
  public final String className() {
    return className;
  }

  /** The simple name of its adapter. */
  public final String adapterName() {
    return className + "JsonAdapter";
  }

  /** The schema that it was made from, as a person names it: {@code Pet}, {@code Pet.owner}. */
  public final String origin() {
    return origin;
  }

  /** What Javadoc says of the class, escaped; may be empty. */
  public final List<String> javadoc() {
    return javadoc;
  }

  final void describe(@Nullable String title, @Nullable String description, boolean deprecated) {
    String text = "";
    if (description != null) {
      text = description;
    } else if (title != null && !JavaNames.pascal(title).equals(className)) {
      text = title;
    }
    if (deprecated) {
      text = text + "\n\nDeprecated by the service.";
    }
    this.javadoc = text.trim().isEmpty() ? Collections.emptyList() : JavaText.javadoc(text);
  }

  /** {@link #origin()}, escaped for Javadoc. */
  public final String originText() {
    return String.join(" ", JavaText.javadoc(origin));
  }

  /** Whether its adapter is made with a Moshi, to find other adapters. */
  public abstract boolean adapterNeedsMoshi();

  public boolean isObject() {
    return this instanceof ObjectModel;
  }

  public boolean isEnum() {
    return this instanceof EnumModel;
  }

  public boolean isUnion() {
    return this instanceof UnionModel;
  }

  @Override
  public final String toString() {
    return className;
  }
}
