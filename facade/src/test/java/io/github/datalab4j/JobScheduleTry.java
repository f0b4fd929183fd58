package io.github.datalab4j;

import io.github.datalab4j.ServiceUnavailableException.Reason;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.core.SingleObserver;
import io.reactivex.rxjava3.disposables.Disposable;
import java.io.IOException;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * One try to send a submission in a {@link JobSchedule}, phase after phase, each with its faults.
 */
final class JobScheduleTry extends Single<SubmitOutcome> implements Disposable {
  private static final ResumeToken BARE_KEY = ResumeToken.of("https://datalab.example", "k");

  private final JobScheduleService service;
  private final UploadWatch watch;
  private final Random random;
  private @Nullable SingleObserver<? super SubmitOutcome> observer;
  private boolean sent;
  private boolean over;
  private boolean out;
  private boolean rude;

  /** What the job was told; null while it was told nothing. */
  @Nullable SubmitOutcome told;

  JobScheduleTry(JobScheduleService service, UploadWatch watch) {
    this.service = service;
    this.watch = watch;
    random = service.random;
  }

  /** The body was out, and no answer said that it was not accepted. */
  boolean mayBeAccepted() {
    return out && (told == null || !told.again());
  }

  /** Nobody need be subscribed for this one to go on. */
  boolean isAwaited() {
    return out && !over;
  }

  @Override
  protected void subscribeActual(SingleObserver<? super SubmitOutcome> observer) {
    this.observer = observer;
    observer.onSubscribe(this);
    if (over) {
      return;
    }
    sent = true;
    service.checkMaySend();
    service.tries.add(this);
    rude = random.nextInt(5) == 0;
    service.schedule.probe("sending");
    upload(random.nextInt(4), 0);
  }

  private void upload(int steps, long sent) {
    if (over && !rude) {
      return;
    }
    if (steps > 0) {
      service.soon(
          () -> {
            watch.progress(sent, 200_000);
            service.schedule.probe("progress");
            upload(steps - 1, sent + 64 * 1024);
          });
    } else if (!service.stalls()) {
      service.soon(this::complete);
    }
  }

  private void complete() {
    switch (random.nextInt(10)) {
      case 0:
        end(SubmitOutcome.notSent(new NotSentException("503", null), service.retryAfter()));
        return;
      case 1:
        end(SubmitOutcome.notYet(new NotSentException("not connected", null), 0));
        return;
      case 2:
        if (!over) {
          dispose();
          signal(new IOException("against the rules"));
        }
        return;
      default:
    }
    boolean may = watch.mayComplete();
    service.schedule.check(may == !over, "the body may be complete: ", may);
    if (!may) {
      return;
    }
    out = true;
    service.schedule.note("body is out");
    service.schedule.probe("body is out");
    if (!service.stalls()) {
      service.soon(this::answer);
    }
  }

  private void answer() {
    switch (random.nextInt(12)) {
      case 0:
        end(
            SubmitOutcome.ended(
                new RequestRefusedException("no", 422, null, null, SubmissionState.REFUSED, null)));
        break;
      case 1:
        end(SubmitOutcome.ended(new SubmissionUnknownException("lost", null, 502)));
        break;
      case 2:
        end(random.nextBoolean() ? nameless() : elsewhere());
        break;
      case 3:
      case 4:
      case 5:
        end(SubmitOutcome.notYet(new NotSentException("429", throttled()), service.retryAfter()));
        break;
      case 6:
        if (!over) {
          dispose();
          signal(new IOException("against the rules"));
        }
        break;
      default:
        end(SubmitOutcome.accepted(JobFixture.TOKEN, service.retryAfter()));
    }
  }

  private void end(SubmitOutcome outcome) {
    boolean late = over;
    if (late && !rude) {
      return;
    }
    dispose();
    if (!late) {
      take(outcome);
    }
    if (observer != null) {
      observer.onSuccess(outcome);
    }
  }

  private void signal(Throwable error) {
    service.schedule.note("signals an error");
    if (observer != null) {
      observer.onError(error);
    }
  }

  /** The model's half of an answer that the job must take. */
  private void take(SubmitOutcome outcome) {
    told = outcome;
    DatalabException error = outcome.error();
    service.schedule.note("outcome ", error == null ? "accepted" : error.getMessage());
    if (error == null) {
      service.acceptedUntil(outcome.retryAfterMillis());
    } else if (error instanceof UntrustedAddressException) {
      service.untrusted(error.token());
    } else {
      service.leftAloneUntil(outcome.retryAfterMillis());
      if (outcome.again() && out) {
        service.throttled();
      }
    }
  }

  private static SubmitOutcome nameless() {
    return SubmitOutcome.ended(
        new UntrustedAddressException("ftp", SubmissionState.ACCEPTED, null));
  }

  private SubmitOutcome elsewhere() {
    UntrustedAddressException error =
        new UntrustedAddressException("ftp", SubmissionState.ACCEPTED, BARE_KEY.toString());
    return SubmitOutcome.acceptedElsewhere(BARE_KEY, error, service.retryAfter());
  }

  private static ServiceUnavailableException throttled() {
    return new ServiceUnavailableException(
        "429", null, Reason.THROTTLED, 429, 0, JobFixture.notApplicable(), null);
  }

  @Override
  public void dispose() {
    if (!over) {
      over = true;
      service.sendsInFlight -= sent ? 1 : 0;
    }
  }

  @Override
  public boolean isDisposed() {
    return over;
  }
}
