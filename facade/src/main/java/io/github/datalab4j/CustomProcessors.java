package io.github.datalab4j;

import static java.util.Objects.requireNonNull;

import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.CompletableSource;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.functions.Function;

/**
 * Custom processors: iterate one, watch the job, take up a job again. Immutable and safe for use by
 * many threads; get it from {@link Datalab#customProcessors()}.
 */
public final class CustomProcessors {
  private final ClientContext context;
  private final PollPolicy policy;
  private final Function<? super String, ? extends CompletableSource> hook;

  CustomProcessors(
      ClientContext context,
      PollPolicy policy,
      Function<? super String, ? extends CompletableSource> hook) {
    this.context = context;
    this.policy = policy;
    this.hook = hook;
  }

  /**
   * These processors, whose jobs are polled by another policy than the client's.
   *
   * @param policy when to poll, and for how long
   */
  public CustomProcessors withPollPolicy(PollPolicy policy) {
    return new CustomProcessors(context, requireNonNull(policy, "policy"), hook);
  }

  /**
   * These processors, with a hook of their own in place of the client's {@link
   * Datalab.Builder#onAccepted}, for instance one that knows which record the job belongs to.
   *
   * @param hook gets the token of every job that is accepted; see {@link
   *     Datalab.Builder#onAccepted}
   */
  public CustomProcessors withOnAccepted(
      Function<? super String, ? extends CompletableSource> hook) {
    return new CustomProcessors(context, policy, requireNonNull(hook, "hook"));
  }

  /**
   * A job that iterates a processor: the service's agent goes on from its last session with the
   * feedback given and makes a new version (operation {@code iterate_custom_pipeline}). Nothing is
   * sent until the first subscription to one of the job's views; then it is sent at most once.
   *
   * @param processorId the processor, {@code cp_…}
   * @param iteration the feedback and the example documents
   * @throws IllegalArgumentException if the id is empty or no single path segment
   */
  public GenerationJob iterate(String processorId, Iteration iteration) {
    requireNonNull(iteration, "iteration");
    checkProcessorId(processorId);
    Submission submission =
        new Submission(
            processorId,
            watch -> context.http.submit(processorId, iteration, watch),
            token -> Completable.wrap(hook.apply(token)),
            context.jobs);
    return GenerationJob.submitting(
        context.open.add(submission),
        token -> watch(token, context.http.origin().ofToken(token.address())),
        context.jobs.callbacks);
  }

  /**
   * The job that a token stands for, after a restart or on another machine. Its views watch it;
   * nothing is submitted.
   *
   * @param token what {@link GenerationJob#token()} gave; a bare lookup key is none
   * @throws InvalidTokenException if the text is no token, is cut off, or of a version that this
   *     library does not know
   * @throws UntrustedAddressException if the token belongs to another origin than this client's, or
   *     names an address there that is not asked
   */
  public GenerationJob resume(String token) {
    ResumeToken read = ResumeToken.parse(token);
    return GenerationJob.accepted(watch(read, path(read)), context.jobs.callbacks);
  }

  /**
   * The job of a lookup key, the last path segment of the service's check URL. Its views watch it;
   * nothing is submitted.
   *
   * @param lookupKey the bare key
   * @throws IllegalArgumentException if it cannot be a key: it is empty, longer than 4096 bytes in
   *     UTF-8, holds a slash, is {@code .} or {@code ..}, or is a word that the service uses itself
   *     ({@code access}, {@code creation-allowance})
   */
  public GenerationJob job(String lookupKey) {
    CheckPath path = context.http.origin().ofLookupKey(lookupKey);
    return GenerationJob.accepted(watch(tokenOf(lookupKey), path), context.jobs.callbacks);
  }

  /**
   * Asks once for the status of a job (operation {@code get_custom_pipeline_status}). Every
   * subscription is one request, after its turn in the request budget; dispose cancels it. The
   * status or the error arrives on the callback scheduler.
   *
   * <p>Errors: {@link UnknownJobException}, {@link RequestRefusedException}, {@link
   * ResponseNotUnderstoodException}, {@link UntrustedAddressException}, {@link
   * ServiceUnavailableException}, {@link WatchFailedException}, {@link ClientClosedException}; each
   * carries the job's token.
   *
   * @param lookupKey the bare key, as for {@link #job}
   * @throws IllegalArgumentException as for {@link #job}
   */
  public Single<ProcessorStatus> status(String lookupKey) {
    return ask(tokenOf(lookupKey), context.http.origin().ofLookupKey(lookupKey));
  }

  /**
   * Asks once for the status of the job that a token stands for, otherwise as {@link #status}.
   *
   * @param token what {@link GenerationJob#token()} gave
   * @throws InvalidTokenException as for {@link #resume}
   * @throws UntrustedAddressException as for {@link #resume}
   */
  public Single<ProcessorStatus> statusOfToken(String token) {
    ResumeToken read = ResumeToken.parse(token);
    return ask(read, path(read));
  }

  /**
   * Whether a text that somebody typed is meant as a resume token and not as a lookup key. It looks
   * at the beginning only: the token may still be cut off.
   *
   * @param text a token or a key
   */
  public static boolean isToken(String text) {
    return ResumeToken.isToken(text);
  }

  private JobWatch watch(ResumeToken token, CheckPath path) {
    return context.open.add(
        new JobWatch(token, context.statuses.poll(path, token.address()), policy, context.jobs));
  }

  private ResumeToken tokenOf(String lookupKey) {
    return ResumeToken.of(context.http.origin().text(), lookupKey);
  }

  private CheckPath path(ResumeToken token) {
    Origin origin = context.http.origin();
    if (!token.origin().equals(origin.text())) {
      throw new UntrustedAddressException(
          "The resume token belongs to "
              + token.origin()
              + ", but this client is set to "
              + origin.text()
              + ". Set the base URL to the token's.",
          SubmissionState.ACCEPTED,
          token.toString());
    }
    return token.isPath() ? origin.ofToken(token.address()) : origin.ofLookupKey(token.address());
  }

  private Single<ProcessorStatus> ask(ResumeToken token, CheckPath path) {
    return new StatusQuestion(token.toString(), path, policy, context).answer();
  }

  private static void checkProcessorId(String id) {
    boolean malformed = LookupKey.isNoSegment(id);
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      malformed |= c == '/' || c == '\\' || c <= ' ' || c == 0x7f;
      malformed |= FileName.isLoneSurrogate(id, i);
    }
    if (malformed || id.isEmpty()) {
      throw new IllegalArgumentException(
          "\"" + id + "\" is no processor id: one looks like cp_12345.");
    }
  }
}
