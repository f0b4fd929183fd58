package io.github.datalab4j.generator.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class OperationNamesTest {
  private static final OperationId LIST_V1 = new OperationId("GET", "/v1/pets", "list_v1_pets_get");
  private static final OperationId LIST_V2 = new OperationId("GET", "/v2/pets", "list_v2_pets_get");
  private static final OperationId ADD = new OperationId("POST", "/v1/pets", "add_v1_pets_post");

  private static OperationNames choose(Map<String, String> known, OperationId... operations) {
    return OperationNames.choose(Arrays.asList(operations), known);
  }

  @Test
  void eachGetsItsShortName() {
    OperationNames names = choose(Collections.emptyMap(), LIST_V1, ADD);

    assertEquals("list", names.of(LIST_V1));
    assertEquals("add", names.of(ADD));
  }

  @Test
  void bothOfTwoNewcomersWithOneNameGetTheLongOne() {
    OperationNames names = choose(Collections.emptyMap(), LIST_V1, LIST_V2);

    assertEquals("listV1PetsGet", names.of(LIST_V1));
    assertEquals("listV2PetsGet", names.of(LIST_V2));
  }

  @Test
  void theOneInTheSurfaceFileKeepsItsShortName() {
    Map<String, String> known = Collections.singletonMap("GET /v2/pets", "list");

    OperationNames names = choose(known, LIST_V1, LIST_V2);

    assertEquals("list", names.of(LIST_V2));
    assertEquals("listV1PetsGet", names.of(LIST_V1));
  }

  @Test
  void aLongNameInTheSurfaceFileStaysWhenTheOtherOperationIsGone() {
    Map<String, String> known = Collections.singletonMap("GET /v1/pets", "listV1PetsGet");

    assertEquals("listV1PetsGet", choose(known, LIST_V1).of(LIST_V1));
  }

  @Test
  void aNameInTheSurfaceFileThatIsNotOfTheOperationIsNotKept() {
    Map<String, String> known = Collections.singletonMap("GET /v1/pets", "somethingElse");

    assertEquals("list", choose(known, LIST_V1).of(LIST_V1));
  }

  @Test
  void duplicateOperationIdsGetNamesWithThePath() {
    OperationId get = new OperationId("GET", "/both", "both_both_get");
    OperationId post = new OperationId("POST", "/both", "both_both_get");

    OperationNames names = choose(Collections.emptyMap(), get, post);

    assertEquals("bothBothGet", names.of(get));
    assertEquals("bothPostBoth", names.of(post));
  }

  @Test
  void namesNeverMeetTheVariantOfAnother() {
    OperationId plain = new OperationId("GET", "/a", "read");
    OperationId awkward = new OperationId("GET", "/b", "readWithHttpInfo");

    OperationNames names = choose(Collections.emptyMap(), plain, awkward);

    assertEquals("read", names.of(plain));
    assertEquals("readWithHttpInfoGetB", names.of(awkward));
  }

  @Test
  void newOperationsRenameNoneOfTheOldOnes() {
    Map<String, String> known = new HashMap<>();
    OperationNames before = choose(Collections.emptyMap(), LIST_V1, ADD);
    known.put(LIST_V1.key(), before.of(LIST_V1));
    known.put(ADD.key(), before.of(ADD));
    OperationId rival = new OperationId("PUT", "/v1/pets", "add_v1_pets_put");

    OperationNames after = choose(known, rival, LIST_V2, LIST_V1, ADD);

    assertEquals(before.of(LIST_V1), after.of(LIST_V1));
    assertEquals(before.of(ADD), after.of(ADD));
    assertEquals("addV1PetsPut", after.of(rival));
  }

  @Test
  void manyOperationsOfOneNameAllDiffer() {
    OperationId[] operations = new OperationId[20];
    for (int i = 0; i < operations.length; i++) {
      operations[i] = new OperationId("GET", "/a" + "/".repeat(i), "same");
    }
    OperationNames names = choose(Collections.emptyMap(), operations);

    Set<String> all = new HashSet<>();
    for (OperationId operation : operations) {
      all.add(names.of(operation));
    }
    assertEquals(operations.length, all.size());
  }
}
