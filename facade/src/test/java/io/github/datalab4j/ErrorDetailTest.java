package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ErrorDetailTest {
  private static final ErrorDetail.Item MISSING =
      item(Arrays.<Object>asList("body", "files", 0L), "Field required");

  @Test
  void textStandsForItself() {
    ErrorDetail detail = ErrorDetail.ofText("No such processor");

    assertEquals("No such processor", detail.toString());
    assertTrue(detail.items().isEmpty());
  }

  @Test
  void itemsReadAsPlaceAndMessage() {
    ErrorDetail detail =
        ErrorDetail.ofItems(Arrays.asList(MISSING, item(Collections.emptyList(), "Too big")));

    assertEquals("body.files.0: Field required; Too big", detail.toString());
    assertNull(detail.text());
  }

  @Test
  void laterChangesOfTheGivenListChangeNothing() {
    List<ErrorDetail.Item> items = new ArrayList<>(Collections.singletonList(MISSING));
    ErrorDetail detail = ErrorDetail.ofItems(items);

    items.clear();

    assertEquals(Collections.singletonList(MISSING), detail.items());
    assertThrows(UnsupportedOperationException.class, () -> detail.items().clear());
  }

  @Test
  void equalityLooksAtEverything() {
    ErrorDetail detail = ErrorDetail.ofItems(Collections.singletonList(MISSING));
    ErrorDetail same =
        ErrorDetail.ofItems(
            Collections.singletonList(
                item(Arrays.<Object>asList("body", "files", 0L), "Field required")));

    assertEquals(detail, same);
    assertEquals(detail.hashCode(), same.hashCode());
    assertNotEquals(detail, ErrorDetail.ofText(detail.toString()));
    assertNotEquals(MISSING, item(Arrays.<Object>asList("body", "files", "0"), "Field required"));
  }

  private static ErrorDetail.Item item(List<Object> location, String message) {
    return new ErrorDetail.Item(location, message, "missing", Collections.emptyMap());
  }
}
