package io.github.datalab4j.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The multipart parser on bodies as they are and as they should not be. */
final class MultipartParserTest {
  private final Recording found = new Recording();
  private final MultipartParser parser = new MultipartParser("b", found);

  /** Writes down what is found. */
  static final class Recording implements MultipartParser.Sink {
    final List<String> parts = new ArrayList<>();
    private StringBuilder part = new StringBuilder();

    @Override
    public void partBegins(List<Header> headers) {
      part = new StringBuilder().append(headers).append(' ');
    }

    @Override
    public void partContent(byte[] bytes, int offset, int length) {
      part.append(new String(bytes, offset, length, StandardCharsets.ISO_8859_1));
    }

    @Override
    public void partEnds() {
      parts.add(part.toString());
    }
  }

  @Test
  void aPartHasItsHeadersAndItsContent() {
    feed("--b\r\nA: 1\r\nB:2 \r\n\r\nhello\r\n--b--\r\n");

    assertEquals(Arrays.asList("[A: 1, B: 2] hello"), found.parts);
    assertTrue(parser.isComplete());
  }

  @Test
  void partsFollowEachOther() {
    feed("--b\r\nA: 1\r\n\r\none\r\n--b\r\nA: 2\r\n\r\ntwo\r\n--b--");

    assertEquals(Arrays.asList("[A: 1] one", "[A: 2] two"), found.parts);
  }

  @Test
  void endlessWhiteSpaceBehindADelimiterIsNoForm() {
    feed("--b" + spaces(1 << 21) + "\r\n\r\nx\r\n--b--");

    assertTrue(found.parts.isEmpty());
    assertFalse(parser.isComplete());
  }

  @Test
  void headersWithoutEndAreNoFormAlsoInOnePiece() {
    feed("--b\r\nA: " + spaces(1 << 21) + "\r\n\r\nx\r\n--b--");

    assertTrue(found.parts.isEmpty());
    assertFalse(parser.isComplete());
  }

  private static String spaces(int count) {
    return new String(new char[count]).replace('\0', ' ');
  }

  @Test
  void whatIsBeforeAndBehindTheDelimitersIsNotRead() {
    feed("preamble\r\n--b\r\n\r\nx\r\n--b--\r\nepilogue\r\n--b\r\n\r\ny\r\n--b--");

    assertEquals(Arrays.asList("[] x"), found.parts);
  }

  @Test
  void aPartMayBeEmpty() {
    feed("--b\r\nA: 1\r\n\r\n\r\n--b--");

    assertEquals(Arrays.asList("[A: 1] "), found.parts);
  }

  @Test
  void aPartMayHaveNoHeaders() {
    feed("--b\r\n\r\nx\r\n--b--");

    assertEquals(Arrays.asList("[] x"), found.parts);
  }

  @Test
  void contentThatLooksLikeADelimiterStaysContent() {
    feed("--b\r\n\r\n--b\r\n\n--b--\r--b--\r\n-b\r\n--B\r\n--b--");

    assertEquals(Arrays.asList("[] --b\r\n\n--b--\r--b--\r\n-b\r\n--B"), found.parts);
  }

  @Test
  void spaceAfterADelimiterIsPassedOver() {
    feed("--b \t\r\nA: 1\r\n\r\nx\r\n--b--");

    assertEquals(Arrays.asList("[A: 1] x"), found.parts);
  }

  @Test
  void aBodyFedByteByByteIsTheSame() {
    String body = "\r\n--b\r\nA: 1\r\n\r\n\r\n-\r\n--\r\n--x\r\n--b\r\n\r\n\r\n--b--\r\n";
    for (int i = 0; i < body.length(); i++) {
      feed(body.substring(i, i + 1));
    }

    assertEquals(Arrays.asList("[A: 1] \r\n-\r\n--\r\n--x", "[] "), found.parts);
    assertTrue(parser.isComplete());
  }

  @Test
  void aBodyWithoutItsLastDelimiterIsNotComplete() {
    feed("--b\r\n\r\nx\r\n--b\r\n");

    assertEquals(Arrays.asList("[] x"), found.parts);
    assertFalse(parser.isComplete());
  }

  @Test
  void aDelimiterThatGoesOnIsNeverComplete() {
    feed("--b\r\n\r\nx\r\n--broken\r\n\r\ny\r\n--b--");

    assertFalse(parser.isComplete());
  }

  @Test
  void headersWithoutAnEndAreGivenUp() {
    feed("--b\r\nA: ");
    byte[] endless = new byte[2 << 20];
    Arrays.fill(endless, (byte) 'x');
    parser.feed(endless);
    feed("\r\n\r\nx\r\n--b--");

    assertEquals(Arrays.asList(), found.parts);
    assertFalse(parser.isComplete());
  }

  @Test
  void headersAreUtf8OrElseLatin1() {
    parser.feed("--b\r\nA: ü\r\n\r\nx\r\n".getBytes(StandardCharsets.UTF_8));
    parser.feed("--b\r\nA: ü\r\n\r\nx\r\n--b--".getBytes(StandardCharsets.ISO_8859_1));

    assertEquals(Arrays.asList("[A: ü] x", "[A: ü] x"), found.parts);
  }

  private void feed(String text) {
    parser.feed(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
