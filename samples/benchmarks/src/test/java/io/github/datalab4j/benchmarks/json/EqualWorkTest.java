package io.github.datalab4j.benchmarks.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.datalab4j.client.ApiClient;
import io.github.datalab4j.client.model.CustomProcessorInitialResponse;
import io.github.datalab4j.client.model.CustomProcessorStatusResponse;
import io.github.datalab4j.client.model.HTTPValidationError;
import java.io.IOException;
import java.lang.reflect.Field;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EqualWorkTest {
  private static final JsonMapper JSON = new JsonMapper();

  @Test
  void theProcessingBodyHas243Bytes() {
    assertEquals(243, Body.PROCESSING.bytes().length);
  }

  @ParameterizedTest
  @EnumSource
  void everyLibraryReadsTheSameFields(Body body) throws IOException {
    JsonNode ours = written(body, Library.DATALAB4J.codec().decode(body.kind, body.bytes()));
    assertEquals(JSON.readTree(body.bytes()), ours, "ours keeps every field");
    for (Library library : Library.values()) {
      if (library != Library.DATALAB4J) {
        Object read = library.codec().decode(body.kind, body.bytes());
        assertPartOf(ours, JSON.valueToTree(read), library.name());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void thePeerThatKeepsUnknownFieldsKeepsWhatOursKeeps(Body body) throws IOException {
    Object read = Library.JACKSON_KEEPING_UNKNOWN_FIELDS.codec().decode(body.kind, body.bytes());

    assertEquals(JSON.readTree(body.bytes()), JSON.readTree(JSON.writeValueAsBytes(read)));
  }

  @ParameterizedTest
  @EnumSource(names = {"MOSHI_REFLECTIVE", "GSON", "JACKSON"})
  void theOtherPeersDropThem(Library library) throws IOException {
    Object with =
        library.codec().decode(Body.Kind.STATUS, Body.COMPLETED_WITH_UNKNOWN_FIELDS.bytes());
    Object without = library.codec().decode(Body.Kind.STATUS, Body.COMPLETED.bytes());

    assertEquals(JSON.<JsonNode>valueToTree(without), JSON.<JsonNode>valueToTree(with));
  }

  @ParameterizedTest
  @EnumSource
  void everyLibraryWritesTheSameInstructions(Library library) throws IOException {
    assertEquals(
        JSON.readTree(Encoder.of(Library.JACKSON, 3).encode()),
        JSON.readTree(Encoder.of(library, 3).encode()));
  }

  @Test
  void moshisWriterAloneWritesTheSameInstructions() throws IOException {
    WriterBenchmark benchmark = new WriterBenchmark();
    benchmark.files = 3;
    benchmark.prepare();

    assertEquals(Encoder.of(Library.DATALAB4J, 3).encode(), benchmark.writer());
  }

  @ParameterizedTest
  @EnumSource
  void moshisReaderAloneKnowsTheFieldsThatTheModelsHave(Body.Kind kind) {
    List<Class<?>> models =
        switch (kind) {
          case STATUS -> List.of(Pojos.Status.class);
          case INITIAL -> List.of(Pojos.Initial.class);
          case REFUSED -> List.of(Pojos.Refused.class, Pojos.Problem.class);
        };
    Set<String> names =
        models.stream()
            .flatMap(model -> Stream.of(model.getFields()))
            .map(Field::getName)
            .collect(Collectors.toSet());

    assertEquals(names, Set.copyOf(ReaderBenchmark.fields(kind).strings()));
  }

  private static JsonNode written(Body body, Object model) throws IOException {
    Class<?> type =
        switch (body.kind) {
          case STATUS -> CustomProcessorStatusResponse.class;
          case INITIAL -> CustomProcessorInitialResponse.class;
          case REFUSED -> HTTPValidationError.class;
        };
    return JSON.readTree(ApiClient.moshi().build().<Object>adapter(type).toJson(model));
  }

  /** Numbers by value: Gson and Moshi read every free-form one as a double. */
  private static void assertPartOf(JsonNode whole, JsonNode part, String library) {
    if (part.isObject()) {
      for (Iterator<String> names = part.fieldNames(); names.hasNext(); ) {
        String name = names.next();
        assertPartOf(whole.get(name), part.get(name), library + "." + name);
      }
    } else if (part.isArray()) {
      assertEquals(whole.size(), part.size(), library);
      for (int i = 0; i < part.size(); i++) {
        assertPartOf(whole.get(i), part.get(i), library + "[" + i + "]");
      }
    } else if (part.isNumber()) {
      assertEquals(whole.doubleValue(), part.doubleValue(), library);
    } else {
      assertEquals(whole, part, library);
    }
  }
}
