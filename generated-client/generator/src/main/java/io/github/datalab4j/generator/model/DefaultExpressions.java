package io.github.datalab4j.generator.model;

import io.github.datalab4j.generator.naming.JavaText;
import io.github.datalab4j.generator.report.Findings;
import io.github.datalab4j.generator.type.JavaType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Defaults of the document as Java expressions. One that does not fit its type is left out. */
final class DefaultExpressions {
  private static final int DEEPEST = 20;
  private static final int LONGEST = 20_000;

  private final Map<String, ModelSpec> models;
  private final Findings findings;

  DefaultExpressions(Map<String, ModelSpec> models, Findings findings) {
    this.models = models;
    this.findings = findings;
  }

  @Nullable String expression(JavaType type, @Nullable Object value, String where) {
    if (value == null) {
      return null;
    }
    String expression = of(type, value, 0);
    if (expression == null || expression.length() > LONGEST) {
      findings.degraded(where, "the default " + value + " is no " + type + ": no default");
      return null;
    }
    return expression;
  }

  private @Nullable String of(JavaType type, @Nullable Object value, int depth) {
    if (value == null || depth > DEEPEST) {
      return value == null && type.nullable() ? "null" : null;
    }
    switch (type.kind()) {
      case ENUM:
        return ofEnum(type, value);
      case LIST:
        return value instanceof List ? ofList(type.element(), (List<?>) value, depth) : null;
      case MAP:
        return value instanceof Map ? ofMap(type.element(), (Map<?, ?>) value, depth) : null;
      case OBJECT:
        return value instanceof Map ? ofObject(type, (Map<?, ?>) value, depth) : null;
      case UNION:
        return ofUnion(type, value, depth);
      case FREE_FORM:
        return freeForm(value);
      default:
        return Literals.ofScalarOrNull(type, value);
    }
  }

  private @Nullable String ofEnum(JavaType type, Object value) {
    EnumModel model = (EnumModel) models.get(type.modelName());
    if (model == null) {
      return null;
    }
    EnumModel.Constant constant = model.constant(value);
    if (constant != null) {
      return type.modelName() + "." + constant.name();
    }
    String literal = Literals.ofScalarOrNull(model.valueType(), value);
    return literal == null ? null : type.modelName() + ".of(" + literal + ")";
  }

  private @Nullable String ofList(JavaType element, List<?> values, int depth) {
    String items = arguments(element, values, depth);
    if (items == null) {
      return null;
    }
    String witness = "<" + element.argument() + ">";
    return values.isEmpty()
        ? "Collections." + witness + "emptyList()"
        : "ModelValues." + witness + "listOf(" + items + ")";
  }

  private @Nullable String arguments(JavaType element, List<?> values, int depth) {
    List<String> items = new ArrayList<>();
    for (Object value : values) {
      String item = of(element, value, depth + 1);
      if (item == null) {
        return null;
      }
      items.add(item.equals("null") ? "(" + element.boxed() + ") null" : item);
    }
    return String.join(", ", items);
  }

  private @Nullable String ofMap(JavaType element, Map<?, ?> values, int depth) {
    String witness = "<String, " + element.argument() + ">";
    if (values.isEmpty()) {
      return "Collections." + witness + "emptyMap()";
    }
    StringBuilder entries = new StringBuilder();
    for (Map.Entry<?, ?> entry : values.entrySet()) {
      String value = of(element, entry.getValue(), depth + 1);
      if (value == null) {
        return null;
      }
      entries.append(entries.length() == 0 ? "" : ", ");
      entries.append(JavaText.literal(entry.getKey().toString())).append(", ").append(value);
    }
    return "ModelValues.<" + element.argument() + ">mapOf(" + entries + ")";
  }

  private @Nullable String ofObject(JavaType type, Map<?, ?> values, int depth) {
    ObjectModel model = (ObjectModel) models.get(type.modelName());
    if (model == null) {
      return null;
    }
    StringBuilder calls = new StringBuilder(type.modelName() + ".builder()");
    List<Object> rest = new ArrayList<>(values.keySet());
    for (FieldSpec field : model.fields()) {
      if (values.containsKey(field.jsonName())) {
        rest.remove(field.jsonName());
        String value = of(field.type(), values.get(field.jsonName()), depth + 1);
        if (value == null) {
          return null;
        }
        calls.append('.').append(field.name()).append('(').append(value).append(')');
      } else if (field.required() && field.defaultValue() == null && !field.type().nullable()) {
        return null;
      }
    }
    for (Object name : rest) {
      String value = of(model.additional(), values.get(name), depth + 1);
      if (value == null) {
        return null;
      }
      String key = JavaText.literal(name.toString());
      calls.append(".putAdditionalProperty(").append(key).append(", ").append(value).append(')');
    }
    return calls + ".build()";
  }

  private @Nullable String ofUnion(JavaType type, Object value, int depth) {
    UnionModel model = (UnionModel) models.get(type.modelName());
    if (model == null) {
      return null;
    }
    for (UnionModel.Alternative alternative : model.alternatives()) {
      String inner = of(alternative.type(), value, depth + 1);
      if (inner != null) {
        return type.modelName() + "." + alternative.factory() + "(" + inner + ")";
      }
    }
    String raw = freeForm(value);
    return raw == null ? null : type.modelName() + ".ofUnknown(" + raw + ")";
  }

  private @Nullable String freeForm(@Nullable Object value) {
    if (value == null || value instanceof Boolean) {
      return String.valueOf(value);
    }
    if (value instanceof Long) {
      return value + "L";
    }
    if (value instanceof BigInteger) {
      return "new java.math.BigInteger(\"" + value + "\")";
    }
    if (value instanceof BigDecimal) {
      double number = ((BigDecimal) value).doubleValue();
      boolean exact = new BigDecimal(Double.toString(number)).compareTo((BigDecimal) value) == 0;
      return exact ? Double.toString(number) : "new java.math.BigDecimal(\"" + value + "\")";
    }
    if (value instanceof List) {
      List<?> list = (List<?>) value;
      return list.isEmpty() ? "Collections.emptyList()" : ofList(JavaType.FREE_FORM, list, 1);
    }
    if (value instanceof Map) {
      return ofMap(JavaType.FREE_FORM, (Map<?, ?>) value, 1);
    }
    return Literals.ofScalarOrNull(JavaType.STRING, value);
  }
}
