package io.github.datalab4j;

import com.squareup.moshi.JsonAdapter;
import io.reactivex.rxjava3.core.Scheduler;
import io.reactivex.rxjava3.functions.Consumer;
import io.reactivex.rxjava3.schedulers.Schedulers;
import java.util.ArrayList;
import java.util.List;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** What an {@link HttpStack} is made from, with every default. Filled by one thread, then read. */
final class HttpSettings {
  private static final int LEAST_JSON_VALUES = 200_000;
  private static final int BYTES_A_JSON_VALUE = 40;

  final ApiKey key;
  final Origin origin;

  /** The user's own models. */
  final List<JsonAdapter.Factory> adapters = new ArrayList<>();

  /** The user's client, or null for one of our own. */
  @Nullable OkHttpClient client;

  /** What the user changes of either. */
  Consumer<? super OkHttpClient.Builder> configure = builder -> {};

  String userAgent = UserAgent.of(null);
  RequestBudget budget = RequestBudget.perMinute(200);

  /** Times a user's call. */
  Scheduler timer = Schedulers.computation();

  /** Where a user's call is answered. */
  Scheduler callbacks = Schedulers.computation();

  /** The longest time of a user's call, from its permit on, its upload included. */
  long callTimeoutMillis = 600_000;

  /** How long a user's call waits for its permit. */
  long permitTimeoutMillis = 30 * 60_000;

  /** The most that is read of an answer that is not streamed, after decompression. */
  long maxBodyBytes = 8 * 1024 * 1024;

  /** What is kept of an error's body. */
  long maxErrorBytes = 64 * 1024;

  /** How deep arrays and objects may be nested in an answer. */
  int maxJsonDepth = 100;

  HttpSettings(ApiKey key, Origin origin) {
    this.key = key;
    this.origin = origin;
  }

  /** How many values an answer may hold: an empty object of two bytes takes a hundred. */
  long maxJsonValues() {
    return Math.max(LEAST_JSON_VALUES, maxBodyBytes / BYTES_A_JSON_VALUE);
  }

  static long atLeastOne(String name, long number) {
    if (number < 1) {
      throw new IllegalArgumentException(name + " is " + number + "; it must be at least 1.");
    }
    return number;
  }
}
