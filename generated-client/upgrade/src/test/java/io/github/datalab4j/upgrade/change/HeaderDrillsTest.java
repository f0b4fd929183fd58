package io.github.datalab4j.upgrade.change;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Headers of answers: callers read them, though no Java type shows them. */
final class HeaderDrillsTest {
  private static final String ANSWER = "/paths/~1pets/get/responses/200";
  private static final String LIMIT = ANSWER + "/headers/X-Limit";

  @Test
  void aNewHeaderIsMinor() {
    assertEquals(
        List.of(
            "minor/patch header changed: The header `X-Next` of the answer 200 of `GET /pets` is"
                + " new (text)."),
        changes("{op: add, path: " + ANSWER + "/headers/X-Next, value: {schema: {type: string}}}"));
  }

  @Test
  void aHeaderThatIsGoneIsMajor() {
    assertEquals(
        List.of(
            "major/patch header changed: The header `X-Limit` of the answer 200 of `GET /pets` is"
                + " gone."),
        changes("{op: remove, path: " + LIMIT + "}"));
  }

  @Test
  void aHeaderOfAnotherTypeIsMajor() {
    assertEquals(
        List.of(
            "major/patch header changed: The header `X-Limit` of the answer 200 of `GET /pets` is"
                + " text, no longer integer."),
        changes("{op: replace, path: " + LIMIT + "/schema/type, value: string}"));
  }

  @Test
  void aHeaderThatMayBeAbsentNowIsMajorAndOneThatIsAlwaysThereMinor() {
    String required = "header changed: The header `X-Limit` of the answer 200 of `GET /pets` ";
    assertEquals(
        List.of("major/patch " + required + "may be absent now."),
        changes("{op: remove, path: " + LIMIT + "/required}"));
    assertEquals(
        List.of("minor/patch " + required + "is always there now."),
        Drill.changes(
            Drill.patched(limited(), "{op: remove, path: " + LIMIT + "/required}"),
            "{op: add, path: " + LIMIT + "/required, value: true}"));
  }

  @Test
  void aConstraintOfAHeaderIsMinor() {
    assertEquals(
        List.of(
            "minor/patch header changed: The header `X-Limit` of the answer 200 of `GET /pets` has"
                + " other constraints: `maximum 9`; so far `no maximum`."),
        changes("{op: add, path: " + LIMIT + "/schema/maximum, value: 9}"));
  }

  @Test
  void aHeaderIsTheSameOneInOtherLettersAndByReference() {
    JsonNode named =
        Drill.patched(
            limited(),
            "{op: add, path: /components/headers, value: {}}",
            "{op: move, from: " + LIMIT + ", path: /components/headers/Limit}",
            "{op: add, path: "
                + ANSWER
                + "/headers/x-limit, value: {$ref: '#/components/headers/Limit'}}");
    assertEquals(
        List.of(
            "patch: The header `X-Limit` of the answer 200 of `GET /pets` is written `x-limit`: the"
                + " same to callers."),
        Drill.between(limited(), named, FacadeHold.parse(List.of())).all().stream()
            .map(Change::toString)
            .toList());
  }

  private static JsonNode limited() {
    return Drill.patched(
        Drill.tree("pets"),
        "{op: add, path: "
            + ANSWER
            + "/headers, value: {X-Limit: {required: true, schema: {type: integer}}}}");
  }

  private static List<String> changes(String step) {
    return Drill.changes(limited(), step);
  }
}
