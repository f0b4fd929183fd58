package io.github.datalab4j.upgrade.change;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class UsageTest {
  private final Usage usage =
      Usage.of(
          Drill.read(
              Drill.parse(
                  """
                  paths:
                    /a:
                      post:
                        operationId: a
                        requestBody:
                          content:
                            application/json: {schema: {$ref: '#/components/schemas/Sent'}}
                        responses:
                          '200':
                            description: x
                            content:
                              application/json: {schema: {$ref: '#/components/schemas/Answered'}}
                          '422':
                            description: x
                            content:
                              application/json: {schema: {$ref: '#/components/schemas/Error'}}
                    /b:
                      get:
                        operationId: b
                        parameters:
                          - {name: q, in: query, schema: {$ref: '#/components/schemas/Word'}}
                        responses:
                          '200':
                            description: x
                            content:
                              application/json:
                                schema:
                                  type: array
                                  items: {$ref: '#/components/schemas/Answered'}
                  components:
                    schemas:
                      Sent:
                        type: object
                        properties:
                          both: {$ref: '#/components/schemas/Both'}
                          inner: {type: object, properties: {x: {type: string}}}
                      Answered:
                        type: object
                        properties:
                          union:
                            anyOf:
                              - {$ref: '#/components/schemas/Both'}
                              - type: object
                                additionalProperties: {$ref: '#/components/schemas/Deep'}
                      Both: {type: object, properties: {self: {$ref: '#/components/schemas/Both'}}}
                      Deep: {type: object, properties: {x: {type: string}}}
                      Error: {type: object, properties: {x: {type: string}}}
                      Word: {type: string, enum: [a, b]}
                      Unused: {type: object, properties: {x: {type: string}}}
                  """),
              Map.of()));

  @Test
  void aBodyIsSent() {
    assertEquals(Direction.REQUEST, usage.of("Sent"));
    assertEquals(Direction.REQUEST, usage.of("Sent.inner"));
  }

  @Test
  void aParameterIsSent() {
    assertEquals(Direction.REQUEST, usage.of("Word"));
  }

  @Test
  void anAnswerIsReadAndSoIsAnError() {
    assertEquals(Direction.ANSWER, usage.of("Answered"));
    assertEquals(Direction.ANSWER, usage.of("Error"));
  }

  @Test
  void whatStandsInAlternativesAndMapsIsFound() {
    assertEquals(Direction.ANSWER, usage.of("Deep"));
  }

  @Test
  void whatGoesBothWaysIsBoth() {
    assertEquals(Direction.BOTH, usage.of("Both"));
  }

  @Test
  void ofWhatNoOperationNamesBothIsThought() {
    assertEquals(Direction.BOTH, usage.of("Unused"));
    assertEquals(List.of(), usage.operations("Unused"));
  }

  @Test
  void namesTheOperationsThatASchemaReaches() {
    assertEquals(List.of("POST /a", "GET /b"), usage.operations("Deep"));
    assertEquals(List.of("POST /a"), usage.operations("Error"));
  }

  @Test
  void aLevelIsThatOfThoseWhoAreConcerned() {
    assertEquals(Level.MAJOR, Direction.REQUEST.level(Level.MAJOR, Level.PATCH));
    assertEquals(Level.PATCH, Direction.ANSWER.level(Level.MAJOR, Level.PATCH));
    assertEquals(Level.MAJOR, Direction.BOTH.level(Level.MINOR, Level.MAJOR));
  }
}
