package io.github.datalab4j.android;

import android.app.Application;
import io.github.datalab4j.Datalab;
import io.reactivex.rxjava3.android.schedulers.AndroidSchedulers;
import org.jspecify.annotations.Nullable;

/** Holds the one client of the process. It is never closed: it ends with the process. */
public class SampleApplication extends Application {
  private @Nullable Datalab datalab;

  /** The client; its results arrive on the main thread. */
  public synchronized Datalab datalab() {
    if (datalab == null) {
      datalab = newClient();
    }
    return datalab;
  }

  final Datalab newClient() {
    return settings().callbackScheduler(AndroidSchedulers.mainThread()).build();
  }

  /** With the key that the user entered: an APK keeps no secret, so none is compiled in. */
  protected Datalab.Builder settings() {
    String key = getSharedPreferences("datalab", MODE_PRIVATE).getString("api_key", "");
    return Datalab.builder().apiKey(key).applicationName("datalab4j-android-sample");
  }
}
