package io.github.datalab4j.generator.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
  void noTwoParametersShareAPlaceholder() {
    assertEquals("q/{p1}/{p1_}", RetrofitPath.of("/q/{p1}/{a.b}").template());
    assertEquals("q/{p0}/{p1}", RetrofitPath.of("/q/{a.b}/{p0}").template());
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
    assertEquals("./pets:batch/x:y?a=b", RetrofitPath.of("/pets:batch/x:y?a=b").template());
  }

  /** Retrofit refuses a path that has a value and a segment of one dot. */
  @Test
  void colonInTheFirstSegmentIsEncodedWhereThePathTakesValues() {
    RetrofitPath path = RetrofitPath.of("/pets:batch/{id}:act");

    assertEquals("pets%3Abatch/{id}:act", path.template());
    assertTrue(path.hasEncodedColon());
    assertFalse(RetrofitPath.of("/pets:batch").hasEncodedColon());
    assertFalse(RetrofitPath.of("/pets/{id}:act").hasEncodedColon());
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/\\\\evil.example/x",
        "\\/evil.example/x",
        "/\t//evil.example/y",
        "/ //evil.example/y",
        "//evil.example/y",
        "/..///evil.example/y",
        "/../../up",
        "/a/../../up",
        "/%2e%2E/.%2e/up",
        "/..\\..\\up",
        "/./..",
        "/..?a=/../b",
        "https://evil.example/x",
        "https:\\\\evil.example\\x",
        "/\n?x",
      })
  void noPathLeavesTheBaseUrl(String path) {
    HttpUrl url = HttpUrl.get("https://good.example/v1/").resolve(RetrofitPath.of(path).template());

    assertEquals("good.example", url.host());
    assertTrue(url.encodedPath().startsWith("/v1/"), url.toString());
  }

  @Test
  void segmentsOfDotsAreLeftOutAndTold() {
    assertEquals("a/b?c=../d", RetrofitPath.of("/a/../b?c=../d").template());
    assertTrue(RetrofitPath.hasDots("/a/%2E/b"));
    assertFalse(RetrofitPath.hasDots("/a/.well-known/...?x=/../"));
  }

  @Test
  void knowsWhatStartsTheRelativeUrl() {
    RetrofitPath path = RetrofitPath.of("/{camera}/{label}");

    assertTrue(path.startsWith("camera"));
    assertFalse(path.startsWith("label"));
  }
}
