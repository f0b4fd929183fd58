package io.github.datalab4j.generator;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.nio.file.Path;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Retrofit;

/** References that come back to where they began, or lead nowhere, become free-form values. */
@Timeout(60)
final class CyclicReferencesTest {
  private static final String OK = "{'description':'d'}";

  @TempDir Path folder;

  private static String reference(String place) {
    return "{'$ref':'#/components/" + place + "'}";
  }

  /** Two components of a kind that refer to each other. */
  private static String pair(String kind) {
    return String.format(
        "'%s':{'A':%s,'B':%s}", kind, reference(kind + "/B"), reference(kind + "/A"));
  }

  private void generates(String version, String paths, String components) {
    String text =
        "{'openapi':'"
            + version
            + "','info':{'title':'t','version':'1'},'paths':{"
            + paths
            + "},'components':{"
            + components
            + "}}";
    Path document = DocumentFiles.write(folder, text.replace('\'', '"'));

    GeneratedClient.Loaded client =
        GeneratedClient.generate(document, folder.resolve("out")).compile();

    Retrofit retrofit =
        client
            .retrofit(new OkHttpClient())
            .baseUrl("http://localhost/")
            .validateEagerly(true)
            .build();
    client.interfaces().forEach(type -> assertNotNull(retrofit.create(type)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.0.3", "3.1.0"})
  void schemas(String version) {
    generates(version, "", pair("schemas"));
    generates(version, "", "'schemas':{'A':" + reference("schemas/A") + "}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.0.3", "3.1.0"})
  void schemasWithinSchemas(String version) {
    generates(
        version,
        "",
        "'schemas':{'A':{'allOf':["
            + reference("schemas/B")
            + "]},'B':{'allOf':["
            + reference("schemas/A")
            + ",{'type':'object'}]},'C':{'oneOf':["
            + reference("schemas/C")
            + "]},'D':{'anyOf':["
            + reference("schemas/D")
            + ",{'type':'string'}]},'E':{'not':"
            + reference("schemas/E")
            + "},'F':{'type':'array','items':"
            + reference("schemas/F")
            + "},'G':{'type':'object','additionalProperties':"
            + reference("schemas/G")
            + "}}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.0.3", "3.1.0"})
  void parametersBodiesAndResponses(String version) {
    String operations =
        "'/a':{'get':{'operationId':'a','parameters':["
            + reference("parameters/A")
            + "],'responses':{'200':"
            + reference("responses/A")
            + "}},'post':{'operationId':'b','requestBody':"
            + reference("requestBodies/A")
            + ",'responses':{'200':"
            + OK
            + "}}}";

    generates(
        version,
        operations,
        pair("parameters") + "," + pair("responses") + "," + pair("requestBodies"));
    // To nowhere.
    generates(version, operations, "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.0.3", "3.1.0"})
  void paths(String version) {
    generates(
        version,
        "'/a':" + reference("pathItems/A") + ",'/b':{'$ref':'#/paths/~1b'}",
        pair("pathItems"));
  }
}
