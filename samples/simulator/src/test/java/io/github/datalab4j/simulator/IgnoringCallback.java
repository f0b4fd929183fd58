package io.github.datalab4j.simulator;

import java.io.IOException;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Response;

/** For calls whose end is seen by the simulator. */
final class IgnoringCallback implements Callback {
  @Override
  public void onFailure(Call call, IOException e) {}

  @Override
  public void onResponse(Call call, Response response) {
    response.close();
  }
}
