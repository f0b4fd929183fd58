package io.github.datalab4j.upgrade.change;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.datalab4j.generator.surface.SurfaceFile;
import io.github.datalab4j.upgrade.document.ApiDocument;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What operations send and answer without naming it: each is itself, whatever else changes. */
final class InlineDrillsTest {
  private static final String REFUSAL =
      "{op: add, path: /paths/~1users/get/responses/422, value: {description: d}}";
  private static final String PETS =
      "/paths/~1pets/get/responses/200/content/application~1json/schema/properties";
  private static final String USERS =
      "/paths/~1users/get/responses/200/content/application~1json/schema/properties";

  /** Two methods of one name, as FastAPI's operation ids make them. */
  private static final String LISTS =
      """
      paths:
        /pets:
          get:
            operationId: list_pets_get
            tags: [Pets]
            responses: {'200': {description: d, content: {application/json: {schema: {type: object,
              properties: {a: {type: string}}}}}}}
        /users:
          get:
            operationId: list_users_get
            tags: [Users]
            responses: {'200': {description: d, content: {application/json: {schema: {type: object,
              properties: {b: {type: string}, c: {type: string}}}}}}}
      """;

  private static final String UNION =
      """
      paths:
        /users:
          get: {operationId: get_users, responses: {'204': {description: d}}}
          post:
            operationId: add_user
            requestBody: {content: {application/json: {schema: {
              oneOf: [{$ref: '#/components/schemas/P'}, {$ref: '#/components/schemas/Q'}],
              discriminator: {propertyName: k, mapping: {
                p: '#/components/schemas/P', q: '#/components/schemas/Q'}}}}}}
            responses: {'204': {description: d}}
      components:
        schemas:
          P: {type: object, required: [k], properties: {k: {type: string}, p: {type: string}}}
          Q: {type: object, required: [k], properties: {k: {type: string}, q: {type: string}}}
      """;

  private static final String CREATES =
      """
      paths:
        /users:
          post:
            operationId: create_users_post
            tags: [Users]
            requestBody: {required: true, content: {application/json: {schema: {type: object,
              properties: {b: {type: string}, home: {type: object, properties: {x: {type: string},
              y: {type: string}}}}}}}}
            responses: {'204': {description: d}}
      """;

  private static final String ENUMS =
      """
      paths:
        /jobs:
          get:
            operationId: list_jobs_get
            tags: [Jobs]
            parameters: [{name: sort, in: query, schema: {type: string, enum: [age, name, rank]}}]
            responses: {'200': {description: d, content: {application/json: {schema:
              {$ref: '#/components/schemas/Job'}}}}}
      components:
        schemas:
          Job:
            type: object
            properties:
              state: {type: string, enum: [open, done, late]}
              marks: {type: array, items: {type: string, enum: [new, old, odd]}}
      """;

  @TempDir Path folder;

  @Test
  void aRefusalMoreDoesNotHideWhatChangesInAnAnswer() {
    assertEquals(
        List.of(
            "major/major field removed: The field `c` of `GET /users response` is gone.",
            "major/major field retyped: `b` of `GET /users response` is integer, no longer text.",
            "patch/patch answer added: `GET /users` also answers 422 (nothing)."),
        Drill.changes(
            Drill.parse(LISTS),
            "{op: remove, path: " + USERS + "/c}",
            "{op: replace, path: " + USERS + "/b/type, value: integer}",
            REFUSAL));
  }

  @Test
  void whatOneMethodGainsDoesNotHideWhatAnotherOneOfItsNameLoses() {
    assertEquals(
        List.of(
            "major/major field removed: The field `c` of `GET /users response` is gone.",
            "minor/minor field added: `GET /pets response` has a new, optional field `n` (text)."),
        Drill.changes(
            Drill.parse(LISTS),
            "{op: remove, path: " + USERS + "/c}",
            "{op: add, path: " + PETS + "/n, value: {type: string}}"));
  }

  @Test
  void aRefusalMoreDoesNotHideADiscriminatorThatMeansSomethingElse() {
    String mapping =
        "/paths/~1users/post/requestBody/content/application~1json/schema/discriminator/mapping/";
    assertEquals(
        List.of(
            "major/patch discriminator changed: In `POST /users body` the value `p` stands for Q,"
                + " no longer for P.",
            "major/patch discriminator changed: In `POST /users body` the value `q` stands for P,"
                + " no longer for Q.",
            "patch/patch answer added: `POST /users` also answers 422 (nothing)."),
        Drill.changes(
            Drill.parse(UNION),
            "{op: replace, path: " + mapping + "p, value: '#/components/schemas/Q'}",
            "{op: replace, path: " + mapping + "q, value: '#/components/schemas/P'}",
            REFUSAL.replace("get", "post")));
  }

  @Test
  void eachAnswerOfAnOperationIsComparedThoughOnlyTheFirstHasAClass() {
    String second = "/paths/~1users/get/responses/202";
    JsonNode accepted =
        Drill.patched(
            Drill.parse(LISTS),
            "{op: add, path: "
                + second
                + ", value: {description: d, content: {application/json:"
                + " {schema: {type: object, properties: {d: {type: string}, e: {type: string}}}}}}}");
    assertEquals(
        List.of("major/patch field removed: The field `e` of `GET /users response 202` is gone."),
        Drill.changes(
            accepted,
            "{op: remove, path: " + second + "/content/application~1json/schema/properties/e}"));
  }

  @Test
  void aNewOperationOfTheSameNameLeavesTheOthersBodyAsItIs() throws Exception {
    ApiDocument old = Drill.read(Drill.parse(CREATES), Map.of());
    Path surface = Files.writeString(folder.resolve("surface.txt"), old.surface());
    JsonNode both =
        Drill.parse(
            CREATES.replace(
                "paths:\n",
                "paths:\n"
                    + CREATES
                        .substring(CREATES.indexOf('\n') + 1)
                        .replace("users", "pets")
                        .replace("Users", "Pets")
                        .replace("b:", "a:")));
    ApiDocument now = Drill.read(both, SurfaceFile.read(surface).names());

    assertEquals(
        List.of("minor: `POST /pets` is new: `PetsApi.create`."),
        Changes.between(old, now, FacadeHold.parse(List.of())).all().stream()
            .map(Change::toString)
            .toList());
  }

  @Test
  void aFieldOfAnObjectWithinABodyIsComparedOnce() {
    assertEquals(
        List.of("major/major field removed: The field `y` of `CreateBody.home` is gone."),
        Drill.changes(
            Drill.parse(CREATES),
            "{op: remove, path: /paths/~1users/post/requestBody/content/application~1json/schema"
                + "/properties/home/properties/y}"));
  }

  @Test
  void aNewValueOfAnEnumWithoutANameIsNoOtherType() {
    assertEquals(
        List.of(
            "minor/minor value added: The query parameter `sort` of `JobsApi.list` has new values:"
                + " `\"size\"`.",
            "minor/minor value added: `state` of `Job` has new values: `\"stopped\"`.",
            "minor/minor value added: `marks` of `Job` has new values: `\"torn\"`."),
        Drill.changes(
            Drill.parse(ENUMS),
            "{op: add, path: /paths/~1jobs/get/parameters/0/schema/enum/-, value: size}",
            "{op: add, path: /components/schemas/Job/properties/state/enum/-, value: stopped}",
            "{op: add, path: /components/schemas/Job/properties/marks/items/enum/-, value: torn}"));
  }

  @Test
  void numbersInPlaceOfTheTextsOfAnEnumAreMajorOnTheWire() {
    assertEquals(
        List.of(
            "major/minor value added: `state` of `Job` has new values: `1` and `2`.",
            "minor/major value removed: `state` of `Job` no longer has `\"open\"`, `\"done\"` and"
                + " `\"late\"`."),
        Drill.changes(
            Drill.parse(ENUMS),
            "{op: replace, path: /components/schemas/Job/properties/state,"
                + " value: {type: integer, enum: [1, 2]}}"));
  }

  @Test
  void aRemovedValueOfAnEnumWithoutANameIsNoOtherType() {
    assertEquals(
        List.of(
            "major/major value removed: The query parameter `sort` of `JobsApi.list` no longer has"
                + " `\"age\"`.",
            "minor/major value removed: `state` of `Job` no longer has `\"open\"`."),
        Drill.changes(
            Drill.parse(ENUMS),
            "{op: remove, path: /paths/~1jobs/get/parameters/0/schema/enum/0}",
            "{op: remove, path: /components/schemas/Job/properties/state/enum/0}"));
  }

  @Test
  void aNewValueOfAnEnumWithoutANameIsAnAdditionToHandle() {
    JsonNode document = Drill.parse(ENUMS);
    Change change =
        Drill.between(
                document,
                Drill.patched(
                    document,
                    "{op: add, path: /components/schemas/Job/properties/state/enum/-, value: x}"),
                FacadeHold.parse(List.of("field Job/state Jobs tells the states apart")))
            .facadeClassesToLookAt()
            .get("Jobs")
            .get(0);

    assertEquals(
        "Handle the new values of `state` of `Job` where all known ones are told apart.",
        change.advice());
    assertEquals(
        new Change.Entry(Change.Entry.Section.ADDED, "`Job.state()`: `\"x\"`."), change.entry());
  }

  @Test
  void anAnswerIsTheSameOneWhereItsPathMoves() {
    assertEquals(
        List.of(
            "major/patch path moved: `GET /users` moved to `GET /people`.",
            "major/major field removed: The field `c` of `GET /people response` is gone."),
        Drill.changes(
            Drill.parse(LISTS),
            "{op: remove, path: " + USERS + "/c}",
            "{op: replace, path: /paths/~1users/get/operationId, value: list_people_get}",
            "{op: move, from: /paths/~1users, path: /paths/~1people}"));
  }
}
