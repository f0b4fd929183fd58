package io.github.datalab4j.service;

import io.reactivex.rxjava3.disposables.Disposable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The heartbeat of this instance: it renews leases, and looks after jobs of instances that died.
 */
@Component
final class Keeper {
  private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);

  private final Submissions submissions;
  private final Watches watches;
  private final JobStore store;
  private final ServiceSettings settings;
  private final Set<String> kept = ConcurrentHashMap.newKeySet();
  private long renewedAt = System.nanoTime();
  private long steadySince = renewedAt;

  Keeper(Submissions submissions, Watches watches, JobStore store, ServiceSettings settings) {
    this.submissions = submissions;
    this.watches = watches;
    this.store = store;
    this.settings = settings;
  }

  @Scheduled(fixedDelayString = "${service.heartbeat}")
  void beat() {
    renew();
    if (isSteady(System.nanoTime())) {
      store.markUnknown();
    }
    if (settings.keepWatching()) {
      store.unwatched().forEach(this::keep);
    }
  }

  private void renew() {
    List<String> led = new ArrayList<>(watches.leading());
    Set<String> worked = new HashSet<>(led);
    worked.addAll(submissions.ids());
    Set<String> owned = new HashSet<>(store.renew(worked));
    led.stream().filter(id -> !owned.contains(id)).forEach(watches::lose);
  }

  /**
   * Whether this instance has missed no heartbeat for a lease. When the database was away for all,
   * the others get that time to renew their leases: they are not dead.
   */
  private boolean isSteady(long now) {
    if (now - renewedAt > settings.heartbeat().multipliedBy(2).toNanos()) {
      steadySince = now;
    }
    renewedAt = now;
    return now - steadySince >= settings.lease().toNanos();
  }

  /** Watches to the end, as a browser that does not leave. */
  private void keep(String id) {
    if (kept.add(id)) {
      Disposable unused =
          watches
              .watch(id)
              .ignoreElements()
              .doFinally(() -> kept.remove(id))
              .subscribe(() -> {}, error -> LOG.warn("The watch of job {} broke.", id, error));
    }
  }
}
