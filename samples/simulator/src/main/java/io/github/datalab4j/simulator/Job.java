package io.github.datalab4j.simulator;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The script of one job: what its status answers say, one after the other. Immutable; every method
 * returns a changed copy.
 */
public final class Job {
  /** How a job ends. */
  enum Ending {
    SUCCESS,
    FAILURE,
    NEVER
  }

  final List<String> meanwhile;
  final Ending ending;
  final String lastWord;
  final @Nullable String message;
  final @Nullable String refusal;
  final int polls;
  final long millis;
  final int expiresAfterPolls;
  final long expiresAfterMillis;
  final @Nullable String checkUrl;
  final @Nullable String lookupKey;
  final Map<String, @Nullable Object> fields;
  final Map<String, @Nullable Object> results;

  private Job(Script script) {
    meanwhile = script.meanwhile;
    ending = script.ending;
    lastWord = script.lastWord;
    message = script.message;
    refusal = script.refusal;
    polls = script.polls;
    millis = script.millis;
    expiresAfterPolls = script.expiresAfterPolls;
    expiresAfterMillis = script.expiresAfterMillis;
    checkUrl = script.checkUrl;
    lookupKey = script.lookupKey;
    fields = Collections.unmodifiableMap(script.fields);
    results = Collections.unmodifiableMap(script.results);
  }

  /** {@code processing} once, then {@code completed} with success and ids. */
  public static Job completing() {
    return new Job(new Script(Ending.SUCCESS, "completed"));
  }

  /** {@code processing} once, then {@code failed} with that {@code error_message}. */
  public static Job failing(String errorMessage) {
    Script script = new Script(Ending.FAILURE, "failed");
    script.message = Objects.requireNonNull(errorMessage, "errorMessage");
    return new Job(script);
  }

  /**
   * {@code processing} once, then {@code complete} with {@code success: false} and that {@code
   * error_message}: how the service reports some failures.
   */
  public static Job unsuccessful(String errorMessage) {
    return failing(errorMessage).ending("complete");
  }

  /** {@code processing} for ever. */
  public static Job neverEnding() {
    return new Job(new Script(Ending.NEVER, "processing"));
  }

  /**
   * These words, one an answer, the last one again and again. A last word {@code completed} or
   * {@code complete} is a success, {@code failed} a failure, any other no end at all.
   */
  public static Job words(String... words) {
    if (words.length == 0) {
      throw new IllegalArgumentException("at least one word is needed");
    }
    String last = words[words.length - 1];
    Script script = new Script(endingOf(last), last);
    script.message = script.ending == Ending.FAILURE ? "Generation failed" : null;
    script.polls = words.length - 1;
    script.meanwhile =
        Collections.unmodifiableList(Arrays.asList(Arrays.copyOf(words, words.length - 1)));
    return new Job(script);
  }

  /**
   * No job: the iterate call is answered with 200 and {@code {"success": false, "error": "...",
   * "response_check_url": null}}.
   */
  public static Job refused(String error) {
    Script script = new Script(Ending.NEVER, "processing");
    script.refusal = Objects.requireNonNull(error, "error");
    return new Job(script);
  }

  /**
   * Ends after so many answers that are not the end; 0 ends with the first. An answer that a fault
   * lost on its way counts, a {@link Fault#answer} instead of it does not.
   */
  public Job after(int polls) {
    Script script = new Script(this);
    script.polls = notNegative(polls, "polls");
    script.millis = -1;
    return new Job(script);
  }

  /** Ends that many milliseconds after it was accepted, however often it is asked. */
  public Job afterMillis(long millis) {
    Script script = new Script(this);
    script.millis = notNegative(millis, "millis");
    return new Job(script);
  }

  /** As {@link #afterMillis}, in any unit. */
  public Job after(long time, TimeUnit unit) {
    return afterMillis(unit.toMillis(time));
  }

  /**
   * The words before the end: one an answer and the last one again until the end, or, where time
   * ends the job, each for an equal share of that time.
   */
  public Job meanwhile(String... words) {
    Script script = new Script(this);
    script.meanwhile = Collections.unmodifiableList(Arrays.asList(words.clone()));
    return new Job(script);
  }

  /** Another word for the end, such as {@code complete}. */
  public Job ending(String word) {
    Script script = new Script(this);
    script.lastWord = Objects.requireNonNull(word, "word");
    return new Job(script);
  }

  /** A field of every answer: a known one is replaced, an unknown one is added. */
  public Job field(String name, @Nullable Object value) {
    Script script = new Script(this);
    script.fields.put(name, value);
    return new Job(script);
  }

  /** A field of the answer at the end only. */
  public Job resultField(String name, @Nullable Object value) {
    Script script = new Script(this);
    script.results.put(name, value);
    return new Job(script);
  }

  /** {@code processor_id} at the end; by default the id that was iterated. */
  public Job processorId(String id) {
    return resultField("processor_id", id);
  }

  /** {@code pipeline_id} at the end; by default {@code pl_} and five random characters. */
  public Job pipelineId(String id) {
    return resultField("pipeline_id", id);
  }

  /** {@code runtime} at the end in seconds; by default the time since the job was accepted. */
  public Job runtime(double seconds) {
    return resultField("runtime", seconds);
  }

  /** {@code pipeline_params} at the end; by default a few of every JSON type. */
  public Job pipelineParams(Map<String, ?> params) {
    return resultField("pipeline_params", new LinkedHashMap<String, Object>(params));
  }

  /** Deletes the result after it was given so many times: 404 from then on. */
  public Job expiringAfter(int terminalAnswers) {
    Script script = new Script(this);
    script.expiresAfterPolls = notNegative(terminalAnswers, "terminalAnswers");
    return new Job(script);
  }

  /** Deletes the result that long after the end; the default is the simulator's, one hour. */
  public Job expiringAfterMillis(long millis) {
    Script script = new Script(this);
    script.expiresAfterMillis = notNegative(millis, "millis");
    return new Job(script);
  }

  /** The template of this job's check URL, see {@link CheckUrl}. */
  public Job checkUrl(String template) {
    Script script = new Script(this);
    script.checkUrl = Objects.requireNonNull(template, "template");
    return new Job(script);
  }

  /** This job's lookup key; by default random. */
  public Job lookupKey(String key) {
    Script script = new Script(this);
    script.lookupKey = Objects.requireNonNull(key, "key");
    return new Job(script);
  }

  private static Ending endingOf(String word) {
    switch (word) {
      case "completed":
      case "complete":
        return Ending.SUCCESS;
      case "failed":
        return Ending.FAILURE;
      default:
        return Ending.NEVER;
    }
  }

  private static <N extends Number> N notNegative(N number, String what) {
    if (number.longValue() < 0) {
      throw new IllegalArgumentException(what + " must not be negative, was " + number);
    }
    return number;
  }

  @Override
  public String toString() {
    return refusal != null
        ? "Job{refused: " + refusal + '}'
        : "Job{" + meanwhile + ", then " + lastWord + (message == null ? "" : ": " + message) + '}';
  }

  /** What a changed copy is made from. */
  private static final class Script {
    List<String> meanwhile = Collections.singletonList("processing");
    Ending ending;
    String lastWord;
    @Nullable String message;
    @Nullable String refusal;
    int polls = 1;
    long millis = -1;
    int expiresAfterPolls = Integer.MAX_VALUE;
    long expiresAfterMillis = -1;
    @Nullable String checkUrl;
    @Nullable String lookupKey;
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    Map<String, @Nullable Object> results = new LinkedHashMap<>();

    Script(Ending ending, String lastWord) {
      this.ending = ending;
      this.lastWord = lastWord;
    }

    Script(Job job) {
      this(job.ending, job.lastWord);
      meanwhile = job.meanwhile;
      message = job.message;
      refusal = job.refusal;
      polls = job.polls;
      millis = job.millis;
      expiresAfterPolls = job.expiresAfterPolls;
      expiresAfterMillis = job.expiresAfterMillis;
      checkUrl = job.checkUrl;
      lookupKey = job.lookupKey;
      fields.putAll(job.fields);
      results.putAll(job.results);
    }
  }
}
