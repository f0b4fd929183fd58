package io.github.datalab4j;

import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/**
 * What the head of one call's answer asked for. It is kept with the call, as its tag, because
 * Retrofit tells headers neither to a converter nor with its failure.
 */
abstract class AnswerHead {
  private volatile @Nullable Response response;

  /** That of a call; null if it is not one of ours. */
  static @Nullable AnswerHead of(Request request) {
    @Nullable AnswerHead head = request.tag(WireInterceptor.Passes.class);
    return head == null ? request.tag(Upload.class) : head;
  }

  /** What an answer that is no success says by its head alone. */
  static <R> retrofit2.Response<R> error(Response head) {
    ResponseBody none = ResponseBody.create("", null);
    return retrofit2.Response.error(none, head.newBuilder().body(none).build());
  }

  void arrived(@Nullable Response answer) {
    response = answer;
  }

  /** It is about to be judged what became of the call. */
  void spent() {}

  /** The same, past the interceptors of the user's. */
  void returned(Response answer) {
    arrived(answer);
  }

  /** None came past the interceptors of the user's. */
  void failed(Throwable failure) {}

  /** The answer, whose body belongs to the call; null as long as there is none. */
  @Nullable Response response() {
    return response;
  }

  /** For how long the service asked to be left alone; 0 when it did not, or has not answered. */
  long retryAfterMillis() {
    @Nullable Response answer = response;
    return answer == null ? 0 : RetryAfter.millis(answer.headers());
  }
}
