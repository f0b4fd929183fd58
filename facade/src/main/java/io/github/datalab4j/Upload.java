package io.github.datalab4j;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * One sending of one request body: how far it went, and the guarantee that it goes out once.
 *
 * <p>The body counts as <em>out</em> from just before its last bytes are handed to the connection.
 * No server can have read the whole request before that; after that only an answer tells what
 * became of it.
 */
final class Upload extends AnswerHead {
  private final @Nullable UploadWatch watch;
  private volatile boolean started;
  private volatile boolean out;
  private volatile @Nullable Thread sender; // to our connection
  private volatile boolean elsewhere;
  private volatile boolean returned;
  private volatile boolean own;

  // All below is guarded by this.
  private @Nullable Thread reader; // of the body, the first where there are two
  private int readings; // of that thread, one within the other
  private int readingsElsewhere;
  private @Nullable Response ownAnswer; // of our connection, past OkHttp
  private @Nullable Throwable ownFailure; // the same where there was none
  private @Nullable Object sentEnd; // either, below the network interceptors of the user's
  private boolean intercepted; // maybe, by one of those, which made an end of its own
  private boolean abandoned;
  private boolean spent;

  Upload(@Nullable UploadWatch watch) {
    this.watch = watch;
  }

  static Upload unwatched() {
    return new Upload(null);
  }

  /** That of the call: a user's interceptor may have made the request anew, without its tags. */
  static Upload of(Interceptor.Chain chain) {
    @Nullable Upload tagged = chain.call().request().tag(Upload.class);
    return tagged == null ? unwatched() : tagged;
  }

  /**
   * Whether the server may have the whole request: by our connection, or by whatever else an
   * interceptor of the user's sends it by.
   */
  boolean isOut() {
    return out || elsewhere;
  }

  /** Whether what the answer says is all that there is to know: nothing else may have been sent. */
  synchronized boolean isTold() {
    return returned ? own || !out : !elsewhere;
  }

  /** Where the request may have gone elsewhere, only the answer that came past the interceptors. */
  @Override
  synchronized @Nullable Response response() {
    return elsewhere && !returned ? null : super.response();
  }

  @Override
  synchronized void returned(Response answer) {
    arrived(answer);
    endOfCall(answer);
    returned = true;
  }

  @Override
  void failed(Throwable failure) {
    endOfCall(failure);
  }

  /** Whether a connection was made and the sending of the request began. */
  boolean hasStarted() {
    return started;
  }

  void checkNotStarted() throws IOException {
    if (started) {
      throw sentBefore();
    }
  }

  /** The body is sent by our connection, on this thread until {@link #stop}. */
  synchronized void start() throws IOException {
    checkNotStarted();
    started = true;
    arrived(null); // an answer to the headers alone tells nothing of what is sent now
    ownAnswer = null;
    sender = Thread.currentThread();
  }

  void stop() {
    sender = null;
  }

  /** The body as it is given to the user's interceptors, and to OkHttp below them. */
  synchronized RequestBody oneShot(RequestBody body) {
    intercepted = false;
    return new OneShotBody(body, this);
  }

  /** It has passed them: who puts another one in its place may keep what he reads of it. */
  synchronized void passes(RequestBody body) throws IOException {
    if (!(body instanceof OneShotBody && ((OneShotBody) body).isOf(this))) {
      mayGoElsewhere();
    }
  }

  /** There is a connection: from here on network interceptors of the user's may end it. */
  synchronized void connected() {
    intercepted = true;
  }

  /** What our connection made of it: the request that was answered, or an error. */
  synchronized void sent(Object end) {
    sentEnd = end;
  }

  /** That request was answered, past the network interceptors. */
  synchronized void answered(Request request) {
    intercepted = request != sentEnd;
  }

  /** What came of that past OkHttp. */
  synchronized void passed(Response answer) {
    ownAnswer = intercepted ? null : answer;
  }

  /** The same where it failed. */
  synchronized void passed(Throwable failure) {
    ownFailure = intercepted && failure != sentEnd ? null : failure;
  }

  /**
   * What came past the user's interceptors: if it came of our connection, no copy went elsewhere.
   */
  private synchronized void endOfCall(Object end) {
    own = end == ownFailure || (ownAnswer != null && isSame(ownAnswer, end));
    if (own) {
      elsewhere = false;
    }
  }

  private static boolean isSame(Response own, Object end) {
    @Nullable Response received = own.networkResponse();
    return own == end
        || (received != null
            && end instanceof Response
            && received == ((Response) end).networkResponse());
  }

  /**
   * Its answer, or its failure, is there, so that it will be told what became of it: nobody may
   * read the body any more, and send it afterwards.
   */
  @Override
  synchronized void spent() {
    spent = true;
  }

  /**
   * The body is being read on this thread, until {@link #endReading}: what is not read for our
   * connection may go elsewhere, from its begin on.
   *
   * @return for {@link #couldNotBeRead}
   */
  synchronized int beginReadingBody() throws IOException {
    beginReading();
    if (sender == Thread.currentThread()) {
      return 0;
    }
    boolean first = !elsewhere;
    try {
      mayGoElsewhere();
    } catch (IOException e) {
      endReading();
      throw e;
    }
    ownFailure = null;
    if (reader == Thread.currentThread() && readings > 1) { // within a reading
      return 0;
    }
    readingsElsewhere++;
    return first ? readingsElsewhere : 0;
  }

  /** That reading met a document that cannot be read: if it was the only one, nothing went. */
  synchronized void couldNotBeRead(int reading) {
    if (reading > 0 && reading == readingsElsewhere) {
      elsewhere = false;
    }
  }

  /** The body, or its length, is being read on this thread, until {@link #endReading}. */
  synchronized void beginReading() throws IOException {
    if (abandoned || spent) {
      throw givenUp();
    }
    if (reader == null) {
      reader = Thread.currentThread();
    }
    if (reader == Thread.currentThread()) {
      readings++;
    }
  }

  synchronized void endReading() {
    if (reader != Thread.currentThread() || --readings > 0) {
      return;
    }
    reader = null;
    if (abandoned) {
      Thread.interrupted(); // was meant for the body only
    }
  }

  private void mayGoElsewhere() throws IOException {
    if (watch != null && !watch.mayGoElsewhere()) {
      throw givenUp();
    }
    elsewhere = true;
  }

  /** Nobody waits for it: interrupts who reads the body, where a user's document may block. */
  synchronized void abandon() {
    abandoned = true;
    if (reader != null && reader != Thread.currentThread()) {
      reader.interrupt();
    }
  }

  /** Called just before the last bytes go out; again where that was refused. */
  synchronized void complete() throws IOException {
    if (spent || (watch != null && !watch.mayComplete())) {
      throw givenUp();
    }
    out = true;
  }

  void progress(long sentBytes, long totalBytes) {
    if (watch != null) {
      watch.progress(sentBytes, totalBytes);
    }
  }

  private static IOException givenUp() {
    return new IOException("The call has ended: its body can no longer be read or sent");
  }

  private static IOException sentBefore() {
    return new IOException(
        "This request was sent before and is never sent twice; an interceptor or an authenticator"
            + " of the OkHttpClient tried to");
  }
}
