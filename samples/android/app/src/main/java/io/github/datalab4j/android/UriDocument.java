package io.github.datalab4j.android;

import android.content.ContentResolver;
import android.database.Cursor;
import android.net.Uri;
import android.provider.OpenableColumns;
import io.github.datalab4j.Document;
import java.io.FileNotFoundException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Makes documents of what the system's file picker returns. */
final class UriDocument {
  private static final String UNNAMED = "document";
  private static final int NONE = -1;

  private UriDocument() {}

  /**
   * The document behind a content {@code Uri}, under the name and with the length and media type
   * that its provider tells. It asks the provider, so call it off the main thread; the content is
   * opened when it is sent.
   */
  static Document of(ContentResolver resolver, Uri uri) {
    String name = UNNAMED;
    long length = Document.UNKNOWN_LENGTH;
    String[] columns = {OpenableColumns.DISPLAY_NAME, OpenableColumns.SIZE};
    try (@Nullable Cursor cursor = resolver.query(uri, columns, null, null, null)) {
      if (cursor != null && cursor.moveToFirst()) {
        int named = column(cursor, OpenableColumns.DISPLAY_NAME);
        int sized = column(cursor, OpenableColumns.SIZE);
        name = named == NONE ? name : fileName(cursor.getString(named));
        length = sized == NONE ? length : Math.max(length, cursor.getLong(sized));
      }
    }
    Document document = Document.of(name, length, () -> open(resolver, uri));
    @Nullable String mediaType = resolver.getType(uri);
    return mediaType == null ? document : document.withMediaType(mediaType);
  }

  /** Providers order their columns as they like, and leave out what they do not know. */
  private static int column(Cursor cursor, String name) {
    int column = cursor.getColumnIndex(name);
    return column == NONE || cursor.isNull(column) ? NONE : column;
  }

  /** A display name is any text; a document's name is a file name. */
  private static String fileName(String displayName) {
    String name = displayName.replaceAll("[/\\\\\"\\p{Cc}]", "_").trim();
    return name.matches("\\.{0,2}") ? UNNAMED : name;
  }

  private static InputStream open(ContentResolver resolver, Uri uri) throws FileNotFoundException {
    @Nullable InputStream content = resolver.openInputStream(uri);
    if (content == null) {
      throw new FileNotFoundException("The provider of " + uri + " has crashed.");
    }
    return content;
  }
}
