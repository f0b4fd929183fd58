package io.github.datalab4j.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.datalab4j.Datalab;
import io.github.datalab4j.PollPolicy;
import io.github.datalab4j.client.model.CustomProcessorStatusResponse;
import io.github.datalab4j.simulator.Job;
import io.reactivex.rxjava3.core.Single;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import retrofit2.http.GET;
import retrofit2.http.Path;

/** The code of docs/any-operation.md. */
class AnyOperationPageTest {
  @RegisterExtension final Loopback loopback = new Loopback();

  /** Stands for an interface that a user has generated. */
  interface StatusApi {
    @GET("api/v1/custom_processors/{key}")
    Single<CustomProcessorStatusResponse> status(@Path("key") String key);
  }

  @Test
  void callAndPoll() {
    Datalab datalab = loopback.datalab;
    String key = loopback.simulator.startJob("cp_12345", Job.completing().after(2));
    PollPolicy policy = PollPolicy.fixed(5, TimeUnit.MILLISECONDS);
    // region poll
    StatusApi api = datalab.api(StatusApi.class);

    CustomProcessorStatusResponse last =
        datalab
            .poll(api.status(key), answer -> answer.status().equals("completed"), policy)
            .blockingLast();
    // endregion
    assertEquals("completed", last.status());
  }
}
