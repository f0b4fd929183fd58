package io.github.datalab4j.android;

import androidx.work.testing.WorkManagerTestInitHelper;
import io.github.datalab4j.Datalab;
import io.github.datalab4j.PollPolicy;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** The application, pointed at a simulator. Robolectric makes a new one for each test. */
public final class TestApplication extends SampleApplication {
  private String url = "";

  @Override
  public void onCreate() {
    super.onCreate();
    WorkManagerTestInitHelper.initializeTestWorkManager(this);
  }

  void use(String url) {
    this.url = url;
    dieAndComeBack();
  }

  /** What is left of the client when the process dies: nothing. The next one is fresh. */
  void dieAndComeBack() {
    try {
      useKey("test-key");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  protected Datalab.Builder settings() {
    return Datalab.builder().baseUrl(url).pollPolicy(PollPolicy.fixed(20, TimeUnit.MILLISECONDS));
  }
}
