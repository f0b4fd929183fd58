package io.github.datalab4j.generator.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import io.github.datalab4j.generator.testing.GeneratedModels;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import okio.Buffer;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes as unions with and without discriminator, open enums and free-form JSON. */
final class UnionFuzzTest {
  @SuppressWarnings("unchecked")
  private static final JsonAdapter<Object> ADAPTER = (JsonAdapter<Object>) adapter();

  private static JsonAdapter<?> adapter() {
    GeneratedModels models =
        GeneratedModels.ofSchemas(
            "'Cat': {'type': 'object', 'required': ['kind', 'lives'], 'properties': {"
                + "'kind': {'type': 'string'}, 'lives': {'type': 'integer'}}},"
                + "'Dog': {'type': 'object', 'required': ['kind'], 'properties': {"
                + "'kind': {'type': 'string'}, 'bark': {'type': 'boolean'}}},"
                + "'Pet': {'oneOf': [{'$ref': '#/components/schemas/Cat'},"
                + " {'$ref': '#/components/schemas/Dog'}], 'discriminator': {'propertyName':"
                + " 'kind', 'mapping': {'cat': '#/components/schemas/Cat', 'dog': 'Dog'}}},"
                + "'Mode': {'type': 'string', 'enum': ['a', 'b']},"
                + "'Level': {'type': 'integer', 'enum': [1, 2]},"
                + "'Box': {'type': 'object', 'properties': {"
                + "'pet': {'$ref': '#/components/schemas/Pet'},"
                + "'either': {'anyOf': [{'$ref': '#/components/schemas/Cat'},"
                + " {'$ref': '#/components/schemas/Dog'}, {'type': 'string'}]},"
                + "'number': {'anyOf': [{'type': 'integer'}, {'type': 'number'},"
                + " {'type': 'boolean'}, {'type': 'null'}]},"
                + "'lists': {'anyOf': [{'type': 'array', 'items': {'type': 'integer'}},"
                + " {'type': 'array', 'items': {'$ref': '#/components/schemas/Pet'}}]},"
                + "'mode': {'$ref': '#/components/schemas/Mode'},"
                + "'level': {'$ref': '#/components/schemas/Level'},"
                + "'modes': {'type': 'array', 'items': {'$ref': '#/components/schemas/Mode'}},"
                + "'map': {'type': 'object', 'additionalProperties': {'$ref':"
                + " '#/components/schemas/Pet'}},"
                + "'any': {}}}");
    return models.moshi().adapter(models.type("Box"));
  }

  static Stream<byte[]> texts() {
    return Stream.of(
            "{'pet':{'kind':'cat','lives':9},'mode':'a','level':2,'modes':['b','new']}",
            "{'pet':{'kind':'cow','x':[1]},'either':{'lives':1,'kind':''},'number':1e400}",
            "{'pet':{'kind':'cat'},'either':'text','lists':[1,{'kind':'dog','bark':true}]}",
            "{'number':null,'lists':[[]],'map':{'':{'kind':7}},'any':[{'a':-0.0},null]}",
            "{'level':99999999999999999999,'mode':1,'any':1e99999999999}",
            "{'pet':{'kind':'dog','kind':'cat','lives':1.0},'either':[{}]}")
        .map(text -> text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  @MethodSource("texts")
  @FuzzTest
  void isRefusedOrWrittenAsItWasRead(byte[] json) throws IOException {
    Object value;
    try {
      value = ADAPTER.fromJson(new Buffer().write(json));
    } catch (JsonDataException | IOException refused) {
      return;
    }
    // Moshi reads a lone surrogate from an escape, but no UTF-8 can hold it.
    if (StandardCharsets.UTF_8.newEncoder().canEncode(value.toString())) {
      assertEquals(value, ADAPTER.fromJson(ADAPTER.toJson(value)));
    }
  }
}
