package io.github.datalab4j.generator.model;

import io.github.datalab4j.generator.naming.JavaNames;
import io.github.datalab4j.generator.naming.JavaText;
import io.github.datalab4j.generator.naming.NameScope;
import io.github.datalab4j.generator.type.JavaType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The source of one field: of the class, its builder and its adapter. Names with an underscore are
 * the generator's own: no property is named like that.
 */
public final class FieldCode {
  private static final int WORD = 31;

  private final FieldSpec field;
  private final JavaType type;
  private final JsonCode json;
  private final int index;
  private final int presenceIndex;
  private final int foldIndex;
  private final @Nullable String presenceMethod;

  FieldCode(
      FieldSpec field,
      JsonCode json,
      int index,
      int presenceIndex,
      int foldIndex,
      NameScope methods) {
    this.field = field;
    this.type = field.type();
    this.json = json;
    this.index = index;
    this.presenceIndex = presenceIndex;
    this.foldIndex = foldIndex;
    String hasName = "has" + JavaNames.pascal(field.name());
    this.presenceMethod = field.tracksPresence() ? methods.unique(hasName) : null;
  }

  public String name() {
    return field.name();
  }

  public String jsonLiteral() {
    return field.jsonLiteral();
  }

  /** Its place among the known fields. */
  public int index() {
    return index;
  }

  /** Its variable while the adapter reads. */
  public String local() {
    return name() + "_";
  }

  public boolean required() {
    return field.required();
  }

  public boolean deprecated() {
    return field.deprecated();
  }

  /** Whether the value is there whenever the object is. */
  public boolean isAlwaysThere() {
    return field.required() && !type.nullable();
  }

  public boolean isPrimitive() {
    return isAlwaysThere() && type.isPrimitive();
  }

  /**
   * Whether its value may lie among the bits of presence: a Boolean needs two of them, a field 32.
   */
  static boolean canFold(FieldSpec field) {
    return field.tracksPresence() && field.type().is(JavaType.Kind.BOOLEAN);
  }

  /** Whether its value lies among the bits of presence. */
  public boolean isFolded() {
    return foldIndex >= 0;
  }

  /** Statement that puts the value among the bits, in the parameters of the constructor. */
  public String fold() {
    String word = "present_" + foldIndex / WORD;
    return word + " = ModelValues.fold(" + word + ", " + name() + ", " + mask(foldIndex) + ");";
  }

  /** The value as the object has it: null where it is absent. */
  public String stored() {
    return stored("this");
  }

  private String stored(String owner) {
    return isFolded()
        ? "ModelValues.unfold("
            + owner
            + ".present_"
            + foldIndex / WORD
            + ", "
            + mask(foldIndex)
            + ")"
        : owner + "." + name();
  }

  /** The type of the field of the class. */
  public String fieldType() {
    return field.required() ? type.required() : type.optional();
  }

  /** The type of the field of the builder. */
  public String builderType() {
    return type.optional();
  }

  /** The type of the variable while the adapter reads. */
  public String localType() {
    return isPrimitive() ? type.source() : type.boxed();
  }

  public String localStart() {
    return !isPrimitive() ? "null" : type.is(JavaType.Kind.BOOLEAN) ? "false" : "0";
  }

  /** What the accessor gives. */
  public String accessorType() {
    if (field.required() || (field.hasDefault() && !type.nullable())) {
      return type.required();
    }
    return type.optional();
  }

  public String accessorExpression() {
    String self = stored();
    if (!field.hasDefault() || field.required()) {
      return self;
    }
    if (!type.nullable()) {
      return self + " != null ? " + self + " : " + defaultValue();
    }
    // Beside an unboxed default, Java would unbox a null.
    String fallback =
        type.isPrimitive() ? type.boxed() + ".valueOf(" + defaultValue() + ")" : defaultValue();
    return isPresent("this") + " ? " + self + " : " + fallback;
  }

  private String defaultValue() {
    String method = defaultMethod();
    return method != null ? method + "()" : String.valueOf(field.defaultExpression());
  }

  /** What gives a default that is more than a literal: many of them would not fit one method. */
  public @Nullable String defaultMethod() {
    boolean literal = type.isPlainText() || type.is(JavaType.Kind.ENUM);
    return field.hasDefault() && !literal ? name() + "_default" : null;
  }

  public @Nullable String defaultExpression() {
    return field.defaultExpression();
  }

  /** The type of the default. */
  public String defaultType() {
    return type.required();
  }

  /** What the builder's method takes. */
  public String parameterType() {
    return isAlwaysThere() ? type.source() : type.optional();
  }

  /** What the builder keeps of its parameter. */
  public String kept() {
    boolean container = type.is(JavaType.Kind.LIST) || type.is(JavaType.Kind.MAP);
    if (type.is(JavaType.Kind.FREE_FORM)) {
      return "FreeFormJson.copy(" + name() + ")";
    }
    if (container) {
      String copy = type.isDeeplyFreeForm() ? "copyFreeForm" : "copy";
      String kept = "ModelValues." + copy + "(" + name() + ")";
      return isAlwaysThere() ? kept : name() + " == null ? null : " + kept;
    }
    return isAlwaysThere() && !type.isPrimitive()
        ? "Objects.requireNonNull(" + name() + ", \"" + name() + "\")"
        : name();
  }

  boolean keepsByObjects() {
    return kept().startsWith("Objects.");
  }

  /** What goes from the builder {@code builder} into the class. */
  public String built() {
    String kept = "builder." + name();
    if (!isAlwaysThere()) {
      return kept;
    }
    return field.hasDefault()
        ? kept + " != null ? " + kept + " : " + defaultValue()
        : "ModelValues.required(" + kept + ", " + JavaText.literal(field.name()) + ")";
  }

  public boolean tracksPresence() {
    return field.tracksPresence();
  }

  public @Nullable String presenceMethod() {
    return presenceMethod;
  }

  int presenceWord() {
    return presenceIndex / WORD;
  }

  static int words(int bits) {
    return (bits + WORD - 1) / WORD;
  }

  /** The next bit from which on two are in one word. */
  static int nextPair(int bit) {
    return bit % WORD == WORD - 1 ? bit + 1 : bit;
  }

  private static String mask(int bit) {
    return "0x" + Integer.toHexString(1 << (bit % WORD));
  }

  private String isPresent(String owner) {
    return "(" + owner + ".present_" + presenceWord() + " & " + mask(presenceIndex) + ") != 0";
  }

  public String isPresent() {
    return isPresent("this");
  }

  /** Statement that marks the field as present, in the adapter's variables. */
  public String markLocal() {
    return "present_" + presenceWord() + " |= " + mask(presenceIndex) + ";";
  }

  /** Whether the adapter has to note that it was there, as its value cannot tell. */
  public boolean isNoted() {
    return field.required() && (type.isPrimitive() || type.nullable());
  }

  /** The variable for that. */
  public String note() {
    return name() + "_read";
  }

  /** Whether it is absent although required, in the adapter's variables. */
  public String isMissing() {
    return isNoted() ? "!" + note() : local() + " == null";
  }

  public String read() {
    return json.read(type);
  }

  /** As {@link #read}, where the adapter has a constant for the texts that are likely. */
  public String readLikely() {
    return hasLikelyTexts() ? JsonCode.readLikely(type, likelyConstant()) : read();
  }

  public boolean hasLikelyTexts() {
    return !field.likelyTexts().isEmpty();
  }

  /** The adapter's constant for them. */
  public String likelyConstant() {
    return "LIKELY_" + index;
  }

  /** They themselves, as literals. */
  public String likelyLiterals() {
    return field.likelyTexts().stream().map(JavaText::literal).collect(Collectors.joining(", "));
  }

  /** The statements that write the field of {@code value}. */
  public List<String> write() {
    List<String> lines = new ArrayList<>();
    String expression = stored("value");
    String indent = "";
    if (field.tracksPresence()) {
      lines.add("if (" + isPresent("value") + ") {");
    } else if (!field.required()) {
      lines.add("if (" + expression + " != null) {");
    }
    if (!lines.isEmpty()) {
      indent = "  ";
    }
    lines.add(indent + "writer.name(" + jsonLiteral() + ");");
    if (type.nullable() && !type.is(JavaType.Kind.FREE_FORM)) {
      lines.add(indent + "if (" + expression + " == null) {");
      lines.add(indent + "  StrictJson.writeNull(writer);");
      lines.add(indent + "} else {");
      lines.add(indent + "  " + json.writeNotNull(type, expression));
      lines.add(indent + "}");
    } else {
      lines.add(indent + json.writeNotNull(type, expression));
    }
    if (!indent.isEmpty()) {
      lines.add("}");
    }
    return lines;
  }

  /** Whether this and {@code that_} differ in it. */
  public String differs() {
    String other = "that_." + name();
    if (!isPrimitive()) {
      return "!Objects.equals(this." + name() + ", " + other + ")";
    }
    return type.is(JavaType.Kind.DOUBLE)
        ? "Double.compare(this." + name() + ", " + other + ") != 0"
        : "this." + name() + " != " + other;
  }

  public String hash() {
    String self = stored();
    if (!isPrimitive()) {
      return "Objects.hashCode(" + self + ")";
    }
    switch (type.kind()) {
      case BOOLEAN:
        return "(" + self + " ? 1231 : 1237)";
      case LONG:
        return "(int) (" + self + " ^ (" + self + " >>> 32))";
      case DOUBLE:
        return "Double.valueOf(" + self + ").hashCode()";
      default:
        return self;
    }
  }

  /** What the text of the object shows of it; nothing of a secret. */
  public String shown() {
    String self = stored();
    if (!field.secret()) {
      return self;
    }
    return isPrimitive() ? "\"***\"" : self + " == null ? null : \"***\"";
  }

  /** The name of the field in the text of the object. */
  public String nameLiteral() {
    return JavaText.literal(name());
  }

  public List<String> javadoc() {
    List<String> lines = new ArrayList<>(field.javadoc());
    if (lines.isEmpty()) {
      lines.addAll(JavaText.javadoc("The JSON field " + field.jsonName() + "."));
    }
    String end = remark();
    if (!end.isEmpty()) {
      List<String> paragraph = JavaText.javadoc(end);
      lines.add("");
      lines.add("<p>" + paragraph.get(0));
      lines.addAll(paragraph.subList(1, paragraph.size()));
    }
    return lines;
  }

  /** What a reader must know of absent and null. */
  private String remark() {
    if (field.required()) {
      return type.nullable() ? "Null where the service says null." : "";
    }
    if (field.hasDefault()) {
      String value = String.valueOf(field.defaultValue());
      String shown = value.length() <= 60 ? value : "the default";
      return "Where it is absent: " + (shown.isEmpty() ? "an empty text" : shown) + ".";
    }
    return type.nullable() ? "Null where it is absent or null." : "Null where it is absent.";
  }
}
