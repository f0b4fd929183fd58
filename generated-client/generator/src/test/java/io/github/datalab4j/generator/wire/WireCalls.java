package io.github.datalab4j.generator.wire;

import io.github.datalab4j.generator.GeneratedClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import okhttp3.mockwebserver.RecordedRequest;
import org.jspecify.annotations.Nullable;
import retrofit2.Retrofit;

/**
 * Calls every operation of a document with random arguments: what arrives at the service, and what
 * comes back from it, has to be what the document says.
 */
public final class WireCalls {
  /** How many calls for each operation every build makes; {@code -Ddatalab4j.calls} makes more. */
  public static final int USUAL = Integer.getInteger("datalab4j.calls", 2);

  /** To be added to the options of a generation that is to be called here. */
  public static Map<String, String> options(Path folder) {
    return Map.of("surfaceFile", folder.resolve(SURFACE).toString(), "acceptSurface", "true");
  }

  private static final String SURFACE = "api-surface.txt";
  private static final long SEED = Long.getLong("datalab4j.seed", 20261124);
  private static final int MOST = 10;
  private static final List<Arguments.Fill> FIRST =
      List.of(Arguments.Fill.ALL, Arguments.Fill.REQUIRED);

  private final RawDocument document;
  private final RawSchemas schemas;
  private final GeneratedClient.Loaded client;
  private final SurfaceText surface;
  private final String report;
  private final LoopbackServer server;
  private final Retrofit retrofit;
  private final List<String> failures = new ArrayList<>();

  private WireCalls(Path file, Path folder, GeneratedClient.Loaded client, LoopbackServer server) {
    this.document = RawDocument.read(file);
    this.schemas = new RawSchemas(document);
    this.client = client;
    this.surface = SurfaceText.read(folder.resolve(SURFACE));
    try {
      this.report = Files.readString(folder.resolve("generator-report.txt"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.server = server;
    this.retrofit = client.retrofit(server.http).baseUrl(server.url()).build();
  }

  /** Generates a client into a folder, compiles it, and calls it. */
  public static List<String> failures(Path document, Path folder, int calls) {
    GeneratedClient generated = GeneratedClient.generate(document, folder, options(folder));
    return failures(document, folder, generated.compile(), calls);
  }

  /**
   * What did not go as the document says, at most ten, each with the seed that shows it.
   *
   * @param folder what the client was generated into, with {@link #options}
   * @param calls how many for each operation: first with all that is optional, then with none of
   *     it, then with some
   */
  public static List<String> failures(
      Path document, Path folder, GeneratedClient.Loaded client, int calls) {
    try (LoopbackServer server = new LoopbackServer()) {
      WireCalls wire = new WireCalls(document, folder, client, server);
      for (RawOperation operation : wire.document.operations()) {
        wire.call(operation, calls);
      }
      return wire.failures;
    }
  }

  private void call(RawOperation operation, int calls) {
    SurfaceText.Method found = surface.method(operation.key());
    if (found == null) {
      failures.add(operation.key() + " has no method");
      return;
    }
    leftOut(operation, found);
    int before = failures.size();
    for (int i = 0; i < calls && failures.size() == before && before < MOST; i++) {
      Random random = new Random(SEED * 31 + operation.key().hashCode() * 31L + i);
      Arguments.Fill fill = i < FIRST.size() ? FIRST.get(i) : Arguments.Fill.SOME;
      for (String problem : problems(operation, found, random, fill, i)) {
        failures.add(operation.key() + " call " + i + " seed " + SEED + ": " + problem);
      }
    }
  }

  /** What a method does not take has to stand in the report. */
  private void leftOut(RawOperation operation, SurfaceText.Method found) {
    for (RawParameter parameter : operation.parameters()) {
      SurfaceText.Argument argument = new SurfaceText.Argument(parameter.in(), parameter.name());
      if (!found.arguments().contains(argument) && !isSaid(operation, parameter.name())) {
        failures.add(
            operation.key() + " silently lacks " + parameter.in() + " " + parameter.name());
      }
    }
    boolean body = found.arguments().stream().anyMatch(SurfaceText.Argument::isOfBody);
    if (!operation.bodyContent().isEmpty() && !body && !isSaid(operation, "body")) {
      failures.add(operation.key() + " silently lacks its body");
    }
    if (operation.bodyContent().size() > 1 && !isSaid(operation, "media types")) {
      failures.add(operation.key() + " silently sends only one of several media types");
    }
  }

  private boolean isSaid(RawOperation operation, String word) {
    return report.lines().anyMatch(line -> line.contains(operation.path()) && line.contains(word));
  }

  private List<String> problems(
      RawOperation operation,
      SurfaceText.Method found,
      Random random,
      Arguments.Fill fill,
      int number) {
    try {
      Class<?> type = client.type("api." + found.interfaceName());
      Method method = method(type, found);
      Arguments arguments =
          Arguments.make(schemas, client, operation, surface, found, method, random, fill);
      if (arguments.body instanceof SentBody.Parts parts && parts.isEmpty()) {
        // OkHttp refuses to send it.
        return isSaid(operation, "without a part") ? List.of() : List.of("no part is given");
      }
      // Only the first has a type where the answers differ; that is said.
      int which = isSaid(operation, "of the answers") ? 0 : number;
      Answer answer = new Answer(document, operation, random, which);
      server.answerBy(answer::to);
      Object value =
          AnswerCheck.await(
              method.invoke(retrofit.create(type), arguments.values.toArray(new Object[0])));
      List<String> problems = new ArrayList<>(arrived(operation, arguments));
      problems.addAll(AnswerCheck.problems(method, value, answer, client.moshi()));
      return problems;
    } catch (ReflectiveOperationException | RuntimeException | IOException e) {
      drain();
      Throwable cause = e.getCause() == null ? e : e.getCause();
      return List.of(e + " by " + cause);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private void drain() {
    try {
      while (server.taken() != null) {
        // Of a call that failed nothing else is looked at.
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private List<String> arrived(RawOperation operation, Arguments arguments)
      throws InterruptedException {
    @Nullable RecordedRequest request = server.taken();
    if (request == null) {
      return List.of("nothing arrived");
    }
    List<String> problems =
        new ArrayList<>(
            RequestCheck.problems(operation, arguments.sent, request, LoopbackServer.PREFIX));
    problems.addAll(BodyCheck.problems(operation, arguments.body, request));
    return problems;
  }

  private static Method method(Class<?> type, SurfaceText.Method found)
      throws NoSuchMethodException {
    return Arrays.stream(type.getMethods())
        .filter(each -> each.getName().equals(found.name()))
        .findFirst()
        .orElseThrow(() -> new NoSuchMethodException(found.name()));
  }
}
