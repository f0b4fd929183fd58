package io.github.datalab4j.simulator;

import java.util.ArrayDeque;
import java.util.Queue;

/** The scripts of the jobs to come: queued ones first, then the one for all others. */
final class JobQueue {
  private final Queue<Job> queued = new ArrayDeque<>();
  private Job others = Job.completing();

  synchronized void add(Job job) {
    queued.add(job);
  }

  synchronized void others(Job job) {
    others = job;
  }

  synchronized Job next() {
    Job next = queued.poll();
    return next != null ? next : others;
  }
}
