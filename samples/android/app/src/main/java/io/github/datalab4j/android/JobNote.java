package io.github.datalab4j.android;

import android.content.Context;
import android.content.SharedPreferences;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What is noted of the job, so that the next process knows of it however this one ends: that it is
 * being sent, then its token. It is a file, so keep off the main thread.
 */
final class JobNote {
  private static final String SENDING = "sending";
  private static final String TOKEN = "token";

  private final SharedPreferences file;

  JobNote(Context context) {
    file = context.getSharedPreferences("job", Context.MODE_PRIVATE);
  }

  /** Before it is sent. Where nothing more is noted, whether it was accepted is unknown. */
  synchronized void sending(String submission) throws IOException {
    store(file.edit().clear().putString(SENDING, submission));
  }

  /** Notes the token, and says so, unless the submission is no longer the one that is noted. */
  synchronized boolean accepted(String submission, String token) throws IOException {
    if (!submission.equals(file.getString(SENDING, null))) {
      return false;
    }
    store(file.edit().putString(TOKEN, token));
    return true;
  }

  synchronized void forget() throws IOException {
    store(file.edit().clear());
  }

  /** Null where no job is known to be accepted. */
  @Nullable String token() {
    return file.getString(TOKEN, null);
  }

  /** Whether it was being sent, and no token came. */
  boolean isUnknown() {
    return file.contains(SENDING) && !file.contains(TOKEN);
  }

  private static void store(SharedPreferences.Editor edits) throws IOException {
    if (!edits.commit()) {
      throw new IOException("The note of the job cannot be written.");
    }
  }
}
