package io.github.datalab4j.android;

import android.content.ContentProvider;
import android.content.ContentValues;
import android.database.Cursor;
import android.database.MatrixCursor;
import android.net.Uri;
import android.os.ParcelFileDescriptor;
import android.provider.OpenableColumns;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import org.robolectric.Robolectric;

/** A provider of one document, such as that of a file manager. */
public final class Scans extends ContentProvider {
  static final Uri URI = Uri.parse("content://scans/7");

  private String displayName = "scan.pdf";
  private Long size;
  private String[] columns = {OpenableColumns.DISPLAY_NAME, OpenableColumns.SIZE};
  private File file;

  /** A document of these bytes, whose length the provider tells. */
  static Scans with(byte[] content) {
    Scans scans = Robolectric.setupContentProvider(Scans.class, "scans");
    try {
      scans.file = File.createTempFile("scan", null, scans.getContext().getCacheDir());
      Files.write(scans.file.toPath(), content);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    scans.size = (long) content.length;
    return scans;
  }

  Scans named(String name) {
    displayName = name;
    return this;
  }

  Scans ofUnknownLength() {
    size = null;
    return this;
  }

  /** Its columns, whichever are asked for. */
  Scans withColumns(String... names) {
    columns = names;
    return this;
  }

  @Override
  public boolean onCreate() {
    return true;
  }

  @Override
  public Cursor query(Uri uri, String[] columns, String where, String[] values, String order) {
    MatrixCursor cursor = new MatrixCursor(this.columns);
    MatrixCursor.RowBuilder row = cursor.newRow();
    row.add(OpenableColumns.DISPLAY_NAME, displayName).add(OpenableColumns.SIZE, size);
    return cursor;
  }

  @Override
  public String getType(Uri uri) {
    return "application/pdf";
  }

  @Override
  public ParcelFileDescriptor openFile(Uri uri, String mode) throws FileNotFoundException {
    return ParcelFileDescriptor.open(file, ParcelFileDescriptor.MODE_READ_ONLY);
  }

  @Override
  public Uri insert(Uri uri, ContentValues values) {
    throw new UnsupportedOperationException("read only");
  }

  @Override
  public int delete(Uri uri, String where, String[] values) {
    throw new UnsupportedOperationException("read only");
  }

  @Override
  public int update(Uri uri, ContentValues values, String where, String[] whereValues) {
    throw new UnsupportedOperationException("read only");
  }
}
