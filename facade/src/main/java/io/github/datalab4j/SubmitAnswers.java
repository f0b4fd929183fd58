package io.github.datalab4j;

import io.github.datalab4j.client.model.CustomProcessorInitialResponse;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.UnknownServiceException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLPeerUnverifiedException;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import retrofit2.Response;

/**
 * What the answer to a submission, or its absence, says about the submission.
 *
 * <pre>
 * 2xx with a check URL                       accepted
 * 2xx, damaged or broken off after that      accepted
 * 2xx with "success": false                  refused, though it does not fit the schema
 * any other 2xx                              unknown
 * 408, 5xx                                   unknown; not sent before the body was out
 * 1xx; 3xx but 307 and 308                   the same: the job may have been made before
 * 429                                        not sent, may be tried again
 * 307, 308: sent nowhere; any other 4xx      refused
 * no answer, the body was, or may be, out    unknown
 * no answer, no connection was made          not sent, may be tried again
 * no answer otherwise, unreadable document   not sent
 *
 * an interceptor's answer after our sending  accepted or unknown
 * </pre>
 */
final class SubmitAnswers {
  private static final String NOT_COMPLETE = " The body was not complete, so no job was created.";
  private static final String LOOK_FIRST =
      " Whether the submission was accepted is not known: look at the processor's versions before"
          + " you send it again.";

  private final HttpStack stack;
  private final Failures failures;
  private final Upload upload;

  SubmitAnswers(HttpStack stack, Upload upload) {
    this.stack = stack;
    this.failures = stack.failures();
    this.upload = upload;
  }

  SubmitOutcome answer(Response<CustomProcessorInitialResponse> response) {
    upload.spent();
    int code = response.code();
    @Nullable CustomProcessorInitialResponse body = response.body();
    if (response.isSuccessful() && body != null) {
      if (body.success()) {
        return accepted(body.responseCheckUrl());
      }
      String json = stack.moshi().adapter(CustomProcessorInitialResponse.class).toJson(body);
      ErrorBody told = failures.body(ByteString.encodeUtf8(json));
      return upload.isTold()
          ? refused(code, told)
          : unknown(failures.refused(code, told, SubmissionState.NOT_APPLICABLE), code);
    }
    if (code == 429 && upload.isTold()) {
      return tooMany(response);
    }
    if (mayBeHandled(code) || !upload.isTold()) {
      DatalabException why = failures.error(response, false);
      if (!response.isSuccessful() && !upload.isOut()) {
        return SubmitOutcome.notSent(
            new NotSentException(sentence(why.messageText()) + NOT_COMPLETE, why),
            upload.retryAfterMillis());
      }
      return unknown(why, code);
    }
    return code < 400
        ? SubmitOutcome.ended(failures.redirected(response, SubmissionState.REFUSED))
        : refused(code, failures.body(response));
  }

  /**
   * Only 307 and 308 ask for the same submission elsewhere; any other redirect may be the answer to
   * one that was handled, as 303 says in so many words.
   */
  private static boolean mayBeHandled(int code) {
    return code < 307 || (code > 308 && code < 400) || code == 408 || code >= 500;
  }

  private SubmitOutcome tooMany(Response<?> response) {
    DatalabException why = failures.error(response, false);
    return SubmitOutcome.notYet(
        new NotSentException(why.messageText(), why), upload.retryAfterMillis());
  }

  private static SubmitOutcome unknown(DatalabException why, int code) {
    return SubmitOutcome.ended(
        new SubmissionUnknownException(sentence(why.messageText()) + LOOK_FIRST, why, code));
  }

  private SubmitOutcome refused(int code, ErrorBody body) {
    return SubmitOutcome.ended(failures.refused(code, body, SubmissionState.REFUSED));
  }

  private SubmitOutcome accepted(String checkUrl) {
    try {
      CheckPath path = stack.trusted(checkUrl);
      return SubmitOutcome.accepted(
          ResumeToken.of(stack.origin().text(), path.encoded()), upload.retryAfterMillis());
    } catch (UntrustedAddressException e) {
      @Nullable ResumeToken token = tokenOfKey(checkUrl);
      UntrustedAddressException error =
          new UntrustedAddressException(
              e.messageText() + " The submission was accepted all the same.",
              SubmissionState.ACCEPTED,
              token == null ? null : token.toString());
      return token == null
          ? SubmitOutcome.ended(error)
          : SubmitOutcome.acceptedElsewhere(token, error, upload.retryAfterMillis());
    }
  }

  /** Of the lookup key alone, which is asked for by the documented operation, on our origin. */
  private @Nullable ResumeToken tokenOfKey(String checkUrl) {
    @Nullable String key = CheckUrl.lookupKey(failures.mask(checkUrl));
    return key == null || failures.holdsKey(key)
        ? null
        : ResumeToken.of(stack.origin().text(), key);
  }

  SubmitOutcome failure(Throwable failure) {
    upload.spent();
    if (failure instanceof UnreadableAnswerException) {
      return notUnderstood((UnreadableAnswerException) failure);
    }
    if (failure instanceof BrokenAnswerException) {
      ErrorBody body = failures.body(((BrokenAnswerException) failure).start());
      @Nullable String checkUrl = checkUrl(body);
      if (checkUrl != null && !body.saysNoSuccess()) {
        return accepted(checkUrl);
      }
    }
    if (failure instanceof ClientClosedException) {
      return SubmitOutcome.ended((ClientClosedException) failure);
    }
    okhttp3.@Nullable Response head = upload.response();
    if (head != null && !mayBeHandled(head.code())) { // an interceptor of the user's dropped it
      return answer(AnswerHead.error(head));
    }
    boolean ofDocument = failure instanceof UnreadableDocumentException;
    Throwable why = ofDocument ? failure : failures.error(failure);
    String words = failures.mask(String.valueOf(why.getMessage()));
    if (upload.isOut() || (head != null && head.isSuccessful())) {
      return SubmitOutcome.ended(
          new SubmissionUnknownException(sentence(words) + LOOK_FIRST, why, 0));
    }
    NotSentException notSent = new NotSentException(sentence(words) + NOT_COMPLETE, why);
    if (ofDocument) {
      return SubmitOutcome.notSent(notSent, 0);
    }
    return !upload.hasStarted() && mayPass(failure)
        ? SubmitOutcome.notYet(notSent, 0)
        : SubmitOutcome.notSent(notSent, upload.retryAfterMillis());
  }

  /**
   * A body that is not what the document promises, or is damaged, may still say what became of it.
   */
  private SubmitOutcome notUnderstood(UnreadableAnswerException failure) {
    ErrorBody body = failures.body(failure.start());
    if (body.saysNoSuccess() && upload.isTold()) {
      return refused(200, body);
    }
    @Nullable String checkUrl = checkUrl(body);
    if (checkUrl != null && !body.saysNoSuccess()) {
      return accepted(checkUrl);
    }
    return unknown(failures.notUnderstood(failure), 200);
  }

  private static @Nullable String checkUrl(ErrorBody body) {
    @Nullable String checkUrl = body.firstString("response_check_url");
    return checkUrl == null
        ? body.firstString("request_check_url") // as the rest of the service calls it
        : checkUrl;
  }

  /** Whether no connection was made for a reason that may pass. */
  private static boolean mayPass(Throwable failure) {
    boolean interrupted =
        failure instanceof InterruptedIOException && !(failure instanceof SocketTimeoutException);
    return failure instanceof IOException
        && !interrupted
        && !(failure instanceof ProtocolException)
        && !(failure instanceof UnknownServiceException)
        && !(failure instanceof SSLPeerUnverifiedException)
        && !(failure.getCause() instanceof CertificateException);
  }

  private static String sentence(String words) {
    return words.endsWith(".") || words.endsWith("?") ? words : words + ".";
  }
}
