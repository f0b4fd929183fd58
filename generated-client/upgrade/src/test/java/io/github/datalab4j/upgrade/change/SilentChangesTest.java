package io.github.datalab4j.upgrade.change;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a caller meets on the wire alone: the code compiles as before. */
final class SilentChangesTest {
  private static final String ANIMALS =
      "{op: add, path: /components/schemas/Animal, value: {oneOf: [{$ref:"
          + " '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}], discriminator:"
          + " {propertyName: kind, mapping: {c: '#/components/schemas/Cat', d:"
          + " '#/components/schemas/Dog'}}}}";
  private static final String CAT =
      "{op: add, path: /components/schemas/Cat, value: {type: object, properties: {kind: {type:"
          + " string}, sort: {type: string}, a: {type: string}}}}";
  private static final String DOG =
      "{op: add, path: /components/schemas/Dog, value: {type: object, properties: {kind: {type:"
          + " string}, sort: {type: string}, b: {type: string}}}}";
  private static final String MAPPING = "/components/schemas/Animal/discriminator/mapping";

  private static final String OWNERS =
      """
      paths:
        /x/{user}/y/{repo}:
          get:
            operationId: get_it
            tags: [T]
            parameters:
              - {name: user, in: path, required: true, schema: {type: string}}
              - {name: repo, in: path, required: true, schema: {type: string}}
            responses: {'204': {description: d}}
      """;

  @Test
  void placeholdersThatChangePlacesAreMajor() {
    assertEquals(
        List.of(
            "major/patch places in the path exchanged: The path parameters of `TApi.getIt` change"
                + " places: `/x/{repo}/y/{user}`, so far `/x/{user}/y/{repo}`."),
        Drill.changes(
            Drill.parse(OWNERS),
            "{op: move, from: '/paths/~1x~1{user}~1y~1{repo}', path:"
                + " '/paths/~1x~1{repo}~1y~1{user}'}"));
  }

  @Test
  void placeholdersThatChangePlacesAreMajorThoughTheyAreRenamedToo() {
    String moved = "/paths/~1x~1{repo_id}~1y~1{user_id}";
    assertEquals(
        List.of(
            "major/patch places in the path exchanged: The path parameters of `TApi.getIt` change"
                + " places: `/x/{repo_id}/y/{user_id}`, so far `/x/{user}/y/{repo}`.",
            "patch/patch input renamed: The path parameter `user` of `TApi.getIt` is now called"
                + " `user_id`; nothing else is sent.",
            "patch/patch input renamed: The path parameter `repo` of `TApi.getIt` is now called"
                + " `repo_id`; nothing else is sent."),
        Drill.changes(
            Drill.parse(OWNERS),
            "{op: move, from: '/paths/~1x~1{user}~1y~1{repo}', path: '" + moved + "'}",
            "{op: replace, path: '" + moved + "/get/parameters/0/name', value: user_id}",
            "{op: replace, path: '" + moved + "/get/parameters/1/name', value: repo_id}"));
  }

  @Test
  void parametersOfOneTypeInAnotherOrderAreMajorInJava() {
    assertEquals(
        List.of(
            "patch/major Java signature changed: `TApi.getIt` takes its parameters otherwise:"
                + " `(repo, user)`."),
        Drill.changes(
            Drill.parse(OWNERS),
            "{op: move, from: '/paths/~1x~1{user}~1y~1{repo}/get/parameters/1', path:"
                + " '/paths/~1x~1{user}~1y~1{repo}/get/parameters/0'}"));
  }

  @Test
  void valuesOfADiscriminatorThatChangePlacesAreMajor() {
    assertEquals(
        List.of(
            "major/patch discriminator changed: In `Animal` the value `c` stands for Dog, no longer"
                + " for Cat.",
            "major/patch discriminator changed: In `Animal` the value `d` stands for Cat, no longer"
                + " for Dog."),
        Drill.changes(
            animals(),
            "{op: replace, path: " + MAPPING + "/c, value: '#/components/schemas/Dog'}",
            "{op: replace, path: " + MAPPING + "/d, value: '#/components/schemas/Cat'}"));
  }

  @Test
  void anotherValueOfADiscriminatorIsMajor() {
    assertEquals(
        List.of(
            "major/patch discriminator changed: In `Animal` the value `c` stands for nothing, no"
                + " longer for Cat.",
            "minor/patch discriminator changed: In `Animal` the value `cat` stands for Cat."),
        Drill.changes(animals(), "{op: move, from: " + MAPPING + "/c, path: " + MAPPING + "/cat}"));
  }

  @Test
  void anotherDiscriminatorIsMajor() {
    assertEquals(
        List.of(
            "major/patch discriminator changed: The alternatives of `Animal` are told apart by"
                + " `sort`, no longer by `kind`."),
        Drill.changes(
            animals(),
            "{op: replace, path: /components/schemas/Animal/discriminator/propertyName, value:"
                + " sort}"));
  }

  @Test
  void theDiscriminatorOfAnUnnamedUnionIsComparedToo() {
    String friend = "/components/schemas/Pet/properties/friend";
    assertEquals(
        List.of(
            "major/patch discriminator changed: In `Pet.friend` the value `c` stands for nothing,"
                + " no longer for Cat."),
        Drill.changes(
                Drill.patched(
                    animals(),
                    "{op: move, from: /components/schemas/Animal, path: " + friend + "}"),
                "{op: remove, path: " + friend + "/discriminator/mapping/c}",
                "{op: add, path: "
                    + friend
                    + "/discriminator/mapping/Cat, value:"
                    + " '#/components/schemas/Cat'}")
            .subList(0, 1));
  }

  @Test
  void aDiscriminatorThatIsGoneIsMajor() {
    assertEquals(
        List.of(
            "major/patch discriminator changed: The alternatives of `Animal` are no longer told"
                + " apart by `kind`."),
        Drill.changes(animals(), "{op: remove, path: /components/schemas/Animal/discriminator}"));
  }

  @Test
  void aLineOfTheSurfaceThatNoOtherChangeTellsIsAChange() {
    JsonNode deprecated =
        Drill.patched(
            animals(),
            "{op: add, path: /components/schemas/Cat/properties/a/deprecated, value: true}");
    assertEquals(
        List.of(
            "major/minor seen in the surface file only: In the surface file `Cat` differs where no"
                + " other change tells why: `- \"a\": String a, optional, deprecated`, `+ \"a\":"
                + " String a, optional`."),
        Drill.changes(
            deprecated, "{op: remove, path: /components/schemas/Cat/properties/a/deprecated}"));
  }

  @Test
  void furtherFieldsThatMayBeNullAreMajorForReaders() {
    String further = "/components/schemas/Pet/additionalProperties";
    assertEquals(
        List.of("major/major schema retyped: Further fields of `Pet` may be null now."),
        Drill.changes(
            Drill.patched(
                Drill.tree("pets"),
                "{op: remove, path: /paths/~1pets/post}",
                "{op: add, path: " + further + ", value: {type: string}}"),
            "{op: replace, path: " + further + "/type, value: [string, 'null']}"));
  }

  @Test
  void aRequestThatRulesOutFurtherFieldsIsMajor() {
    assertEquals(
        List.of(
            "major/patch further fields ruled out: `Pet` rules out fields that the document does"
                + " not name."),
        pets("{op: add, path: /components/schemas/Pet/additionalProperties, value: false}"));
  }

  @Test
  void anAnswerThatRulesOutFurtherFieldsIsMinor() {
    assertEquals(
        List.of(
            "minor/patch further fields ruled out: `Pet` rules out fields that the document does"
                + " not name."),
        Drill.changes(
            Drill.patched(Drill.tree("pets"), "{op: remove, path: /paths/~1pets/post}"),
            "{op: add, path: /components/schemas/Pet/additionalProperties, value: false}"));
  }

  @Test
  void aWayInThatIsWithdrawnIsMajorThoughAnotherStays() {
    assertEquals(
        List.of(
            "major/patch security changed: `GET /pets` lets callers in by cookie C; so far by"
                + " cookie C or header X-API-Key."),
        security("[{ApiKey: []}, {Cookie: []}]", "[{Cookie: []}]"));
  }

  @Test
  void anOperationThatIsNoLongerOpenIsMajor() {
    String message =
        "major/patch security changed: `GET /pets` lets callers in by header X-API-Key; so far by ";
    assertEquals(
        List.of(message + "header X-API-Key or nothing."),
        security("[{}, {ApiKey: []}]", "[{ApiKey: []}]"));
    assertEquals(List.of(message + "nothing."), security("[]", "[{ApiKey: []}]"));
  }

  @Test
  void aFurtherWayInIsMinor() {
    assertEquals(
        List.of(
            "minor/patch security changed: `GET /pets` lets callers in by cookie C or header"
                + " X-API-Key; so far by header X-API-Key."),
        security("[{ApiKey: []}]", "[{ApiKey: []}, {Cookie: []}]"));
    assertEquals(
        List.of(
            "minor/patch security changed: `GET /pets` lets callers in by nothing; so far by"
                + " header X-API-Key."),
        security("[{ApiKey: []}]", "[]"));
  }

  @Test
  void aScopeMoreIsMajorAndOneLessIsMinor() {
    assertEquals(
        List.of(
            "major/patch security changed: `GET /pets` lets callers in by oauth2 read write; so far"
                + " by oauth2 read."),
        security("[{OAuth: [read]}]", "[{OAuth: [write, read]}]"));
    assertEquals(
        List.of(
            "minor/patch security changed: `GET /pets` lets callers in by oauth2 read; so far by"
                + " oauth2 read write."),
        security("[{OAuth: [read, write]}]", "[{OAuth: [read]}]"));
  }

  @Test
  void aKeyThatNeedNotBeSentTogetherWithAnotherOneAnyMoreIsMinor() {
    assertEquals(
        List.of(
            "minor/patch security changed: `GET /pets` lets callers in by cookie C; so far by"
                + " cookie C and header X-API-Key."),
        security("[{ApiKey: [], Cookie: []}]", "[{Cookie: []}]"));
  }

  @Test
  void theClassOfTheFacadeThatSendsTheKeyIsNamed() {
    JsonNode today = Drill.tree("today");
    String path = "/paths/~1api~1v1~1custom_processors~1{processor_id}~1iterate/post/security";
    JsonNode both = withCookie(today, path, "[{CookieAuth: []}, {APIKeyHeader: []}]");
    Changes keyGone =
        Drill.between(both, withCookie(today, path, "[{CookieAuth: []}]"), FacadeHold.shipped());
    Changes keyStays =
        Drill.between(both, withCookie(today, path, "[{APIKeyHeader: []}]"), FacadeHold.shipped());

    assertEquals(List.of("KeyInterceptor"), List.copyOf(keyGone.facadeClasses().keySet()));
    assertEquals(List.of(), List.copyOf(keyStays.facadeClasses().keySet()));
    assertEquals(Level.MAJOR, keyStays.verdict());
  }

  private static JsonNode withCookie(JsonNode document, String path, String security) {
    return Drill.patched(
        document,
        "{op: add, path: /components/securitySchemes/CookieAuth, value: {type: apiKey, in: cookie,"
            + " name: C}}",
        "{op: add, path: '" + path + "', value: " + security + "}");
  }

  private static List<String> security(String before, String after) {
    JsonNode cookie =
        Drill.patched(
            Drill.tree("pets"),
            "{op: add, path: /components/securitySchemes/Cookie, value: {type: apiKey, in: cookie,"
                + " name: C}}",
            "{op: add, path: /components/securitySchemes/OAuth, value: {type: oauth2}}",
            "{op: add, path: /paths/~1pets/get/security, value: " + before + "}");
    return Drill.changes(
        cookie, "{op: replace, path: /paths/~1pets/get/security, value: " + after + "}");
  }

  private static JsonNode animals() {
    return Drill.patched(
        Drill.tree("pets"),
        CAT,
        DOG,
        ANIMALS,
        "{op: add, path: /components/schemas/Pet/properties/friend, value: {$ref:"
            + " '#/components/schemas/Animal'}}");
  }

  private static List<String> pets(String... steps) {
    return Drill.changes(Drill.tree("pets"), steps);
  }
}
