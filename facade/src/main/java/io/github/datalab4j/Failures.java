package io.github.datalab4j;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import okhttp3.HttpUrl;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import retrofit2.HttpException;
import retrofit2.Response;

/**
 * The one place that says what an answer or a failure of HTTP means.
 *
 * <pre>
 * answer                    error                            a poll
 * 1xx                       ResponseNotUnderstoodException   goes on, counted
 * 2xx, not decodable        ResponseNotUnderstoodException   ends if it is well-formed JSON
 * 3xx                       UntrustedAddressException        ends
 * 404, 410 of a job         UnknownJobException              ends
 * 408, 425, 5xx             ServiceUnavailableException      goes on, counted
 * 429                       ServiceUnavailableException      goes on, not counted
 * any other                 RequestRefusedException          ends
 * none: timeout, broken     ServiceUnavailableException      goes on, counted; so does 407, which
 *                                                            is no answer to OkHttp but of a proxy
 * </pre>
 *
 * <p>Whatever is taken from an answer is bounded, and the key is masked in it.
 */
final class Failures {
  private static final SubmissionState NO_SUBMISSION = SubmissionState.NOT_APPLICABLE;

  private final ApiKey key;

  Failures(ApiKey key) {
    this.key = key;
  }

  /** What a poll's answer means; {@code ofJob}: 404 and 410 mean that the job is not known. */
  <T> PollAnswer<T> pollAnswer(Response<T> response, boolean ofJob) {
    long retryAfterMillis = RetryAfter.millis(response.headers());
    @Nullable T body = response.body();
    if (response.isSuccessful() && body != null) {
      return PollAnswer.value(body, retryAfterMillis);
    }
    return pollError(error(response, ofJob), retryAfterMillis);
  }

  /** What it means that a poll failed. */
  <T> PollAnswer<T> pollFailure(Throwable failure) {
    return pollFailure(failure, 0);
  }

  /** The same for one whose answer asked for that wait, which the failure may not tell. */
  <T> PollAnswer<T> pollFailure(Throwable failure, long retryAfterMillis) {
    Throwable error = error(failure);
    return error instanceof DatalabException
        ? pollError(
            (DatalabException) error, Math.max(retryAfterMillis, retryAfterMillis(failure, error)))
        : PollAnswer.fatal(error);
  }

  private static <T> PollAnswer<T> pollError(DatalabException error, long retryAfterMillis) {
    if (error instanceof ServiceUnavailableException) {
      return ((ServiceUnavailableException) error).reason()
              == ServiceUnavailableException.Reason.THROTTLED
          ? PollAnswer.throttled(error, retryAfterMillis)
          : PollAnswer.bad(error, retryAfterMillis);
    }
    boolean noJson =
        error instanceof ResponseNotUnderstoodException
            && ((ResponseNotUnderstoodException) error).jsonPath() == null;
    return noJson ? PollAnswer.bad(error, retryAfterMillis) : PollAnswer.fatal(error);
  }

  private static long retryAfterMillis(Throwable failure, Throwable error) {
    if (failure instanceof DamagedAnswerException) {
      return ((DamagedAnswerException) failure).retryAfterMillis();
    }
    return error instanceof ServiceUnavailableException
        ? ((ServiceUnavailableException) error).retryAfterMillis()
        : 0;
  }

  /** The error for a response without success, or with success and no body; 1xx have none. */
  DatalabException error(Response<?> response, boolean ofJob) {
    int code = response.code();
    if (response.isSuccessful() || code < 200) {
      return new ResponseNotUnderstoodException(
          "The service answered " + code + " without a body.",
          null,
          null,
          null,
          NO_SUBMISSION,
          null);
    }
    if (code >= 300 && code < 400) {
      return redirected(response, NO_SUBMISSION);
    }
    ErrorBody body = body(response);
    if (ofJob && (code == 404 || code == 410)) {
      return new UnknownJobException(
          "The service does not know the job ("
              + code
              + ": "
              + body.summary()
              + "). Is the key right? Results are deleted one hour after completion.",
          code,
          NO_SUBMISSION,
          null);
    }
    if (code == 408 || code == 425 || code == 429 || code >= 500) {
      return new ServiceUnavailableException(
          "The service answered " + code + ": " + body.summary(),
          null,
          code == 429
              ? ServiceUnavailableException.Reason.THROTTLED
              : ServiceUnavailableException.Reason.SERVER_ERROR,
          code,
          RetryAfter.millis(response.headers()),
          NO_SUBMISSION,
          null);
    }
    return refused(code, body, NO_SUBMISSION);
  }

  /** The error for a failure; what is neither of HTTP nor of I/O is returned as it is. */
  Throwable error(Throwable failure) {
    return failure instanceof BrokenAnswerException
        ? error(
            ((BrokenAnswerException) failure).reason(),
            ((BrokenAnswerException) failure).retryAfterMillis())
        : error(failure, 0);
  }

  private Throwable error(Throwable failure, long retryAfterMillis) {
    if (failure instanceof HttpException) {
      @Nullable Response<?> response = ((HttpException) failure).response();
      return response == null ? failure : error(response, false);
    }
    if (failure instanceof UnreadableAnswerException) {
      return notUnderstood((UnreadableAnswerException) failure);
    }
    if (failure instanceof AnswerTooLargeException) {
      return new ResponseNotUnderstoodException(
          words(failure), failure, null, null, NO_SUBMISSION, null);
    }
    if (failure instanceof InterruptedIOException || failure instanceof TimeoutException) {
      return unavailable(
          "The service did not answer in time: " + words(failure),
          failure,
          ServiceUnavailableException.Reason.TIMEOUT,
          retryAfterMillis);
    }
    if (failure instanceof UnknownHostException) {
      return unavailable(
          "The host of the service was not found (is the base URL misspelt, or the network down?): "
              + words(failure),
          failure,
          ServiceUnavailableException.Reason.CONNECTION,
          retryAfterMillis);
    }
    if (failure instanceof IOException) {
      return unavailable(
          "The connection to the service failed: " + words(failure),
          failure,
          ServiceUnavailableException.Reason.CONNECTION,
          retryAfterMillis);
    }
    return failure;
  }

  private DatalabException unavailable(
      String message,
      Throwable failure,
      ServiceUnavailableException.Reason reason,
      long retryAfterMillis) {
    return new ServiceUnavailableException(
        message, key.shown(failure), reason, 0, retryAfterMillis, NO_SUBMISSION, null);
  }

  ResponseNotUnderstoodException notUnderstood(UnreadableAnswerException failure) {
    ErrorBody body = ErrorBody.read(failure.start(), key);
    String what =
        failure.jsonPath() == null
            ? "The service answered with success, but with no valid JSON: "
                + (body.isHtml() ? body.summary() : words(failure))
            : "The service's answer is not what its document promises: " + words(failure);
    return new ResponseNotUnderstoodException(
        what, key.shown(failure.getCause()), path(failure), body.excerpt(), NO_SUBMISSION, null);
  }

  private @Nullable String path(UnreadableAnswerException failure) {
    @Nullable String path = failure.jsonPath();
    return path == null ? null : key.mask(path);
  }

  RequestRefusedException refused(int code, ErrorBody body, SubmissionState submission) {
    return new RequestRefusedException(
        "The service refused the request (" + code + "): " + body.summary() + hint(code),
        code,
        body.detail(),
        body.text(),
        submission,
        null);
  }

  UntrustedAddressException redirected(Response<?> response, SubmissionState submission) {
    HttpUrl asked = response.raw().request().url();
    @Nullable String location = response.headers().get("Location");
    // Masked first: an address writes its host in small letters.
    @Nullable HttpUrl target = location == null ? null : asked.resolve(key.mask(location));
    String where = "an address that cannot be read";
    if (target != null) {
      where = target.scheme() + "://" + target.host() + ":" + target.port();
    }
    return new UntrustedAddressException(
        "The service redirects ("
            + response.code()
            + ") to "
            + where
            + ". Redirects are not followed, so that the API key stays where it belongs."
            + " Is the base URL right?",
        submission,
        null);
  }

  /** What the answer says; its error body is read to its (bounded) end. */
  ErrorBody body(Response<?> response) {
    @Nullable ResponseBody body = response.errorBody();
    Buffer bytes = body == null ? new Buffer() : body.source().getBuffer().clone();
    return ErrorBody.read(bytes.readByteString(), key);
  }

  ErrorBody body(ByteString bytes) {
    return ErrorBody.read(bytes, key);
  }

  String mask(String text) {
    return key.mask(text);
  }

  /** Whether a text holds the key, or did before it was masked. */
  boolean holdsKey(String text) {
    return key.isIn(text);
  }

  private String words(Throwable failure) {
    @Nullable String message = failure.getMessage();
    return key.mask(message == null ? failure.getClass().getSimpleName() : message);
  }

  private static String hint(int code) {
    switch (code) {
      case 401:
        return ". Is the API key right?";
      case 402:
        return ". The account's spending limit or credit is used up.";
      case 403:
        return ". Does the API key have access to it?";
      case 413:
        return ". The service takes up to 200 MB a file.";
      default:
        return "";
    }
  }
}
