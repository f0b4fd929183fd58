package io.github.datalab4j.upgrade.document;

import io.github.datalab4j.generator.GeneratedCode;
import io.github.datalab4j.generator.document.UnreadableDocumentException;
import io.github.datalab4j.generator.operation.ApiSpec;
import io.github.datalab4j.generator.operation.OperationSpec;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads documents as the generator reads them, with the packages that the client is built with. */
public final class DocumentReader {
  private static final String CLIENT = "io.github.datalab4j.client";

  /** The parser leaves such a part out whole: all that is in it would seem to be removed. */
  private static final Pattern LEFT_OUT =
      Pattern.compile(
          "attribute (info|components|paths|paths\\.(/.*|'[^']*'\\.\\w+)) is not of type `object`");

  private DocumentReader() {}

  /**
   * Reads one document.
   *
   * @param knownNames names that have to stay, as the surface file has them, see also {@link
   *     ApiDocument#methodNames()}
   */
  public static ApiDocument read(DocumentText text, Map<String, String> knownNames)
      throws UnreadableDocumentException {
    ParseOptions options = new ParseOptions();
    options.setResolve(true);
    options.setResolveResponses(true);
    SwaggerParseResult parsed = new OpenAPIV3Parser().readContents(text.text(), null, options);
    List<String> messages =
        parsed.getMessages() == null
            ? List.of()
            : new ArrayList<>(new TreeSet<>(parsed.getMessages()));
    OpenAPI document = parsed.getOpenAPI();
    List<String> leftOut = messages.stream().filter(LEFT_OUT.asMatchPredicate()).toList();
    if (document == null || !leftOut.isEmpty()) {
      throw new UnreadableDocumentException(
          text.origin()
              + " is no OpenAPI document: "
              + String.join("; ", leftOut.isEmpty() ? messages : leftOut));
    }
    text.requiredNames().addTo(document);
    return read(document, messages, knownNames);
  }

  private static ApiDocument read(
      OpenAPI document, List<String> messages, Map<String, String> knownNames) {
    GeneratedCode code = GeneratedCode.read(document, CLIENT + ".model", CLIENT, true, knownNames);
    StructureReader structures = new StructureReader(code.types(), code.models());
    code.components().forEach(structures::component);
    OperationDetails details = new OperationDetails(document, code.types(), structures);
    Map<String, ApiOperation> operations = new LinkedHashMap<>();
    for (ApiSpec api : code.apis()) {
      for (OperationSpec operation : api.operations()) {
        operations.put(operation.id().key(), details.of(api, operation));
      }
    }
    return new ApiDocument(
        text(document.getInfo() == null ? null : document.getInfo().getTitle(), "the API"),
        text(document.getInfo() == null ? null : document.getInfo().getVersion(), ""),
        Addresses.of(document.getServers()),
        operations,
        structures.all(),
        Discriminator.all(code.models()),
        code.surface(),
        code.findings().all().stream().map(finding -> finding.kind() + ": " + finding).toList(),
        messages);
  }

  private static String text(@Nullable String text, String otherwise) {
    return text == null || text.isBlank() ? otherwise : text.strip();
  }
}
