package io.github.datalab4j.generator.schema;

import io.github.datalab4j.generator.naming.JavaText;
import io.swagger.v3.oas.models.media.Discriminator;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a schema says, the same for 3.0 and 3.1: references followed, {@code allOf} merged. */
public final class Shape {
  final Set<JsonType> types = EnumSet.noneOf(JsonType.class);
  boolean nullable;
  boolean onlyNull;
  boolean impossible;
  @Nullable String format;
  boolean beyondInt;
  boolean beyondLong;
  boolean binary;
  @Nullable List<Object> values;
  @Nullable Object constant;
  final Map<String, Property> properties = new LinkedHashMap<>();
  final Set<String> required = new LinkedHashSet<>();
  final Set<String> undescribed = new LinkedHashSet<>();
  @Nullable Schema<?> additional;
  boolean closed;
  boolean open;
  boolean mixed;
  @Nullable Schema<?> items;
  boolean tuple;
  final List<Schema<?>> alternatives = new ArrayList<>();
  @Nullable Discriminator discriminator;
  @Nullable String title;
  @Nullable String description;
  boolean deprecated;
  boolean readOnly;
  boolean writeOnly;
  @Nullable Object defaultValue;
  final List<String> conflicts = new ArrayList<>();
  final Set<String> parents = new LinkedHashSet<>();
  final SortedMap<String, String> constraints = new TreeMap<>();

  Shape() {}

  /** The types that are allowed; empty where the schema does not restrict them. */
  public Set<JsonType> types() {
    return Collections.unmodifiableSet(types);
  }

  /** Whether null is allowed by name. */
  public boolean nullable() {
    return nullable;
  }

  /** Whether null is all that is allowed. */
  public boolean onlyNull() {
    return onlyNull;
  }

  /** Whether nothing is allowed: the schema {@code false}. */
  public boolean impossible() {
    return impossible;
  }

  public @Nullable String format() {
    return format;
  }

  /** Whether a bound lies beyond 32 bits, whatever the format says. */
  public boolean beyondInt() {
    return beyondInt;
  }

  /** Whether a bound lies beyond 64 bits. */
  public boolean beyondLong() {
    return beyondLong;
  }

  /** Whether it is a file: {@code format: binary}, or a content media type that is not encoded. */
  public boolean binary() {
    return binary;
  }

  /** The values of an enum, without null, each once; null where it is none. */
  public @Nullable List<Object> values() {
    return values == null ? null : Collections.unmodifiableList(values);
  }

  /** The only value that is allowed, or null. */
  public @Nullable Object constant() {
    return constant;
  }

  /** The only values that are allowed, of a constant or an enum; empty where none are named. */
  public List<Object> constants() {
    if (constant != null) {
      return Collections.singletonList(constant);
    }
    return values == null ? Collections.emptyList() : Collections.unmodifiableList(values);
  }

  /** In the document's order, those of {@code allOf} first. */
  public Map<String, Property> properties() {
    return Collections.unmodifiableMap(properties);
  }

  public Set<String> required() {
    return Collections.unmodifiableSet(required);
  }

  /** The schema of further properties, where there is one. */
  public @Nullable Schema<?> additional() {
    return additional;
  }

  /** Whether further properties are ruled out. */
  public boolean closed() {
    return closed;
  }

  /** Whether further properties are allowed by name. */
  public boolean open() {
    return open;
  }

  /** Whether further properties are typed by patterns of their names, and not all alike. */
  public boolean mixed() {
    return mixed;
  }

  public @Nullable Schema<?> items() {
    return items;
  }

  /** Whether it is an array with a schema for each place. */
  public boolean tuple() {
    return tuple;
  }

  /** The branches of {@code anyOf} and {@code oneOf} but for null. */
  public List<Schema<?>> alternatives() {
    return Collections.unmodifiableList(alternatives);
  }

  public @Nullable Discriminator discriminator() {
    return discriminator;
  }

  public @Nullable String title() {
    return title;
  }

  public @Nullable String description() {
    return description;
  }

  public boolean deprecated() {
    return deprecated;
  }

  /** Whether only the service sends it. */
  public boolean readOnly() {
    return readOnly;
  }

  /** Whether only the client sends it. */
  public boolean writeOnly() {
    return writeOnly;
  }

  /** The default as it stands in the document, or null; see {@link PlainValue}. */
  public @Nullable Object defaultValue() {
    return defaultValue;
  }

  /** What could not be merged, in words. */
  public List<String> conflicts() {
    return Collections.unmodifiableList(conflicts);
  }

  /** The components that {@code allOf} refers to, directly or not. */
  public Set<String> parents() {
    return Collections.unmodifiableSet(parents);
  }

  /** How values are narrowed beyond their type; see {@link Constraints}. */
  public SortedMap<String, String> constraints() {
    SortedMap<String, String> all = new TreeMap<>(constraints);
    String names =
        Stream.concat(required.stream(), undescribed.stream())
            .filter(name -> !properties.containsKey(name))
            .distinct()
            .sorted()
            .map(JavaText::literal)
            .collect(Collectors.joining(Constraints.AND));
    if (!names.isEmpty()) {
      all.put(Constraints.REQUIRES, names);
    }
    return all;
  }

  /** The same without alternatives and discriminator. */
  public Shape withoutAlternatives() {
    Shape copy = copy();
    copy.alternatives.clear();
    copy.discriminator = null;
    return copy;
  }

  /** The same with the properties of a base that it has not got itself. */
  public Shape withBase(Shape base) {
    Shape copy = copy();
    copy.properties.clear();
    copy.properties.putAll(base.properties);
    copy.properties.putAll(properties);
    copy.required.addAll(base.required);
    return copy;
  }

  private Shape copy() {
    Shape copy = new Shape();
    copy.types.addAll(types);
    copy.nullable = nullable;
    copy.onlyNull = onlyNull;
    copy.impossible = impossible;
    copy.format = format;
    copy.beyondInt = beyondInt;
    copy.beyondLong = beyondLong;
    copy.binary = binary;
    copy.values = values;
    copy.constant = constant;
    copy.properties.putAll(properties);
    copy.required.addAll(required);
    copy.undescribed.addAll(undescribed);
    copy.additional = additional;
    copy.closed = closed;
    copy.open = open;
    copy.mixed = mixed;
    copy.items = items;
    copy.tuple = tuple;
    copy.alternatives.addAll(alternatives);
    copy.discriminator = discriminator;
    copy.title = title;
    copy.description = description;
    copy.deprecated = deprecated;
    copy.readOnly = readOnly;
    copy.writeOnly = writeOnly;
    copy.defaultValue = defaultValue;
    copy.conflicts.addAll(conflicts);
    copy.parents.addAll(parents);
    copy.constraints.putAll(constraints);
    return copy;
  }

  /** Whether it says nothing about the form of a value. */
  public boolean isShapeless() {
    return types.isEmpty() && isAnyObject();
  }

  /** Whether it says no more about the form of a value than that it is an object. */
  boolean isAnyObject() {
    return EnumSet.of(JsonType.OBJECT).containsAll(types)
        && !impossible
        && !onlyNull
        && values == null
        && constant == null
        && isScalar();
  }

  /** Whether it is no object with fields of its own, no map, no union: a scalar or a list. */
  boolean isPlain() {
    return properties.isEmpty() && additional == null && !tuple && alternatives.isEmpty();
  }

  /** The same, and no list whose elements are known. */
  boolean isScalar() {
    return isPlain() && items == null;
  }

  /** Whether it allows no more than another one that has all its rules; both are plain. */
  boolean isAsNarrowAs(Shape narrower) {
    if (narrower.values != null || narrower.constant != null) {
      return Objects.equals(constant, narrower.constant) && count() == narrower.count();
    }
    return types.equals(narrower.types)
        && Objects.equals(format, narrower.format)
        && binary == narrower.binary
        && Objects.equals(items, narrower.items)
        && Objects.equals(defaultValue, narrower.defaultValue)
        && constraints.equals(narrower.constraints);
  }

  private int count() {
    return values == null ? 0 : values.size();
  }
}
