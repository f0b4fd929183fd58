package io.github.datalab4j.android;

import io.github.datalab4j.Datalab;
import io.github.datalab4j.PollPolicy;
import java.util.concurrent.TimeUnit;

/** The application, pointed at a simulator. Robolectric makes a new one for each test. */
public final class TestApplication extends SampleApplication {
  private String url = "";
  private Datalab datalab;

  synchronized void use(String url) {
    this.url = url;
    datalab = newClient();
  }

  /** What is left of the client when the process dies: nothing. The next one is fresh. */
  synchronized void dieAndComeBack() {
    datalab.close();
    datalab = newClient();
  }

  @Override
  public synchronized Datalab datalab() {
    return datalab;
  }

  @Override
  protected Datalab.Builder settings() {
    return Datalab.builder()
        .apiKey("test-key")
        .baseUrl(url)
        .pollPolicy(PollPolicy.fixed(20, TimeUnit.MILLISECONDS));
  }
}
