package io.github.datalab4j.generator.model;

import io.github.datalab4j.generator.naming.JavaText;
import io.github.datalab4j.generator.type.JavaType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The source of a union's adapter: decided by discriminator, or else by what the JSON is. */
public final class UnionCode {
  private final UnionModel union;
  private final Map<String, ModelSpec> models;
  private final JsonCode json = new JsonCode();
  private final List<Written> alternatives = new ArrayList<>();

  UnionCode(UnionModel union, Map<String, ModelSpec> models) {
    this.union = union;
    this.models = models;
    for (UnionModel.Alternative alternative : union.alternatives()) {
      alternatives.add(new Written(alternative, json));
    }
  }

  /** What the adapter imports. */
  public List<String> imports() {
    Set<String> imports = new TreeSet<>();
    imports.add("com.squareup.moshi.JsonAdapter");
    imports.add("com.squareup.moshi.JsonReader");
    imports.add("com.squareup.moshi.JsonWriter");
    imports.add("java.io.IOException");
    imports.add("org.jspecify.annotations.Nullable");
    if (tries()) {
      imports.add("com.squareup.moshi.JsonDataException");
    }
    if (needsMoshi()) {
      imports.add("com.squareup.moshi.Moshi");
    }
    json.fields().forEach(field -> imports.addAll(field.type().imports("")));
    return new ArrayList<>(imports);
  }

  public List<JsonCode.AdapterField> adapters() {
    return json.fields();
  }

  public boolean needsMoshi() {
    return json.needsMoshi();
  }

  public List<Written> alternatives() {
    return alternatives;
  }

  /** The alternatives that are read one after the other. */
  public List<Written> containers() {
    return alternatives.stream().filter(Written::isContainer).collect(Collectors.toList());
  }

  /** Whether something has to be read to know that it is an alternative. */
  public boolean tries() {
    return chooses() || containers().stream().anyMatch(a -> !a.type().isDeeplyFreeForm());
  }

  public String discriminatorLiteral() {
    return union.discriminator() == null ? "null" : JavaText.literal(union.discriminator());
  }

  public int fallback() {
    return union.fallback();
  }

  /** Whether there are objects to choose between. */
  public boolean chooses() {
    return union.objects().size() > 1;
  }

  /** The statements that set up the choice between objects. */
  public List<String> choice() {
    List<String> lines = new ArrayList<>();
    for (UnionModel.Alternative object : union.objects()) {
      String shape =
          object.type().is(JavaType.Kind.MAP)
              ? "new ObjectChoice.Shape(false, \""
                  + ShapeCode.tokens(object.type().element())
                  + "\")"
              : object.type().modelName() + "JsonAdapter.shape()";
      lines.add("choice.add(" + object.index() + ", " + shape + ");");
    }
    union
        .cases()
        .forEach(
            (value, indexes) ->
                lines.add("choice.when(" + JavaText.literal(value) + ", " + list(indexes) + ");"));
    return lines;
  }

  private static String list(Iterable<Integer> indexes) {
    StringBuilder list = new StringBuilder();
    indexes.forEach(index -> list.append(list.length() == 0 ? "" : ", ").append(index));
    return list.toString();
  }

  /** What is read for each kind of JSON. */
  public List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    cases.add(new Case("STRING", strings()));
    cases.add(new Case("NUMBER", numbers()));
    cases.add(new Case("BOOLEAN", booleans()));
    cases.add(new Case("BEGIN_ARRAY", lists()));
    cases.add(new Case("BEGIN_OBJECT", objects()));
    cases.removeIf(one -> one.lines.isEmpty());
    return cases;
  }

  /** Whether null is an error here. */
  public boolean refusesNull() {
    return true;
  }

  private List<Written> of(JavaType.Kind kind) {
    return alternatives.stream().filter(a -> a.type().is(kind)).collect(Collectors.toList());
  }

  private List<Written> enums(boolean ofText) {
    return of(JavaType.Kind.ENUM).stream()
        .filter(a -> enumModel(a).isText() == ofText)
        .collect(Collectors.toList());
  }

  private EnumModel enumModel(Written alternative) {
    return (EnumModel) Objects.requireNonNull(models.get(alternative.type().modelName()));
  }

  private List<String> strings() {
    List<Written> enums = enums(true);
    List<Written> texts = of(JavaType.Kind.STRING);
    List<String> lines = new ArrayList<>();
    if (enums.size() == 1 && texts.isEmpty()) {
      lines.add("return " + made(enums.get(0), enums.get(0).read()) + ";");
      return lines;
    }
    if (enums.isEmpty() && texts.isEmpty()) {
      return lines;
    }
    lines.add("String text = reader.nextString();");
    for (Written known : enums) {
      lines.addAll(ifKnown(known, known.type().modelName() + ".of(text)"));
    }
    lines.add("return " + (texts.isEmpty() ? unknown("text") : made(texts.get(0), "text")) + ";");
    return lines;
  }

  private List<String> ifKnown(Written known, String value) {
    String name = "enum" + known.index();
    List<String> lines = new ArrayList<>();
    lines.add(known.type().modelName() + " " + name + " = " + value + ";");
    lines.add("if (" + name + ".isKnown()) {");
    lines.add("  return " + made(known, name) + ";");
    lines.add("}");
    return lines;
  }

  private List<String> numbers() {
    List<Written> wholes = new ArrayList<>(of(JavaType.Kind.LONG));
    wholes.addAll(of(JavaType.Kind.INT));
    List<Written> decimals = of(JavaType.Kind.DOUBLE);
    List<Written> enums = enums(false);
    List<String> lines = new ArrayList<>();
    if (wholes.isEmpty() && decimals.isEmpty() && enums.isEmpty()) {
      return lines;
    }
    lines.add("Number number = FreeFormJson.readNumber(reader);");
    boolean wholeNumbers = !wholes.isEmpty();
    for (Written known : enums) {
      wholeNumbers |= enumModel(known).valueType().is(JavaType.Kind.LONG);
    }
    if (wholeNumbers) {
      lines.add("Long whole = StrictJson.wholeOrNull(number);");
    }
    for (Written known : enums) {
      addNumberEnum(known, lines);
    }
    for (Written whole : wholes) {
      boolean isInt = whole.type().is(JavaType.Kind.INT);
      String written = decimals.isEmpty() ? "" : " && number instanceof Long";
      String fits = isInt ? " && whole == whole.intValue()" : "";
      lines.add("if (whole != null" + written + fits + ") {");
      lines.add("  return " + made(whole, isInt ? "whole.intValue()" : "whole.longValue()") + ";");
      lines.add("}");
    }
    if (decimals.isEmpty()) {
      lines.add("return " + unknown("number") + ";");
      return lines;
    }
    lines.add("if (Double.isInfinite(number.doubleValue())) {"); // no double, and no JSON
    lines.add("  return " + unknown("number") + ";");
    lines.add("}");
    lines.add("return " + made(decimals.get(0), "number.doubleValue()") + ";");
    return lines;
  }

  private void addNumberEnum(Written known, List<String> lines) {
    String name = known.type().modelName();
    if (enumModel(known).valueType().is(JavaType.Kind.LONG)) {
      lines.add("if (whole != null) {");
      ifKnown(known, name + ".of(whole)").forEach(line -> lines.add("  " + line));
      lines.add("}");
    } else {
      lines.addAll(ifKnown(known, name + ".of(number.doubleValue())"));
    }
  }

  private List<String> booleans() {
    return of(JavaType.Kind.BOOLEAN).stream()
        .map(a -> "return " + made(a, "reader.nextBoolean()") + ";")
        .collect(Collectors.toList());
  }

  private List<String> lists() {
    List<Written> lists = of(JavaType.Kind.LIST);
    // The wider come last: as doubles, large whole numbers would lose digits.
    lists.sort(Comparator.comparing(list -> width(list.type().element())));
    return oneOf(lists);
  }

  /** The first of them that can be read; where none can, what stands there is kept. */
  private List<String> oneOf(List<Written> several) {
    if (several.isEmpty()) {
      return List.of();
    }
    if (several.size() == 1 && several.get(0).type().isDeeplyFreeForm()) {
      return List.of("return " + made(several.get(0)) + ";");
    }
    String indexes = list(several.stream().map(Written::index).collect(Collectors.toList()));
    String unknown = union.className() + ".UNKNOWN";
    return List.of("return readOneOf(new int[] {" + indexes + ", " + unknown + "}, reader);");
  }

  private static int width(JavaType element) {
    return element.is(JavaType.Kind.FREE_FORM) ? 2 : element.is(JavaType.Kind.DOUBLE) ? 1 : 0;
  }

  private List<String> objects() {
    return chooses()
        ? List.of("return readOneOf(CHOICE_.order(reader), reader);")
        : oneOf(
            union.objects().stream()
                .map(object -> alternatives.get(object.index()))
                .collect(Collectors.toList()));
  }

  private String made(Written alternative) {
    return made(alternative, alternative.read());
  }

  private String made(Written alternative, String value) {
    return union.className() + "." + alternative.factory() + "(" + value + ")";
  }

  private String unknown(String value) {
    return union.className() + ".ofUnknown(" + value + ")";
  }

  /** What the adapter does at one kind of JSON. */
  public static final class Case {
    private final String token;
    private final List<String> lines;

    Case(String token, List<String> lines) {
      this.token = token;
      this.lines = lines;
    }

    /** The name of Moshi's token. */
    public String token() {
      return token;
    }

    public List<String> lines() {
      return lines;
    }
  }

  /** One alternative in the adapter. */
  public static final class Written {
    private final UnionModel.Alternative alternative;
    private final String read;
    private final String write;

    Written(UnionModel.Alternative alternative, JsonCode json) {
      this.alternative = alternative;
      this.read = json.read(alternative.type());
      this.write = json.writeNotNull(alternative.type(), "value.as" + alternative.label() + "()");
    }

    public int index() {
      return alternative.index();
    }

    public String factory() {
      return alternative.factory();
    }

    public JavaType type() {
      return alternative.type();
    }

    boolean isContainer() {
      return type().is(JavaType.Kind.LIST)
          || type().is(JavaType.Kind.MAP)
          || type().is(JavaType.Kind.OBJECT);
    }

    public String read() {
      return read;
    }

    public String write() {
      return write;
    }
  }
}
