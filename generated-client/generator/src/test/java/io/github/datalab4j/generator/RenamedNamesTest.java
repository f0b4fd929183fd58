package io.github.datalab4j.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever could not have its own name because another one has it is in the report. */
final class RenamedNamesTest {
  private static final String DOCUMENT =
      """
      openapi: 3.1.0
      info: {title: T, version: '1'}
      paths:
        /a:
          get:
            operationId: same
            parameters:
              - {name: x-y, in: query, schema: {type: string}}
              - {name: x_y, in: query, schema: {type: string}}
            responses: {'200': {description: d, content: {application/json: {schema:
              {$ref: '#/components/schemas/Loan'}}}}}
          put: {operationId: same, responses: {'204': {description: d}}}
          post:
            operationId: upload
            requestBody: {content: {multipart/form-data: {schema: {type: object, properties: {
              a-b: {type: string, format: binary}, a_b: {type: string, format: binary}}}}}}
            responses: {'204': {description: d}}
      components:
        schemas:
          LoanOwner: {type: object, properties: {a: {type: string}}}
          Loan:
            type: object
            properties:
              loanState: {type: string}
              loan_state: {type: string}
              kind: {type: string, enum: [a, A, a-]}
              owner: {type: object, properties: {b: {type: string}}}
              first: {$ref: '#/components/schemas/LoanOwner'}
      """;

  @TempDir Path folder;

  @Test
  void membersParametersMethodsAndClassesAreTold() throws IOException {
    Path document = Files.writeString(folder.resolve("d.yaml"), DOCUMENT);
    GeneratedClient.generate(document, folder.resolve("out"));
    String report = Files.readString(folder.resolve("out/generator-report.txt"));

    assertEquals(
        """
        renamed (8)
          GET /a x_y: the parameter is named xY2
          Loan.loan_state: is named loanState2
          Loan.owner: the class is named LoanOwner2
          LoanKind."A": is named A2
          LoanKind."a-": is named A3
          POST /a a_b: its maker is named aB2
          POST /a a_b: the parameter is named aB2
          PUT /a: the method is named samePutA
        """,
        report.substring(report.indexOf("renamed ("), report.indexOf("\nWhat the parser")));
  }
}
