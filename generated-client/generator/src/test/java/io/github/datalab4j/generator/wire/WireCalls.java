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
import java.util.stream.Stream;
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
    return Map.of(
        "surfaceFile",
        folder.resolve(SURFACE).toString(),
        "acceptSurface",
        "true",
        "withHttpInfo",
        "true");
  }

  private static final String SURFACE = "api-surface.txt";
  private static final long SEED = Long.getLong("datalab4j.seed", 20261124);
  private static final int MOST = 10;
  private static final List<Arguments.Fill> FIRST =
      List.of(Arguments.Fill.ALL, Arguments.Fill.REQUIRED);

  private final RawDocument document;
  private final RawSchemas schemas;
  private final JsonValues jsonValues;
  private final GeneratedClient.Loaded client;
  private final SurfaceText surface;
  private final String report;
  private final LoopbackServer server;
  private final Retrofit retrofit;
  private final List<String> failures = new ArrayList<>();

  private WireCalls(Path file, Path folder, GeneratedClient.Loaded client, LoopbackServer server) {
    this.document = RawDocument.read(file);
    this.schemas = new RawSchemas(document);
    this.jsonValues = new JsonValues(schemas, document.validator());
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
   *     it, then with some; and one more, which the service refuses
   */
  public static List<String> failures(
      Path document, Path folder, GeneratedClient.Loaded client, int calls) {
    try (LoopbackServer server = new LoopbackServer()) {
      WireCalls wire = new WireCalls(document, folder, client, server);
      if (!wire.document.isWhole()) {
        // What stands in other files is not read here.
        return List.of();
      }
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
    for (int i = 0; i <= calls && failures.size() == before && before < MOST; i++) {
      Random random = new Random(SEED * 31 + operation.key().hashCode() * 31L + i);
      Arguments.Fill fill = i < FIRST.size() ? FIRST.get(i) : Arguments.Fill.SOME;
      // Only the first has a type where the answers differ; that is said.
      int which = isSaid(operation, "of the answers") ? 0 : i;
      Answer answer =
          i < calls
              ? Answer.success(document, operation, jsonValues, random, which)
              : Answer.refusal(document, operation, jsonValues, random);
      for (String problem : problems(operation, found, random, fill, answer)) {
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
    if (operation.bodyContent().size() > 1 && body && !isSaid(operation, "media types")) {
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
      Answer answer) {
    try {
      Class<?> type = client.type("api." + found.interfaceName());
      boolean whole = random.nextBoolean();
      Method method = method(type, whole ? found.name() + "WithHttpInfo" : found.name());
      Arguments arguments =
          Arguments.make(
              schemas, jsonValues, client, operation, surface, found, method, random, fill);
      if (arguments.body instanceof SentBody.Parts parts && parts.isEmpty()) {
        // OkHttp refuses to send it.
        return isSaid(operation, "without a part") ? List.of() : List.of("no part is given");
      }
      server.answerBy(answer::to);
      Object call = method.invoke(retrofit.create(type), arguments.values.toArray(new Object[0]));
      List<String> problems = AnswerCheck.problems(method, call, answer, client.moshi());
      return Stream.of(arrived(operation, arguments), problems)
          .flatMap(List::stream)
          .filter(each -> !answer.impossible)
          .toList();
    } catch (NoValueException e) {
      // Where the document contradicts itself there is nothing to send.
      return List.of();
    } catch (ReflectiveOperationException | RuntimeException | IOException e) {
      drain();
      Throwable cause = e.getCause() == null ? e : e.getCause();
      return answer.impossible ? List.of() : List.of(e + " by " + cause);
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

  private static Method method(Class<?> type, String name) throws NoSuchMethodException {
    return Arrays.stream(type.getMethods())
        .filter(each -> each.getName().equals(name))
        .findFirst()
        .orElseThrow(() -> new NoSuchMethodException(name));
  }
}
