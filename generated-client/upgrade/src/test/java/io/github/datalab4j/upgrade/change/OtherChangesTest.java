package io.github.datalab4j.upgrade.change;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kinds of change that no drill has, one at a time, in a document of pets. */
final class OtherChangesTest {
  @Test
  void aDocumentDoesNotDifferFromItself() {
    assertEquals(List.of(), changes(""));
    assertEquals(Level.PATCH, Drill.of("nothing").verdict());
  }

  @Test
  void anOptionalParameterIsNewOnTheWireButBreaksCallersInJava() {
    assertEquals(
        List.of(
            "minor/major input added: `PetsApi.listPets` takes a new, optional query parameter"
                + " `q`."),
        changes(
            "{op: add, path: /paths/~1pets/get/parameters/-,"
                + " value: {name: q, in: query, schema: {type: string}}}"));
  }

  @Test
  void aRequiredParameterBreaksBoth() {
    assertEquals(
        List.of(
            "major/major input added: `PetsApi.listPets` takes a new, required query parameter"
                + " `q`."),
        changes(
            "{op: add, path: /paths/~1pets/get/parameters/-,"
                + " value: {name: q, in: query, required: true, schema: {type: string}}}"));
  }

  @Test
  void aParameterMadeRequiredBreaksBoth() {
    assertEquals(
        List.of(
            "major/major input newly required: The query parameter `limit` of `PetsApi.listPets`"
                + " has to be given now."),
        changes("{op: add, path: /paths/~1pets/get/parameters/0/required, value: true}")
            .subList(0, 1));
  }

  @Test
  void aRetypedParameterBreaksBoth() {
    assertEquals(
        List.of(
            "major/major input retyped: The query parameter `limit` of `PetsApi.listPets` is text,"
                + " no longer integer."),
        changes("{op: replace, path: /paths/~1pets/get/parameters/0/schema/type, value: string}"));
  }

  @Test
  void anotherDefaultIsNoted() {
    assertEquals(
        List.of(
            "minor/patch default changed: Where the query parameter `limit` of `PetsApi.listPets`"
                + " is left out, its default is `50`; so far `20`."),
        changes("{op: replace, path: /paths/~1pets/get/parameters/0/schema/default, value: 50}"));
  }

  @Test
  void aQueryParameterOfAnAlikeNameIsTheSameOne() {
    assertEquals(
        List.of(
            "major/patch input renamed: The query parameter `limit` of `PetsApi.listPets` is now"
                + " called `page_limit`."),
        changes("{op: replace, path: /paths/~1pets/get/parameters/0/name, value: page_limit}"));
  }

  @Test
  void aDeprecatedOperationIsMinor() {
    assertEquals(
        List.of(
            "minor/minor operation deprecated: `GET /pets` is deprecated now. The API document"
                + " marks this operation as deprecated."),
        changes("{op: add, path: /paths/~1pets/get/deprecated, value: true}"));
  }

  @Test
  void aDeprecatedFieldIsMinor() {
    assertEquals(
        List.of("minor/minor field deprecated: `age` of `Pet` is deprecated now."),
        changes("{op: add, path: /components/schemas/Pet/properties/age/deprecated, value: true}"));
  }

  @Test
  void aNewValueThatIsReadIsMinor() {
    assertEquals(
        List.of("minor/minor value added: `Kind` has new values: `\"bird\"`."),
        changes("{op: add, path: /components/schemas/Kind/enum/-, value: bird}"));
  }

  @Test
  void aRemovedValueThatMayBeSentIsMajor() {
    assertEquals(
        List.of("major/major value removed: `Kind` no longer has `\"dog\"`."),
        changes("{op: remove, path: /components/schemas/Kind/enum/1}"));
  }

  @Test
  void aFieldThatMayBeNullNowIsMajorOnTheWire() {
    assertEquals(
        List.of("major/minor field newly nullable: `age` of `Pet` may be null now."),
        changes(
            "{op: replace, path: /components/schemas/Pet/properties/age/type, value: [integer,"
                + " 'null']}"));
  }

  @Test
  void aFieldThatIsNeverNullAnyMoreIsMajorForThoseWhoSendIt() {
    assertEquals(
        List.of("major/major field no longer nullable: `nick` of `Pet` is never null any more."),
        changes(
            "{op: replace, path: /components/schemas/Pet/properties/nick/type, value: string}"));
  }

  @Test
  void aFieldThatMayBeAbsentNowIsMajor() {
    assertEquals(
        List.of("major/major field no longer required: `name` of `Pet` may be absent now."),
        changes("{op: remove, path: /components/schemas/Pet/required/0}"));
  }

  @Test
  void aRequiredFieldThatIsSentIsMajor() {
    assertEquals(
        List.of(
            "major/major field added: `Pet` has a new, required field `chip` (text). An answer"
                + " without it is no longer understood."),
        changes(
            "{op: add, path: /components/schemas/Pet/properties/chip, value: {type: string}}",
            "{op: add, path: /components/schemas/Pet/required/-, value: chip}"));
  }

  @Test
  void aFieldOfAnAlikeNameIsTheSameOne() {
    assertEquals(
        List.of("major/major field renamed: The field `nick` of `Pet` is now called `nick_name`."),
        changes(
            "{op: move, from: /components/schemas/Pet/properties/nick, path:"
                + " /components/schemas/Pet/properties/nick_name}"));
  }

  @Test
  void aFieldOfAnotherNameIsAnotherField() {
    assertEquals(
        List.of(
            "major/major field removed: The field `nick` of `Pet` is gone.",
            "minor/minor field added: `Pet` has a new, optional field `colour` (text or null)."),
        changes(
            "{op: move, from: /components/schemas/Pet/properties/nick, path:"
                + " /components/schemas/Pet/properties/colour}"));
  }

  @Test
  void anotherUnitIsAHintAtAnotherMeaning() {
    assertEquals(
        List.of(
            "major/patch meaning may have changed: The meaning of `age` of `Pet` may have changed:"
                + " its description speaks of other units."),
        changes(
            "{op: replace, path: /components/schemas/Pet/properties/age/description, value: Age in"
                + " days}"));
  }

  @Test
  void anotherKindOfIdInTheSameFieldIsAHintAtAnotherMeaning() {
    assertEquals(
        List.of(
            "major/patch meaning may have changed: The meaning of `id` of `Pet` may have changed:"
                + " it is described to hold `animal_...`, no longer `pet_...`."),
        changes(
            "{op: replace, path: /components/schemas/Pet/properties/id/description, value: 'Id"
                + " (animal_XXXX)'}"));
  }

  @Test
  void newWordsInADescriptionAreAHint() {
    assertEquals(
        List.of(
            "minor/patch meaning may have changed: The meaning of `name` of `Pet` may have changed:"
                + " its description now names `Rex` and no longer names `Fido`."),
        changes(
            "{op: replace, path: /components/schemas/Pet/properties/name/description, value: \"A"
                + " name such as 'Rex'\"}"));
  }

  @Test
  void anotherDescriptionAloneIsAPatch() {
    assertEquals(
        List.of("patch/patch description changed: The description of `age` of `Pet` changed."),
        changes(
            "{op: replace, path: /components/schemas/Pet/properties/age/description, value: Its age"
                + " in years}"));
  }

  @Test
  void aSchemaOfAnotherNameInTheSamePlaceIsTheSameOne() {
    assertEquals(
        List.of("patch/major schema renamed: The schema `Kind` is now called `Species`."),
        changes(
            "{op: move, from: /components/schemas/Kind, path: /components/schemas/Species}",
            "{op: replace, path: /components/schemas/Pet/properties/kind/$ref, value:"
                + " '#/components/schemas/Species'}"));
  }

  @Test
  void anEnumThatBecomesAnObjectBreaksBoth() {
    assertEquals(
        List.of(
            "major/major schema retyped: The schema `Kind` is an object with fields, no longer one"
                + " of \"cat\", \"dog\"."),
        changes(
            "{op: replace, path: /components/schemas/Kind, value: {type: object, properties: {a:"
                + " {type: string}}}}"));
  }

  @Test
  void anotherAnswerBreaksBoth() {
    assertEquals(
        List.of(
            "major/major answer changed: `GET /pets` answers 200 with Pet as application/json; so"
                + " far with list of Pet as application/json."),
        changes(
            "{op: replace, path: /paths/~1pets/get/responses/200/content/application~1json/schema,"
                + " value: {$ref: '#/components/schemas/Pet'}}"));
  }

  @Test
  void aNewSuccessIsMajorWhereTheMethodCannotReadIt() {
    String answers = "/paths/~1pets~1{id}/get/responses";
    String made = "{op: add, path: '" + answers + "/202', value: {content: {application/json: ";
    assertEquals(
        List.of(
            "major/patch answer added: `GET /pets/{id}` also answers 202 (text as"
                + " application/json)."),
        changes(made + "{schema: {type: string}}}}}"));
    assertEquals(
        List.of(
            "minor/patch answer added: `GET /pets/{id}` also answers 202 (Pet as"
                + " application/json)."),
        changes(made + "{schema: {$ref: '#/components/schemas/Pet'}}}}}"));
  }

  @Test
  void aNewRefusalIsAPatch() {
    assertEquals(
        List.of("patch/patch answer added: `GET /pets` also answers 402 (nothing)."),
        changes("{op: add, path: /paths/~1pets/get/responses/402, value: {description: Pay}}"));
  }

  @Test
  void anotherWayToBeLetInIsMajor() {
    assertEquals(
        List.of(
            "major/patch security changed: `GET /pets` lets callers in by HTTP bearer; so far by"
                + " header X-API-Key."),
        changes(
                "{op: add, path: /components/securitySchemes/Bearer, value: {type: http, scheme:"
                    + " bearer}}",
                "{op: replace, path: /security, value: [{Bearer: []}]}")
            .subList(0, 1));
  }

  @Test
  void anotherAddressIsMajor() {
    assertEquals(
        List.of(
            "major/patch server changed: The service's address is `https://api.example.org`, no"
                + " longer `https://example.org`."),
        changes("{op: replace, path: /servers/0/url, value: 'https://api.example.org'}"));
  }

  @Test
  void anotherDefaultOfAVariableIsAnotherAddress() {
    JsonNode host =
        Drill.patched(
            Drill.tree("pets"),
            "{op: replace, path: /servers/0, value: {url: 'https://{h}/v1', variables: {h: {default:"
                + " a.example}}}}");
    assertEquals(
        List.of(
            "major/patch server changed: The service's address is `https://b.example/v1`, no longer"
                + " `https://a.example/v1`."),
        Drill.changes(
            host, "{op: replace, path: /servers/0/variables/h/default, value: b.example}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/paths/~1pets/get", "/paths/~1pets"})
  void anAddressOfAnOperationOrPathIsMajor(String place) {
    assertEquals(
        "major/patch server changed: `GET /pets` has the address `https://b.example` for itself, no"
            + " longer the document's address.",
        changes("{op: add, path: " + place + "/servers, value: [{url: 'https://b.example'}]}")
            .get(0));
  }

  @Test
  void anAddressBesideTheFirstIsAPatch() {
    assertEquals(
        List.of(
            "patch/patch server changed: The servers of the document are `https://example.org` and"
                + " `https://b.example`; so far `https://example.org`."),
        changes("{op: add, path: /servers/-, value: {url: 'https://b.example'}}"));
  }

  @Test
  void aDocumentThatNamesNoServerAnyMoreIsMajor() {
    assertEquals(
        List.of(
            "major/patch server changed: The service's address is not told, no longer"
                + " `https://example.org`."),
        changes("{op: remove, path: /servers}"));
  }

  @Test
  void anotherVersionIsAPatch() {
    assertEquals(
        List.of("patch/patch version changed: The document's version goes from 1 to 2."),
        changes("{op: replace, path: /info/version, value: '2'}"));
  }

  @Test
  void parametersInAnotherOrderBreakCallersInJava() {
    assertEquals(
        List.of(
            "patch/major Java signature changed: `PetsApi.getPet` takes its parameters otherwise:"
                + " `(String, Long, String)`."),
        changes(
            "{op: remove, path: '/paths/~1pets~1{id}/get/parameters/1'}",
            "{op: add, path: '/paths/~1pets~1{id}/get/parameters/-', value: {name: a, in: query,"
                + " schema: {type: string}}}"));
  }

  private static List<String> changes(String... steps) {
    return Drill.changes(Drill.tree("pets"), steps);
  }
}
