package io.github.datalab4j.android;

import android.app.Application;
import android.content.SharedPreferences;
import io.github.datalab4j.Datalab;
import io.reactivex.rxjava3.android.schedulers.AndroidSchedulers;
import io.reactivex.rxjava3.core.Scheduler;
import io.reactivex.rxjava3.schedulers.Schedulers;
import java.io.IOException;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Holds the one client of the process, which is made when it is first needed and ends with the
 * process. Its methods read and write a file, so keep off the main thread.
 */
public class SampleApplication extends Application {
  /** Where files are read and written, one after the other. */
  static final Scheduler FILES = Schedulers.from(Executors.newSingleThreadExecutor());

  private static final String KEY = "api_key";

  private @Nullable Datalab datalab;

  /**
   * The client; its results arrive on the main thread.
   *
   * @throws IllegalStateException if no key was entered
   */
  public synchronized Datalab datalab() {
    if (datalab == null) {
      @Nullable String key = preferences().getString(KEY, null);
      if (key == null) {
        throw new IllegalStateException("No API key was entered.");
      }
      datalab = newClient(key);
    }
    return datalab;
  }

  /** Whether the user has entered a key: an APK keeps no secret, so none is compiled in. */
  boolean hasKey() {
    return preferences().contains(KEY);
  }

  /** From now on the client has this key; what the one before was doing ends. */
  synchronized void useKey(String key) throws IOException {
    Datalab keyed = newClient(key);
    if (!preferences().edit().putString(KEY, key).commit()) {
      throw new IOException("The API key cannot be stored.");
    }
    if (datalab != null) {
      datalab.close();
    }
    datalab = keyed;
  }

  private Datalab newClient(String key) {
    return settings().apiKey(key).callbackScheduler(AndroidSchedulers.mainThread()).build();
  }

  /** All but the key and the callback scheduler. */
  protected Datalab.Builder settings() {
    return Datalab.builder().applicationName("datalab4j-android-sample");
  }

  private SharedPreferences preferences() {
    return getSharedPreferences("datalab", MODE_PRIVATE);
  }
}
