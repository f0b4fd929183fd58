package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.subjects.CompletableSubject;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import okhttp3.mockwebserver.SocketPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What OkHttp sends again on its own, as its pooled connection was closed, is paid for. */
class RepeatedRequestTest {
  @RegisterExtension final HttpFixture http = new HttpFixture();

  private final CompletableSubject third = CompletableSubject.create();
  private final Queue<Completable> permits =
      new ArrayDeque<>(Arrays.asList(Completable.complete(), Completable.complete(), third));
  private int released;

  @Test
  void byAPermitThatIsAwaitedAndReleased() {
    repeatedGet();

    third.onComplete();

    assertEquals(3, released);
  }

  @Test
  void byNoneOnceTheClientIsClosed() {
    HttpStack stack = repeatedGet();

    stack.close();

    assertFalse(third.hasObservers());
    assertEquals(2, released);
  }

  private HttpStack repeatedGet() {
    http.server.enqueue(
        HttpFixture.json("{\"text\":\"a\"}").setSocketPolicy(SocketPolicy.DISCONNECT_AT_END));
    http.server.enqueue(HttpFixture.json("{\"text\":\"b\"}"));
    HttpSettings settings = http.settings();
    settings.budget = new Scripted();
    HttpStack stack = http.stack(settings);
    GreetingApi api = stack.api(GreetingApi.class);
    HttpFixture.await(api.single());

    HttpFixture.await(api.single());

    assertTrue(third.hasObservers());
    return stack;
  }

  private final class Scripted implements RequestBudget {
    @Override
    public Completable acquire() {
      return permits.remove();
    }

    @Override
    public void release() {
      released++;
    }

    @Override
    public void throttled(long retryAfter, TimeUnit unit) {}
  }
}
