package io.github.datalab4j;

import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import okhttp3.MediaType;
import org.jspecify.annotations.Nullable;

/** The media types of the files that the service takes, by extension. */
final class MediaTypes {
  static final String UNKNOWN = "application/octet-stream";

  private static final Map<String, String> BY_EXTENSION = table();

  private MediaTypes() {}

  /** By the extension, in any case; {@link #UNKNOWN} for one that the service does not list. */
  static String ofName(String fileName) {
    String extension = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    String type = BY_EXTENSION.get(extension);
    return type == null || fileName.indexOf('.') < 0 ? UNKNOWN : type;
  }

  static String check(String mediaType) {
    @Nullable MediaType parsed = MediaType.parse(mediaType);
    if (parsed == null || !parsed.toString().equals(mediaType) || !isAscii(mediaType)) {
      throw new IllegalArgumentException(
          "\"" + mediaType + "\" is no media type: write it as \"application/pdf\".");
    }
    return mediaType;
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }

  private static Map<String, String> table() {
    String office = "application/vnd.openxmlformats-officedocument.";
    String open = "application/vnd.oasis.opendocument.";
    Map<String, String> types = new HashMap<>();
    types.put("pdf", "application/pdf");
    types.put("png", "image/png");
    types.put("jpg", "image/jpeg");
    types.put("jpeg", "image/jpeg");
    types.put("webp", "image/webp");
    types.put("gif", "image/gif");
    types.put("tif", "image/tiff");
    types.put("tiff", "image/tiff");
    types.put("doc", "application/msword");
    types.put("docx", office + "wordprocessingml.document");
    types.put("odt", open + "text");
    types.put("ppt", "application/vnd.ms-powerpoint");
    types.put("pptx", office + "presentationml.presentation");
    types.put("odp", open + "presentation");
    types.put("xls", "application/vnd.ms-excel");
    types.put("xlsx", office + "spreadsheetml.sheet");
    types.put("xlsm", "application/vnd.ms-excel.sheet.macroEnabled.12");
    types.put("ods", open + "spreadsheet");
    types.put("csv", "text/csv");
    types.put("htm", "text/html");
    types.put("html", "text/html");
    types.put("epub", "application/epub+zip");
    return Collections.unmodifiableMap(types);
  }
}
