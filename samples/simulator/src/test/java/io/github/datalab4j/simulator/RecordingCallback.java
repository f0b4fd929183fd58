package io.github.datalab4j.simulator;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Response;

/** Tells when a call has failed. */
final class RecordingCallback implements Callback {
  private final CountDownLatch failed = new CountDownLatch(1);

  @Override
  public void onFailure(Call call, IOException e) {
    failed.countDown();
  }

  @Override
  public void onResponse(Call call, Response response) {
    response.close();
  }

  boolean awaitFailure(long timeout, TimeUnit unit) throws InterruptedException {
    return failed.await(timeout, unit);
  }
}
