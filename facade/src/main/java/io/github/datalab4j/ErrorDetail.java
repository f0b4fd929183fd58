package io.github.datalab4j;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the service says is wrong with a request: its {@code detail}, which is either one text or a
 * list of items that each name a place in the request (schema {@code HTTPValidationError}).
 */
public final class ErrorDetail {
  private final @Nullable String text;
  private final List<Item> items;

  private ErrorDetail(@Nullable String text, List<Item> items) {
    this.text = text;
    this.items = Collections.unmodifiableList(new ArrayList<>(items));
  }

  static ErrorDetail ofText(String text) {
    return new ErrorDetail(Objects.requireNonNull(text, "text"), Collections.emptyList());
  }

  static ErrorDetail ofItems(List<Item> items) {
    return new ErrorDetail(null, items);
  }

  /** The text, or null when the service sent a list. */
  public @Nullable String text() {
    return text;
  }

  /** The items in their order; empty when the service sent a text. */
  public List<Item> items() {
    return items;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ErrorDetail
        && Objects.equals(text, ((ErrorDetail) other).text)
        && items.equals(((ErrorDetail) other).items);
  }

  @Override
  public int hashCode() {
    return 31 * Objects.hashCode(text) + items.hashCode();
  }

  /** The text, or the items separated by semicolons: {@code body.request: Field required}. */
  @Override
  public String toString() {
    if (text != null) {
      return text;
    }
    StringBuilder all = new StringBuilder();
    for (Item item : items) {
      all.append(all.length() == 0 ? "" : "; ").append(item);
    }
    return all.toString();
  }

  /** One thing that is wrong, and where (schema {@code ValidationError}). */
  public static final class Item {
    private final List<Object> location;
    private final String message;
    private final String type;
    private final Map<String, @Nullable Object> extras;

    Item(
        List<?> location,
        String message,
        String type,
        Map<String, ? extends @Nullable Object> extras) {
      this.location = Collections.unmodifiableList(new ArrayList<Object>(location));
      this.message = message;
      this.type = type;
      this.extras = Collections.unmodifiableMap(new LinkedHashMap<>(extras));
    }

    /** The way to the place: names as {@code String}, positions as {@code Long}. */
    public List<Object> location() {
      return location;
    }

    /** What is wrong, in words. */
    public String message() {
      return message;
    }

    /** What is wrong, as a machine-readable word such as {@code missing}. */
    public String type() {
      return type;
    }

    /** Whatever else the service sent, such as {@code input} and {@code ctx}. */
    public Map<String, @Nullable Object> extras() {
      return extras;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      if (!(other instanceof Item)) {
        return false;
      }
      Item that = (Item) other;
      return location.equals(that.location)
          && message.equals(that.message)
          && type.equals(that.type)
          && extras.equals(that.extras);
    }

    @Override
    public int hashCode() {
      return Objects.hash(location, message, type, extras);
    }

    /** Place and message: {@code body.files.0: Field required}. */
    @Override
    public String toString() {
      StringBuilder place = new StringBuilder();
      for (Object step : location) {
        place.append(place.length() == 0 ? "" : ".").append(step);
      }
      return place.length() == 0 ? message : place + ": " + message;
    }
  }
}
