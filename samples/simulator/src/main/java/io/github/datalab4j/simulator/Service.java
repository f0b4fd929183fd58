package io.github.datalab4j.simulator;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the service does with a request that arrived whole. Knows nothing of sockets. */
final class Service {
  private static final String ID_CHARACTERS =
      "abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ2345";

  private final Settings settings;
  private final SimulatorTime time;
  private final Supplier<String> base;
  private final Set<String> processors = ConcurrentHashMap.newKeySet();
  private final Map<String, JobRun> jobs = new ConcurrentHashMap<>();
  private final JobQueue scripts = new JobQueue();
  private final RequestWindow window;

  Service(Settings settings, SimulatorTime time, Supplier<String> base) {
    this.settings = settings;
    this.time = time;
    this.base = base;
    this.window = new RequestWindow(settings.rateLimit);
    processors.addAll(settings.processors);
  }

  JobQueue scripts() {
    return scripts;
  }

  RequestWindow window() {
    return window;
  }

  void addProcessor(String id) {
    processors.add(id);
  }

  /** Answers one request; the lookup key goes to the outcome when a job was made. */
  Outcome handle(ReceivedRequest request, @Nullable Form form) {
    Answer refusal = window.refusal(time.millis());
    if (refusal == null) {
      refusal = refusalByRoute(request.route);
    }
    if (refusal == null) {
      refusal = refusalByKey(request.header("X-API-Key"));
    }
    if (refusal != null) {
      return new Outcome(refusal, null);
    }
    switch (request.route.operation) {
      case ITERATE:
        return iterate(request, form);
      case STATUS:
        return new Outcome(status(request.route.id), null);
      default:
        return new Outcome(
            Answer.status(200).json(Collections.singletonMap("allowed", true)), null);
    }
  }

  private static @Nullable Answer refusalByRoute(Route route) {
    switch (route.operation) {
      case UNKNOWN:
        return Answer.detail(404, "Not Found");
      case WRONG_METHOD:
        return Answer.detail(405, "Method Not Allowed").header("allow", route.id);
      default:
        return null;
    }
  }

  private @Nullable Answer refusalByKey(@Nullable String key) {
    if (settings.apiKeys.isEmpty() && settings.forbiddenKeys.isEmpty()) {
      return null;
    }
    if (key == null) {
      return Answer.detail(401, "Not authenticated");
    }
    if (settings.forbiddenKeys.contains(key)) {
      return Answer.detail(403, "This API key has no access to custom processors");
    }
    return settings.apiKeys.contains(key) ? null : Answer.detail(401, "Invalid API key");
  }

  private Answer status(String lookupKey) {
    JobRun job = jobs.get(lookupKey);
    Map<String, @Nullable Object> status = job == null ? null : job.answer(time.millis());
    if (status == null) {
      jobs.remove(lookupKey);
      return Answer.detail(404, "Request not found");
    }
    return Answer.status(200).json(status);
  }

  private Outcome iterate(ReceivedRequest request, @Nullable Form form) {
    ReceivedIteration received = ReceivedIteration.of(request, form);
    Answer refusal = refusalByForm(received, form);
    if (refusal == null && !settings.anyProcessor && !processors.contains(request.route.id)) {
      refusal = Answer.detail(404, "Custom processor not found");
    }
    if (refusal != null) {
      return new Outcome(refusal, null);
    }
    Job job = scripts.next();
    Map<String, @Nullable Object> initial = new LinkedHashMap<>();
    if (job.refusal != null) {
      initial.put("success", false);
      initial.put("error", job.refusal);
      initial.put("response_check_url", null);
      return new Outcome(Answer.status(200).json(initial), null);
    }
    String key = start(request.route.id, received.request(), job);
    String template = job.checkUrl != null ? job.checkUrl : settings.checkUrl;
    initial.put("success", true);
    initial.put("response_check_url", CheckUrl.expand(template, base.get(), key));
    return new Outcome(Answer.status(200).json(initial), key);
  }

  private @Nullable Answer refusalByForm(ReceivedIteration received, @Nullable Form form) {
    String defect = form == null ? null : form.defect();
    if (defect != null) {
      return Answer.detail(400, defect);
    }
    for (ReceivedPart part : received.parts()) {
      if (part.isFile() && part.size() > settings.maxFileBytes) {
        return Answer.detail(413, "File too large");
      }
    }
    if (form != null && form.isTextTooLong()) {
      return Answer.detail(413, "Field too large");
    }
    return Validation.refusal(received, settings.checkInstructions);
  }

  /** Makes a job that was accepted now; returns its lookup key. */
  String start(String processorId, @Nullable String description, Job job) {
    String key = job.lookupKey != null ? job.lookupKey : randomId(22);
    String pipeline = "pl_" + randomId(5);
    long now = time.millis();
    jobs.put(key, new JobRun(job, processorId, pipeline, description, now, settings.keptMillis));
    return key;
  }

  private String randomId(int length) {
    Random random = settings.random;
    StringBuilder id = new StringBuilder();
    for (int i = 0; i < length; i++) {
      id.append(ID_CHARACTERS.charAt(random.nextInt(ID_CHARACTERS.length())));
    }
    return id.toString();
  }

  /** An answer, and the key of the job that was made, if one was. */
  static final class Outcome {
    final Answer answer;
    final @Nullable String lookupKey;

    Outcome(Answer answer, @Nullable String lookupKey) {
      this.answer = answer;
      this.lookupKey = lookupKey;
    }
  }
}
