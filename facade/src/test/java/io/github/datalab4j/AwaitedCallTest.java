package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.core.SingleObserver;
import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.observers.TestObserver;
import java.io.IOException;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.Test;
import retrofit2.Call;
import retrofit2.Retrofit;
import retrofit2.http.GET;

/** Which call it is that somebody waits for. */
class AwaitedCallTest {
  private final AwaitedCall awaited = new AwaitedCall();
  private final Begun call = new Begun();

  @Test
  void itIsTheOneThatBeginsWhileTheSourceIsSubscribedTo() {
    awaited.in(call.begins()).subscribe();

    assertSame(call.head, awaited.head());
  }

  @Test
  void oneThatBeginsLaterIsSomebodyElses() {
    awaited.in(Single.never()).subscribe();

    call.begins().subscribe();

    assertNull(awaited.head());
  }

  @Test
  void oneThatBeginsAfterASourceThatThrewIsSomebodyElses() {
    Single<String> fatal =
        new Single<String>() {
          @Override
          protected void subscribeActual(SingleObserver<? super String> observer) {
            throw new NoClassDefFoundError("of the source");
          }
        };
    try {
      awaited.in(fatal).subscribe();
    } catch (NoClassDefFoundError expected) {
      // RxJava throws what it takes for fatal.
    }

    call.begins().subscribe();

    assertNull(awaited.head());
  }

  @Test
  void whoWaitsWithinAWaitWaitsForTheSame() {
    AwaitedCall inner = new AwaitedCall();

    awaited.in(inner.in(call.begins())).subscribe();

    assertSame(call.head, inner.head());
    assertSame(call.head, awaited.head());
  }

  @Test
  void whoWaitsAroundAnotherWaitHearsOfWhatBeginsAfterThat() {
    AwaitedCall inner = new AwaitedCall();
    Single<Response> both =
        Single.defer(
            () -> {
              inner.in(Single.never()).subscribe();
              return call.begins();
            });

    awaited.in(both).subscribe();

    assertNull(inner.head());
    assertSame(call.head, awaited.head());
  }

  @Test
  void whenTheTimeIsUpTheCallEndsByItsHead() {
    TestObserver<Object> end = call.observed();
    awaited.in(call.begins()).subscribe();

    awaited.endByHead();

    end.assertError(BrokenAnswerException.class);
  }

  @Test
  void throughCodeOfTheUsersTheCallIsLeftAlone() {
    TestObserver<Object> end = call.observed();
    awaited.inUsers(call.begins()).subscribe();

    awaited.endByHead();

    end.assertEmpty();
  }

  @Test
  void whereNoCallHasBegunThereIsNothingToEnd() {
    awaited.in(Single.never()).subscribe();

    awaited.endByHead();

    assertNull(awaited.head());
  }

  @Test
  void whenTheTimeIsUpABodyThatIsNotOutYetCannotGoOutAnyMore() {
    Upload upload = Upload.unwatched();
    Begun submission = new Begun(Upload.class, upload);
    awaited.in(submission.begins()).subscribe();

    awaited.endByHead();

    assertThrows(IOException.class, upload::complete);
  }

  /** A call whose answer has begun. */
  private static final class Begun {
    final Response head;
    private final TestObserver<Object> observer = new TestObserver<>();
    private final CallSingle.Exchange<ResponseBody> exchange;

    Begun() {
      this(WireInterceptor.Passes.class, new WireInterceptor.Passes());
    }

    <T extends AnswerHead> Begun(Class<T> type, T tag) {
      Retrofit retrofit =
          new Retrofit.Builder()
              .baseUrl("https://h.example/")
              .callFactory(
                  request ->
                      new OkHttpClient().newCall(request.newBuilder().tag(type, tag).build()))
              .build();
      Call<ResponseBody> asked = retrofit.create(Api.class).ask();
      head = answer(asked.request());
      tag.arrived(head);
      exchange =
          new CallSingle.Exchange<>(
              asked,
              new SingleObserver<Object>() {
                @Override
                public void onSubscribe(Disposable upstream) {}

                @Override
                public void onSuccess(Object value) {
                  observer.onSuccess(value);
                }

                @Override
                public void onError(Throwable error) {
                  observer.onError(error);
                }
              });
    }

    TestObserver<Object> observed() {
      observer.onSubscribe(exchange);
      return observer;
    }

    <T> Single<T> begins() {
      return Single.defer(
          () -> {
            AwaitedCall.began(exchange);
            return Single.never();
          });
    }

    private static Response answer(Request request) {
      return new Response.Builder()
          .request(request)
          .protocol(Protocol.HTTP_1_1)
          .code(200)
          .message("OK")
          .build();
    }
  }

  interface Api {
    @GET("/")
    Call<ResponseBody> ask();
  }
}
