package io.github.datalab4j.consumers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** What Maven Central asks of a POM, and what users should not find in it. */
final class PublishedIT {
  private static Set<String> texts(Published published, String path) throws Exception {
    Document pom =
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(published.pom().toFile());
    NodeList nodes =
        (NodeList)
            XPathFactory.newInstance().newXPath().evaluate(path, pom, XPathConstants.NODESET);
    Set<String> texts = new TreeSet<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      texts.add(nodes.item(i).getTextContent().trim());
    }
    return texts;
  }

  @ParameterizedTest
  @EnumSource
  void thePomSaysWhatMavenCentralAsksFor(Published published) throws Exception {
    for (String element :
        new String[] {
          "groupId",
          "artifactId",
          "version",
          "name",
          "description",
          "url",
          "licenses/license/name",
          "licenses/license/url",
          "developers/developer/name",
          "scm/connection",
          "scm/developerConnection",
          "scm/url"
        }) {
      Set<String> texts = texts(published, "/project/" + element);

      assertEquals(1, texts.size(), element);
      assertFalse(texts.iterator().next().matches("\\s*|.*\\$\\{.*"), element);
    }
  }

  @ParameterizedTest
  @EnumSource
  void thePomHasNothingThatOnlyThisBuildNeeds(Published published) throws Exception {
    for (String element :
        new String[] {
          "parent",
          "build",
          "profiles",
          "repositories",
          "properties",
          "modules",
          "dependencies/dependency[scope='test']"
        }) {
      assertEquals(Set.of(), texts(published, "/project/" + element), element);
    }
  }

  @ParameterizedTest
  @EnumSource
  void noVariableIsLeftInThePom(Published published) throws Exception {
    String pom = Files.readString(published.pom());

    assertFalse(pom.contains("${"), pom);
  }

  @Test
  void everyDependencyOfTheClientIsOneOfTheFourThatAreAllowed() throws Exception {
    assertEquals(
        Set.of("retrofit", "adapter-rxjava3", "moshi", "rxjava", "jspecify"),
        texts(Published.CLIENT, "/project/dependencies/dependency/artifactId"));
    assertEquals(
        Set.of("datalab4j-client", "retrofit", "moshi", "rxjava", "jspecify"),
        texts(Published.FACADE, "/project/dependencies/dependency/artifactId"));
  }

  @Test
  void theBomNamesAllThatHasAJar() throws Exception {
    Set<String> artifacts =
        Arrays.stream(Published.values())
            .filter(published -> published.jar().isPresent())
            .map(published -> published.artifact)
            .collect(Collectors.toSet());

    assertEquals(
        artifacts,
        texts(Published.BOM, "/project/dependencyManagement/dependencies/dependency/artifactId"));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "BOM")
  void theJarNamesItsModule(Published published) throws Exception {
    try (JarFile jar = new JarFile(published.jar().orElseThrow().toFile())) {
      assertEquals(
          published.moduleName().orElseThrow(),
          jar.getManifest().getMainAttributes().getValue("Automatic-Module-Name"));
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "BOM")
  void thereIsAJarOfTheSources(Published published) {
    assertTrue(published.sources().orElseThrow().toFile().isFile());
  }
}
