package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.File;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class UserAgentTest {
  @Test
  void theVersionIsThePomsOwn() throws Exception {
    Element project =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new File("pom.xml"))
            .getDocumentElement();
    Element parent = (Element) project.getElementsByTagName("parent").item(0);

    assertEquals(
        parent.getElementsByTagName("version").item(0).getTextContent(), UserAgent.VERSION);
  }

  @Test
  void theApplicationComesAfterTheLibrary() {
    assertEquals("datalab4j/" + UserAgent.VERSION, UserAgent.of(null));
    assertEquals("datalab4j/" + UserAgent.VERSION, UserAgent.of(" "));
    assertEquals("datalab4j/" + UserAgent.VERSION + " app/1 (x)", UserAgent.of("app/1 (x)"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\r\nX: 1", "größe", "a\u0000"})
  void whatFitsInNoHeaderIsRefused(String application) {
    assertThrows(IllegalArgumentException.class, () -> UserAgent.of(application));
  }
}
