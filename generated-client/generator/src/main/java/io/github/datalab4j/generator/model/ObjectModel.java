package io.github.datalab4j.generator.model;

import io.github.datalab4j.generator.type.JavaType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A class with fields, a builder, and a place for the JSON fields that the document does not name.
 */
public final class ObjectModel extends ModelSpec {
  /** What the class needs itself. */
  static final Set<String> RESERVED_MEMBERS =
      Set.of("additionalProperties", "builder", "toBuilder", "build", "putAdditionalProperty");

  private final List<FieldSpec> fields = new ArrayList<>();
  private JavaType additional = JavaType.FREE_FORM;
  private boolean closed;
  private final List<String> words = new ArrayList<>();
  private boolean toldApart;
  private @Nullable ObjectCode code;

  ObjectModel(String className, String origin) {
    super(className, origin);
  }

  void add(FieldSpec field) {
    fields.add(field);
  }

  void additional(JavaType type, boolean ruledOut) {
    this.additional = type;
    this.closed = ruledOut;
  }

  /** In the document's order. */
  public List<FieldSpec> fields() {
    return Collections.unmodifiableList(fields);
  }

  /** The type of further fields. */
  public JavaType additional() {
    return additional;
  }

  /** Whether the document rules further fields out. They are kept all the same. */
  public boolean closed() {
    return closed;
  }

  void words(List<String> more) {
    words.addAll(more);
  }

  /** What the document asks of the fields together, and of further ones; mostly nothing. */
  public List<String> words() {
    return Collections.unmodifiableList(words);
  }

  /** Asks for what a union needs to tell it from other objects. */
  void tellApart() {
    this.toldApart = true;
  }

  /** The source; complete models only. */
  public ObjectCode code() {
    if (code == null) {
      code = new ObjectCode(this, toldApart);
    }
    return code;
  }

  @Override
  public boolean adapterNeedsMoshi() {
    return code().needsMoshi();
  }
}
