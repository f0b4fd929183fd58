package io.github.datalab4j.generator.model;

import io.github.datalab4j.generator.naming.NameScope;
import io.github.datalab4j.generator.type.JavaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The source of a model and of its adapter. */
public final class ObjectCode {
  /** Java allows 255 parameters, two for a long; and the JVM 64 KB a method. */
  private static final int MOST_PARAMETERS = 100;

  private static final int GROUP = 100;

  private final ObjectModel model;
  private final JsonCode json = new JsonCode();
  private final List<FieldCode> fields = new ArrayList<>();
  private final int bits;
  private final boolean shaped;

  ObjectCode(ObjectModel model, boolean shaped) {
    this.model = model;
    this.shaped = shaped;
    NameScope methods = NameScope.ofMembers();
    model.fields().forEach(field -> methods.take(field.name()));
    int presence = 0;
    int next = (int) model.fields().stream().filter(FieldSpec::tracksPresence).count();
    for (FieldSpec field : model.fields()) {
      int index = field.tracksPresence() ? presence++ : 0;
      int fold = -1;
      if (!wide() && FieldCode.canFold(field)) {
        fold = FieldCode.nextPair(next);
        next = fold + 2;
      }
      fields.add(new FieldCode(field, json, fields.size(), index, fold, methods));
    }
    this.bits = next;
    // So that all adapters are known before the template asks for the first one.
    fields.forEach(FieldCode::read);
    if (typedAdditional()) {
      json.adapterField(JavaType.map(model.additional()));
      json.read(model.additional());
    }
  }

  public List<FieldCode> fields() {
    return fields;
  }

  /** Whether a default is another object, whose fields may be deprecated. */
  public boolean buildsOthers() {
    return model.fields().stream()
        .anyMatch(field -> String.valueOf(field.defaultExpression()).contains(".builder()"));
  }

  public List<FieldCode> requiredFields() {
    return fields.stream().filter(FieldCode::required).collect(Collectors.toList());
  }

  public List<FieldCode> notedFields() {
    return fields.stream().filter(FieldCode::isNoted).collect(Collectors.toList());
  }

  public List<FieldCode> trackedFields() {
    return fields.stream().filter(FieldCode::tracksPresence).collect(Collectors.toList());
  }

  /** The fields whose likely texts the adapter knows. */
  public List<FieldCode> likelyFields() {
    return fields.stream().filter(FieldCode::hasLikelyTexts).collect(Collectors.toList());
  }

  /** The fields in groups that fit one method each. */
  public List<Group> groups() {
    List<Group> groups = new ArrayList<>();
    for (int start = 0; start < fields.size(); start += GROUP) {
      groups.add(
          new Group(groups.size(), fields.subList(start, Math.min(start + GROUP, fields.size()))));
    }
    return groups;
  }

  /** Whether there are too many fields for one constructor and one method. */
  public boolean wide() {
    return model.fields().size() > MOST_PARAMETERS;
  }

  /** The fields that tell which fields are present. */
  public List<String> presenceWords() {
    return IntStream.range(0, FieldCode.words(bits))
        .mapToObj(word -> "present_" + word)
        .collect(Collectors.toList());
  }

  public List<JsonCode.AdapterField> adapters() {
    return json.fields();
  }

  public boolean needsMoshi() {
    return json.needsMoshi();
  }

  /** The type of the further fields' values, in a map. */
  public String additionalType() {
    return model.additional().argument();
  }

  public boolean typedAdditional() {
    return !model.additional().is(JavaType.Kind.FREE_FORM);
  }

  public String additionalRead() {
    return json.read(model.additional());
  }

  /** The type of the parameter of the builder's method. */
  public String additionalParameter() {
    return model.additional().required();
  }

  /** What the builder keeps of a further field's value. */
  public String additionalKept() {
    JavaType type = model.additional();
    if (type.is(JavaType.Kind.FREE_FORM)) {
      return "FreeFormJson.copy(value)";
    }
    boolean container = type.is(JavaType.Kind.LIST) || type.is(JavaType.Kind.MAP);
    if (!container) {
      return "value";
    }
    String copy = type.isDeeplyFreeForm() ? "copyFreeForm" : "copy";
    String kept = "ModelValues." + copy + "(value)";
    return type.nullable() ? "value == null ? null : " + kept : kept;
  }

  /** The adapter for the map of further fields, where they are typed. */
  public String additionalWrite() {
    JavaType type = model.additional();
    String write = json.writeNotNull(type, "entry_.getValue()");
    return type.nullable() && !type.is(JavaType.Kind.FREE_FORM)
        ? "if (entry_.getValue() == null) { StrictJson.writeNull(writer); } else { " + write + " }"
        : write;
  }

  /** The letters of the JSON that further fields take. */
  public String furtherTokens() {
    return ShapeCode.tokens(model.additional());
  }

  public boolean closed() {
    return model.closed();
  }

  /** Whether a union has to tell this model from others by its fields. */
  public boolean shaped() {
    return shaped;
  }

  /** The statements that describe the fields to a union. */
  public List<String> shape() {
    return ShapeCode.of(model);
  }

  /** What the class imports. */
  public List<String> imports() {
    Set<String> imports = new TreeSet<>();
    model.fields().forEach(field -> imports.addAll(imports(field)));
    imports.addAll(model.additional().imports(""));
    imports.add("java.util.Collections");
    imports.add("java.util.LinkedHashMap");
    imports.add("java.util.Map");
    imports.add("org.jspecify.annotations.Nullable");
    boolean objects =
        fields.stream().anyMatch(field -> !field.isPrimitive() || field.keepsByObjects());
    if (objects) {
      imports.add("java.util.Objects");
    }
    return new ArrayList<>(imports);
  }

  private static Set<String> imports(FieldSpec field) {
    return field.type().imports("");
  }

  /** What the adapter imports. */
  public List<String> adapterImports() {
    Set<String> imports = new TreeSet<>();
    imports.add("com.squareup.moshi.JsonAdapter");
    imports.add("com.squareup.moshi.JsonReader");
    imports.add("com.squareup.moshi.JsonWriter");
    imports.add("java.io.IOException");
    imports.add("java.util.Collections");
    imports.add("java.util.LinkedHashMap");
    imports.add("java.util.Map");
    imports.add("org.jspecify.annotations.Nullable");
    if (needsMoshi()) {
      imports.add("com.squareup.moshi.Moshi");
    }
    if (wide()) {
      imports.add("java.util.BitSet");
    }
    json.fields().forEach(field -> imports.addAll(field.type().imports("")));
    if (!wide()) {
      model.fields().forEach(field -> imports.addAll(field.type().imports("")));
    }
    return new ArrayList<>(imports);
  }

  /** Some of the fields. */
  public static final class Group {
    private final int number;
    private final List<FieldCode> fields;

    Group(int number, List<FieldCode> fields) {
      this.number = number;
      this.fields = fields;
    }

    public int number() {
      return number;
    }

    /** One more than the index of the last field. */
    public int end() {
      return fields.get(fields.size() - 1).index() + 1;
    }

    public List<FieldCode> fields() {
      return fields;
    }
  }
}
