package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.reactivex.rxjava3.observers.TestObserver;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.Timeout;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;

/** An answer that comes when nobody waits for it any more holds no connection. */
class CallSingleTest {
  private final Asked call = new Asked();

  @Test
  void bodyOfAnAnswerThatIsHandedOnIsLeftOpen() {
    TestObserver<Response<ResponseBody>> seen = new CallSingle<>(call).test();

    Body body = call.answer();

    assertFalse(body.closed.get());
    assertEquals(body, seen.values().get(0).body());
  }

  @Test
  void bodyOfAnAnswerThatComesAfterDisposeIsClosed() {
    TestObserver<Response<ResponseBody>> seen = new CallSingle<>(call).test();
    seen.dispose();

    Body body = call.answer();

    assertTrue(call.canceled);
    assertTrue(body.closed.get());
    seen.assertEmpty();
  }

  private static final class Asked implements Call<ResponseBody> {
    private @Nullable Callback<ResponseBody> callback;
    private boolean canceled;

    Body answer() {
      Body body = new Body();
      callback.onResponse(this, Response.success(body));
      return body;
    }

    @Override
    public void enqueue(Callback<ResponseBody> asked) {
      callback = asked;
    }

    @Override
    public void cancel() {
      canceled = true;
    }

    @Override
    public Call<ResponseBody> clone() {
      return this;
    }

    @Override
    public Response<ResponseBody> execute() {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean isExecuted() {
      return callback != null;
    }

    @Override
    public boolean isCanceled() {
      return canceled;
    }

    @Override
    public Request request() {
      return new Request.Builder().url("https://h.example").build();
    }

    @Override
    public Timeout timeout() {
      return Timeout.NONE;
    }
  }

  private static final class Body extends ResponseBody {
    private final AtomicBoolean closed = new AtomicBoolean();

    @Override
    public @Nullable MediaType contentType() {
      return null;
    }

    @Override
    public long contentLength() {
      return 0;
    }

    @Override
    public BufferedSource source() {
      return new Buffer();
    }

    @Override
    public void close() {
      closed.set(true);
    }
  }
}
