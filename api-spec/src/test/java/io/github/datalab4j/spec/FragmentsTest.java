package io.github.datalab4j.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

/** The test's own tool has to be right before it may judge the document. */
final class FragmentsTest {
  @Test
  void keepsTheOrderOfKeysOfBoth() {
    assertEquals(
        "{paths: {/b: 1, /a: 2}, components: {schemas: {A: 1, B: 2, C: 3, D: 4}}, z: 0}",
        unite(
            "{paths: {/b: 1}, components: {schemas: {A: 1, C: 3}}, z: 0}",
            "{paths: {/a: 2}, components: {schemas: {B: 2, C: 3, D: 4}}, z: 0}"));
  }

  @Test
  void refusesASharedSchemaThatDiffers() {
    AssertionFailedError error =
        assertThrows(
            AssertionFailedError.class,
            () ->
                unite(
                    "{components: {schemas: {A: {type: string}}}}",
                    "{components: {schemas: {A: {type: 'null'}}}}"));
    assertTrue(error.getMessage().startsWith("/components/schemas/A"), error::getMessage);
  }

  @Test
  void refusesASharedSchemaWithAnotherOrderOfKeys() {
    assertThrows(
        AssertionFailedError.class,
        () ->
            unite(
                "{components: {schemas: {A: {x: 1, y: 2}}}}",
                "{components: {schemas: {A: {y: 2, x: 1}}}}"));
  }

  @Test
  void refusesTwoTitles() {
    assertThrows(
        AssertionFailedError.class,
        () -> unite("{info: {title: Datalab}}", "{info: {title: Another}}"));
  }

  private static String unite(String first, String second) {
    Map<String, Object> united = Fragments.unite(Yamls.tree(first), Yamls.tree(second));
    return united.toString().replace("=", ": ");
  }
}
