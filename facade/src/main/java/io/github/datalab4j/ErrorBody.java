package io.github.datalab4j;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** What an answer without success says, in whatever form it says it; the key is masked. */
final class ErrorBody {
  static final int MOST_CHARACTERS = 8192;

  private static final int EXCERPT = 512;
  private static final Pattern TITLE =
      Pattern.compile("<title[^<>]*>([^<]*)</title>", Pattern.CASE_INSENSITIVE); // in linear time
  private static final String[] TEXTS = {"error", "error_message", "message"};

  private final String text;
  private final @Nullable Map<?, ?> json;

  private ErrorBody(String text, @Nullable Map<?, ?> json) {
    this.text = text;
    this.json = json;
  }

  static ErrorBody read(ByteString body, ApiKey key) {
    // UTF-16, read as the bytes that it is not, has a NUL between any two letters.
    String text = key.maskCut(body.utf8().replace("\0", ""));
    @Nullable Object json = key.maskAll(JsonTree.parse(ByteString.encodeUtf8(text)));
    return new ErrorBody(text, json instanceof Map ? (Map<?, ?>) json : null);
  }

  /** The body as text, cut to its bound; null when it is empty. */
  @Nullable String text() {
    return text.isEmpty() ? null : cut(text, MOST_CHARACTERS);
  }

  /** The start of the body as text; null when it is empty. */
  @Nullable String excerpt() {
    return text.isEmpty() ? null : cut(text, EXCERPT);
  }

  /** Whether it is an object with {@code "success": false}. */
  boolean saysNoSuccess() {
    return json != null && Boolean.FALSE.equals(json.get("success"));
  }

  /** A text of the object by its name, or null. */
  @Nullable String string(String name) {
    return text(json == null ? null : json.get(name));
  }

  /** The same of an object that may be cut off or damaged after it, unless it says no success. */
  @Nullable String firstString(String name) {
    if (json != null) {
      return string(name);
    }
    Map<String, String> texts = JsonTree.texts(ByteString.encodeUtf8(text));
    return "false".equals(texts.get("success")) ? null : text(texts.get(name));
  }

  private static @Nullable String text(@Nullable Object value) {
    return value instanceof String && !((String) value).trim().isEmpty() ? (String) value : null;
  }

  /** The {@code detail}, or whatever other text the service gives its errors in; or null. */
  @Nullable ErrorDetail detail() {
    @Nullable Object detail = json == null ? null : json.get("detail");
    if (detail instanceof List) {
      List<ErrorDetail.Item> items = new ArrayList<>();
      for (Object item : (List<?>) detail) {
        items.add(item(item));
      }
      return ErrorDetail.ofItems(items);
    }
    if (detail != null) {
      return ErrorDetail.ofText(detail.toString());
    }
    for (String name : TEXTS) {
      @Nullable String said = string(name);
      if (said != null) {
        return ErrorDetail.ofText(said);
      }
    }
    return null;
  }

  /** One line for a message: the detail, an HTML page's title, or the start of the text. */
  String summary() {
    @Nullable ErrorDetail detail = detail();
    if (detail != null) {
      return cut(detail.toString(), EXCERPT);
    }
    if (isHtml()) {
      Matcher title = TITLE.matcher(text);
      return title.find() && !title.group(1).trim().isEmpty()
          ? "an HTML page titled \"" + cut(oneLine(title.group(1)), 100) + "\""
          : "an HTML page";
    }
    return text.trim().isEmpty() ? "no reason was given" : cut(oneLine(text), 200);
  }

  boolean isHtml() {
    String start = cut(text, 1000).trim().toLowerCase(Locale.ROOT);
    return start.startsWith("<!doctype html") || start.startsWith("<html");
  }

  private static ErrorDetail.Item item(@Nullable Object item) {
    if (!(item instanceof Map)) {
      return new ErrorDetail.Item(
          new ArrayList<>(), String.valueOf(item), "", new LinkedHashMap<>());
    }
    Map<String, @Nullable Object> extras = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : ((Map<?, ?>) item).entrySet()) {
      extras.put(String.valueOf(entry.getKey()), entry.getValue());
    }
    List<Object> location = location(extras.remove("loc"));
    String message = words(extras.remove("msg"));
    return new ErrorDetail.Item(location, message, words(extras.remove("type")), extras);
  }

  private static List<Object> location(@Nullable Object loc) {
    List<Object> location = new ArrayList<>();
    if (loc instanceof List) {
      for (Object step : (List<?>) loc) {
        location.add(step instanceof Long ? step : String.valueOf(step));
      }
    } else if (loc != null) {
      location.add(loc instanceof Long ? loc : loc.toString());
    }
    return location;
  }

  private static String words(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  private static String oneLine(String text) {
    return text.trim().replaceAll("\\s+", " ");
  }

  private static String cut(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(length - 2)) ? length - 2 : length - 1;
    return text.substring(0, end) + "…";
  }
}
