package io.github.datalab4j;

import static java.util.Objects.requireNonNull;

import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.functions.Function;
import io.reactivex.rxjava3.functions.Predicate;
import retrofit2.Response;

/** Makes the watches of operations of the user's own. */
final class OperationPolls {
  private final ClientContext context;
  private final Failures failures;

  OperationPolls(ClientContext context) {
    this.context = context;
    this.failures = context.http.failures();
  }

  <T> Observable<T> poll(Single<T> call, Predicate<? super T> isTerminal, PollPolicy policy) {
    requireNonNull(call, "call");
    return watch(permit -> poll(call, permit), isTerminal, policy);
  }

  <T> Observable<T> pollResponses(
      Single<Response<T>> call, Predicate<? super T> isTerminal, PollPolicy policy) {
    requireNonNull(call, "call");
    return watch(permit -> poll(call, permit).map(this::ofResponse), isTerminal, policy);
  }

  private <T> Single<PollAnswer<T>> poll(Single<T> call, Permit permit) {
    return PollTicket.poll(call, permit, failures, context.threads);
  }

  private <T> Observable<T> watch(
      Function<Permit, Single<PollAnswer<T>>> poll,
      Predicate<? super T> isTerminal,
      PollPolicy policy) {
    requireNonNull(isTerminal, "isTerminal");
    requireNonNull(policy, "policy");
    return context
        .open
        .add(new OperationWatch<>(poll, isTerminal, policy, context.jobs))
        .values()
        .observeOn(context.jobs.callbacks, true, CallbackScheduler.BUFFER);
  }

  private <T> PollAnswer<T> ofResponse(PollAnswer<Response<T>> answer) throws Throwable {
    return answer.kind() == PollAnswer.Kind.VALUE
        ? failures.pollAnswer(answer.value(), false)
        : answer.map(response -> requireNonNull(response.body()));
  }
}
