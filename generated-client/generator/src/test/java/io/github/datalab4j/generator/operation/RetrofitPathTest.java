package io.github.datalab4j.generator.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import org.junit.jupiter.api.Test;

final class RetrofitPathTest {
  @Test
  void pathIsRelativeToTheBaseUrl() {
    assertEquals("api/v1/pets/{id}", RetrofitPath.of("/api/v1/pets/{id}").template());
  }

  @Test
  void rootIsTheBaseUrlItself() {
    assertEquals(".", RetrofitPath.of("/").template());
  }

  @Test
  void namesThatRetrofitDoesNotKnowAreReplaced() {
    RetrofitPath path = RetrofitPath.of("/a/{_id}/{größe}");

    assertEquals("a/{p0}/{p1}", path.template());
    assertEquals("p0", path.placeholder("_id"));
  }

  @Test
  void placeholderUsedTwiceIsOneParameter() {
    RetrofitPath path = RetrofitPath.of("/a/{id}/b/{id}");

    assertEquals("a/{id}/b/{id}", path.template());
    assertEquals(Collections.singletonMap("id", "id"), path.placeholders());
  }

  @Test
  void patternInAPlaceholderIsDropped() {
    assertEquals("files/{path}", RetrofitPath.of("/files/{path:path}").template());
  }

  @Test
  void colonInTheFirstSegmentIsNoScheme() {
    assertEquals("pets%3Abatch/x:y", RetrofitPath.of("/pets:batch/x:y").template());
  }

  @Test
  void charactersThatAreNotOfAPathAreEncoded() {
    assertEquals("a%20b/c%23d/100%25", RetrofitPath.of("/a b/c#d/100%").template());
  }

  @Test
  void whatIsEncodedStaysSo() {
    assertEquals("a%2Fb", RetrofitPath.of("/a%2Fb").template());
  }

  @Test
  void fixedQueryStays() {
    assertEquals("a?action=go", RetrofitPath.of("/a?action=go").template());
  }

  @Test
  void queryWithPlaceholderIsCutOff() {
    assertEquals("a", RetrofitPath.of("/a?id={id}").template());
  }

  @Test
  void knowsWhatStartsTheRelativeUrl() {
    RetrofitPath path = RetrofitPath.of("/{camera}/{label}");

    assertTrue(path.startsWith("camera"));
    assertFalse(path.startsWith("label"));
  }
}
