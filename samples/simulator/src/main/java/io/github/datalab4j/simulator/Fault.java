package io.github.datalab4j.simulator;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes wrong. Immutable. Set one with {@link DatalabSimulator#fault}; several that
 * meet the same call all play, in the order of their phases and then of their setting.
 */
public final class Fault {
  /** What is done. */
  enum Kind {
    RESET,
    CLOSE,
    STALL,
    DELAY,
    READ_SLOWLY,
    ANSWER_SLOWLY,
    INTERIM,
    CLOSE_AFTER_ANSWER,
    ANSWER,
    CHANGE
  }

  private static final Set<Kind> INTERRUPTIONS =
      EnumSet.of(Kind.RESET, Kind.CLOSE, Kind.STALL, Kind.DELAY);
  private static final Pace NO_PACE = new Pace(Integer.MAX_VALUE, 0);
  private static final long DEFAULT_BOMB = 1L << 30;

  final Kind kind;
  final Phase phase;
  final long afterBytes;
  final Pace pace;
  final Answer answer;
  final UnaryOperator<Answer> change;
  final boolean handled;
  private final String name;

  private Fault(String name, Kind kind, Pace pace, Answer answer, UnaryOperator<Answer> change) {
    this(name, kind, pace, answer, change, Phase.BEFORE_ANSWER, -1, false);
  }

  private Fault(
      String name,
      Kind kind,
      Pace pace,
      Answer answer,
      UnaryOperator<Answer> change,
      Phase phase,
      long afterBytes,
      boolean handled) {
    this.name = name;
    this.kind = kind;
    this.pace = pace;
    this.answer = answer;
    this.change = change;
    this.phase = phase;
    this.afterBytes = afterBytes;
    this.handled = handled;
  }

  private static Fault interruption(Kind kind, long millis) {
    String name = kind.name().toLowerCase(Locale.ROOT);
    return fault(name, kind, new Pace(Integer.MAX_VALUE, millis));
  }

  private static Fault fault(String name, Kind kind, Pace pace) {
    return new Fault(name, kind, pace, Answer.status(500), UnaryOperator.identity());
  }

  private static Fault change(String name, UnaryOperator<Answer> change) {
    return new Fault(name, Kind.CHANGE, NO_PACE, Answer.status(500), change);
  }

  /** Resets the connection (a TCP RST, "connection reset by peer"). */
  public static Fault reset() {
    return interruption(Kind.RESET, 0);
  }

  /** Closes the connection in the ordinary way (a TCP FIN). */
  public static Fault close() {
    return interruption(Kind.CLOSE, 0);
  }

  /**
   * Stops there and goes on at {@link DatalabSimulator#release} only. In the phases of the request
   * nothing is read meanwhile; that the client closed is then noticed after the release.
   */
  public static Fault stall() {
    return interruption(Kind.STALL, 0);
  }

  /** Stops there for that many milliseconds. */
  public static Fault delayMillis(long millis) {
    return interruption(Kind.DELAY, millis);
  }

  /** Reads the body of the request at that rate on the average. */
  public static Fault readSlowly(int bytes, long everyMillis) {
    return fault("read slowly", Kind.READ_SLOWLY, new Pace(bytes, everyMillis));
  }

  /** Sends the head of the answer, then one byte of its body a second. */
  public static Fault answerSlowly() {
    return answerSlowly(1, 1000);
  }

  /** Sends the head of the answer, then its body that many bytes at a time. */
  public static Fault answerSlowly(int bytes, long everyMillis) {
    return fault("answer slowly", Kind.ANSWER_SLOWLY, new Pace(bytes, everyMillis));
  }

  /**
   * Answers this instead of handling the request: no job is made and no poll is counted. {@link
   * #at} {@link Phase#REQUEST_HEAD} answers before the body was read, {@link Phase#REQUEST_BODY} in
   * the middle of it.
   */
  public static Fault answer(Answer answer) {
    Objects.requireNonNull(answer, "answer");
    return new Fault(
        "answer " + answer.status, Kind.ANSWER, NO_PACE, answer, UnaryOperator.identity());
  }

  /**
   * Sends an interim answer, 102 or 103 say, before the true one; {@code 100 Continue} is sent by
   * itself where it is asked for. Set it twice for two of them.
   */
  public static Fault interim(int status) {
    if (status < 100 || status > 199 || status == 101) {
      throw new IllegalArgumentException("no status of an interim answer: " + status);
    }
    return new Fault(
        "interim " + status,
        Kind.INTERIM,
        NO_PACE,
        Answer.status(status),
        UnaryOperator.identity());
  }

  /**
   * Closes the connection (a TCP FIN) after the whole answer, which does not say so: the client
   * keeps the connection in its pool, and its next request meets one that is closed. That request
   * is neither handled nor among {@link DatalabSimulator#requests()}. To be sure that the
   * connection is closed before it, wait by {@link DatalabSimulator#awaitOpenConnections}. An
   * answer that says so is {@link Answer#closing}.
   */
  public static Fault closeAfterAnswer() {
    return fault("close after answer", Kind.CLOSE_AFTER_ANSWER, NO_PACE);
  }

  /** Answers that status and a {@code detail} that names it, see {@link #answer}. */
  public static Fault status(int status) {
    return answer(Answer.detail(status, Reasons.of(status)));
  }

  /** Answers that status with a page of HTML, as a gateway does, see {@link #answer}. */
  public static Fault html(int status) {
    return answer(Damage.htmlPage(status));
  }

  /** Redirects to any place; the location is sent as it stands, see {@link #answer}. */
  public static Fault redirect(int status, String location) {
    return answer(Answer.status(status).header("location", location));
  }

  /** Adds a header line, such as {@code Retry-After}, to the true answer. */
  public static Fault header(String name, String value) {
    return change("header " + name, answer -> answer.header(name, value));
  }

  /** Sets a field of the true answer; for values of a wrong type, missing keys, other hosts. */
  public static Fault field(String name, @Nullable Object value) {
    return change("field " + name, answer -> answer.field(name, value));
  }

  /** Leaves a field out of the true answer. */
  public static Fault withoutField(String name) {
    return change("without field " + name, answer -> Damage.without(answer, name));
  }

  /** The true answer without its body; {@code Content-Length} is 0. */
  public static Fault emptyBody() {
    return change("empty body", answer -> answer.body(""));
  }

  /** Only the first half of the JSON, properly framed: {@code Content-Length} fits the half. */
  public static Fault truncatedJson() {
    return change("truncated JSON", Damage::halved);
  }

  /** JSON with a syntax error in it. */
  public static Fault malformedJson() {
    return change("malformed JSON", Damage::malformed);
  }

  /** Every field of the JSON object twice. */
  public static Fault duplicateKeys() {
    return change("duplicate keys", Damage::doubled);
  }

  /** {@code "runtime": NaN}, which is not JSON. */
  public static Fault notANumber() {
    return change("NaN", answer -> answer.field("runtime", new Json.Raw("NaN")));
  }

  /** A byte order mark before the JSON. */
  public static Fault byteOrderMark() {
    return change("byte order mark", Damage::withByteOrderMark);
  }

  /** The JSON in UTF-16, while the header claims UTF-8. */
  public static Fault wrongCharset() {
    return change("wrong charset", Damage::inUtf16);
  }

  /** {@code request_description} with half of a surrogate pair, escaped. */
  public static Fault loneSurrogates() {
    return change(
        "lone surrogates", answer -> answer.field("request_description", "a\ud83d b\ude00"));
  }

  /** {@code request_description} with bytes that are not UTF-8. */
  public static Fault invalidUtf8() {
    return change("invalid UTF-8", Damage::invalidUtf8);
  }

  /** {@code pipeline_params} nested that deep, 100,000 being deep. */
  public static Fault deepJson(int depth) {
    return change("deep JSON", answer -> Damage.deep(answer, depth));
  }

  /** {@code pipeline_params} with that many empty objects, three bytes each. */
  public static Fault manyValues(int values) {
    return change("many values", answer -> Damage.many(answer, values));
  }

  /** {@code request_description} of that many characters, 10,000,000 being long. */
  public static Fault longString(int characters) {
    return change("long string", answer -> Damage.longString(answer, characters));
  }

  /** As {@link #gzipBomb(long)} with 1 GiB. */
  public static Fault gzipBomb() {
    return gzipBomb(DEFAULT_BOMB);
  }

  /** JSON of about that many bytes, sent as a thousandth of it in gzip. */
  public static Fault gzipBomb(long bytes) {
    return change("gzip bomb", answer -> GzipBomb.in(answer, bytes));
  }

  /** JSON with a string that never ends, in chunks, until the client closes. */
  public static Fault endlessBody() {
    return change("endless body", Damage::endless);
  }

  /** Gzip with a file name in its header that never ends, in chunks, until the client closes. */
  public static Fault endlessGzipHeader() {
    return change("endless gzip header", Damage::endlessGzipHeader);
  }

  /** Claims 100 bytes more than are sent, and leaves the connection open. */
  public static Fault contentLengthTooLong() {
    return change("Content-Length too long", answer -> answer.lengthError(100));
  }

  /** Claims 10 bytes less than are sent; the rest follows on the connection all the same. */
  public static Fault contentLengthTooShort() {
    return change("Content-Length too short", answer -> answer.lengthError(-10));
  }

  /** The moment; {@link Phase#BEFORE_ANSWER} by default. */
  public Fault at(Phase phase) {
    boolean early = phase.compareTo(Phase.BEFORE_ANSWER) <= 0;
    if (!INTERRUPTIONS.contains(kind) && !(kind == Kind.ANSWER && early)) {
      throw new IllegalArgumentException(this + " cannot be set at " + phase);
    }
    return new Fault(name, kind, pace, answer, change, phase, afterBytes, handled);
  }

  /**
   * In {@link Phase#REQUEST_BODY}, {@link Phase#ANSWER_HEAD} and {@link Phase#ANSWER_BODY}: after
   * so many bytes of it instead of half. Reading happens in pieces: of a request at least so many.
   */
  public Fault afterBytes(long bytes) {
    if (bytes < 1) {
      throw new IllegalArgumentException("bytes must be at least 1, was " + bytes);
    }
    return new Fault(name, kind, pace, answer, change, phase, bytes, handled);
  }

  /**
   * For an {@link #answer}: handles the request first, so that a job is made, and then hides it.
   */
  public Fault afterHandling() {
    if (kind != Kind.ANSWER) {
      throw new IllegalArgumentException(this + " is no answer of its own");
    }
    return new Fault(name, kind, pace, answer, change, phase, afterBytes, true);
  }

  boolean isInterruption() {
    return INTERRUPTIONS.contains(kind);
  }

  @Override
  public String toString() {
    return isInterruption() || phase != Phase.BEFORE_ANSWER ? name + " at " + phase : name;
  }
}
