package io.github.datalab4j.generator.naming;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class NameScopeTest {
  @Test
  void theFirstComerKeepsTheName() {
    NameScope scope = NameScope.ofMembers();

    assertEquals("a", scope.unique("a"));
    assertEquals("a2", scope.unique("a"));
    assertEquals("a3", scope.unique("a"));
    assertEquals("A", scope.unique("A"));
  }

  @Test
  void filesDifferInMoreThanCase() {
    NameScope scope = NameScope.ofFiles();

    assertEquals("Pet", scope.unique("Pet"));
    assertEquals("PET2", scope.unique("PET"));
    assertTrue(scope.isTaken("pet2"));
  }

  @Test
  void aNameIsTakenOnce() {
    NameScope scope = NameScope.ofMembers();

    assertTrue(scope.take("a"));
    assertFalse(scope.take("a"));
  }
}
