package io.github.datalab4j;

import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.core.SingleObserver;
import io.reactivex.rxjava3.disposables.Disposable;

/** One poll in a {@link JobSchedule}: it may stall, answer at once or later, or after dispose. */
final class JobSchedulePoll extends Single<PollAnswer<ProcessorStatus>> implements Disposable {
  private final JobScheduleService service;
  private boolean sent;
  private boolean over;

  JobSchedulePoll(JobScheduleService service) {
    this.service = service;
  }

  @Override
  protected void subscribeActual(SingleObserver<? super PollAnswer<ProcessorStatus>> observer) {
    observer.onSubscribe(this);
    if (over) {
      return; // as Retrofit does: nothing is sent
    }
    sent = true;
    service.checkMayPoll();
    service.schedule.probe("polling");
    if (service.stalls()) {
      return;
    }
    boolean rude = service.random.nextInt(5) == 0;
    PollAnswer<ProcessorStatus> answer = service.randomAnswer();
    service.soon(() -> answer(observer, answer, rude));
  }

  private void answer(
      SingleObserver<? super PollAnswer<ProcessorStatus>> observer,
      PollAnswer<ProcessorStatus> answer,
      boolean rude) {
    boolean late = over;
    if (late && !rude) {
      return;
    }
    dispose();
    if (!late) {
      service.take(answer);
    }
    observer.onSuccess(answer);
  }

  @Override
  public void dispose() {
    if (!over) {
      over = true;
      service.pollsInFlight -= sent ? 1 : 0;
    }
  }

  @Override
  public boolean isDisposed() {
    return over;
  }
}
