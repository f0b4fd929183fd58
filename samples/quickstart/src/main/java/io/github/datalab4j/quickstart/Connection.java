package io.github.datalab4j.quickstart;

import io.github.datalab4j.CustomProcessors;
import io.github.datalab4j.Datalab;
import io.github.datalab4j.DatalabEventListener;
import io.github.datalab4j.DatalabException;
import io.github.datalab4j.PollPolicy;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.subjects.PublishSubject;
import io.reactivex.rxjava3.subjects.Subject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A client for as long as one command runs. */
final class Connection implements AutoCloseable {
  private static final String BASE_URL_VARIABLE = "DATALAB_BASE_URL";

  private final Subject<DatalabException> refusedTries =
      PublishSubject.<DatalabException>create().toSerialized();
  private final Datalab datalab;

  private Connection(Datalab.Builder builder) {
    datalab =
        builder
            .applicationName("datalab4j-quickstart/" + Version.number())
            .eventListener(
                new DatalabEventListener() {
                  @Override
                  public void notAccepted(String processorId, DatalabException error) {
                    refusedTries.onNext(error);
                  }
                })
            .build();
  }

  /** As the options and the environment say. */
  static Connection open(Console console, CommonOptions options, PollPolicy policy) {
    Map<String, String> environment = console.surroundings().environment();
    String key = ApiKeys.require(options.apiKeyFile, environment);
    String address = options.baseUrl;
    if (address == null) {
      address = environment.getOrDefault(BASE_URL_VARIABLE, "");
    } else if (address.isBlank()) {
      throw new UsageException("The base URL is empty: write it as https://www.datalab.to.");
    }
    return open(console, key, address.isBlank() ? null : address, policy);
  }

  static Connection open(Console console, String key, @Nullable String baseUrl, PollPolicy policy) {
    console.mask(key);
    try {
      return Usage.check(
          () -> {
            Datalab.Builder builder = Datalab.builder().apiKey(key).pollPolicy(policy);
            return new Connection(baseUrl == null ? builder : builder.baseUrl(baseUrl));
          });
    } catch (UsageException e) {
      throw e.without(", or allow plain http by name"); // which this program does not offer
    }
  }

  CustomProcessors processors() {
    return datalab.customProcessors();
  }

  /** The tries to submit that were not accepted, those that are repeated and the final one. */
  Observable<DatalabException> refusedTries() {
    return refusedTries;
  }

  @Override
  public void close() {
    datalab.close();
  }
}
