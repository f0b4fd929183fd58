package io.github.datalab4j.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

/** Parameters of header lines, file names above all. */
final class ParametersTest {
  @Test
  void tokensAndQuotedStringsAreRead() {
    Parameters parameters = new Parameters("form-data; name=files ; FileName=\"a b;c=d.pdf\"");

    assertEquals("files", parameters.get("name"));
    assertEquals("a b;c=d.pdf", parameters.get("filename"));
    assertNull(parameters.get("other"));
  }

  @Test
  void escapedQuotesAndBackslashesAreUnescaped() {
    assertEquals("a\"b\\c", fileName("filename=\"a\\\"b\\\\c\""));
  }

  @Test
  void otherBackslashesStay() {
    assertEquals("C:\\temp\\x.pdf", fileName("filename=\"C:\\temp\\x.pdf\""));
  }

  @Test
  void percentSignsOfAPlainNameStay() {
    assertEquals("100%22.pdf", fileName("filename=\"100%22.pdf\""));
  }

  @Test
  void anExtendedNameIsDecodedAndGoesFirst() {
    assertEquals(
        "€ rates.pdf", fileName("filename=\"EURO.pdf\"; filename*=UTF-8''%e2%82%ac%20rates.pdf"));
  }

  @Test
  void anExtendedNameMayBeLatin1AndNameALanguage() {
    assertEquals("£ rates", fileName("filename*=iso-8859-1'en'%A3%20rates"));
  }

  @Test
  void anExtendedNameOfAnUnknownCharsetStaysAsItIs() {
    assertEquals("klingon''%41", fileName("filename*=klingon''%41"));
  }

  @Test
  void piecesOfANameAreJoined() {
    assertEquals("long name.pdf", fileName("filename*0=\"long \"; filename*1=name.pdf"));
  }

  @Test
  void encodedPiecesOfANameAreJoinedAndDecoded() {
    assertEquals("ü name", fileName("filename*0*=utf-8''%c3%bc; filename*1*=%20name"));
  }

  @Test
  void theFirstOfTwoCounts() {
    assertEquals("a", fileName("filename=a; filename=b"));
  }

  @Test
  void anEmptyNameIsAName() {
    assertEquals("", fileName("filename=\"\""));
  }

  @Test
  void whatIsNoParameterIsPassedOver() {
    assertEquals("a", fileName(";;x;=; filename=a; y"));
  }

  @Test
  void aQuoteWithoutAnEndStays() {
    assertEquals("\"a; b", fileName("filename=\"a; b"));
  }

  private static String fileName(String parameters) {
    return String.valueOf(new Parameters("form-data; " + parameters).get("filename"));
  }
}
