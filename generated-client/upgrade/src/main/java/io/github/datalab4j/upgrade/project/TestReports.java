package io.github.datalab4j.upgrade.project;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Counts the tests that ran, from what Surefire and Failsafe leave behind. */
final class TestReports {
  private static final Pattern NAME = Pattern.compile("(?s)</parent>.*?<name>([^<]+)</name>");

  private TestReports() {}

  /** The modules with their tests. */
  static List<BuildStep.Module> count(Path root, Map<String, String> statuses) throws IOException {
    Map<String, Path> folders = folders(root);
    List<BuildStep.Module> modules = new ArrayList<>();
    for (Map.Entry<String, String> status : statuses.entrySet()) {
      int[] counts = new int[3];
      Path folder = folders.get(status.getKey());
      if (folder != null) {
        add(folder.resolve("target/surefire-reports"), counts);
        add(folder.resolve("target/failsafe-reports"), counts);
      }
      modules.add(
          new BuildStep.Module(
              status.getKey(), status.getValue(), counts[0], counts[1], counts[2]));
    }
    return modules;
  }

  /** The folders of the modules by the names that their POMs give them. */
  static Map<String, Path> folders(Path root) throws IOException {
    Map<String, Path> folders = new HashMap<>();
    try (Stream<Path> files = Files.walk(root, 3)) {
      for (Path pom : files.filter(file -> file.endsWith("pom.xml")).toList()) {
        Matcher name = NAME.matcher(Files.readString(pom));
        if (name.find()) {
          folders.put(name.group(1).strip(), pom.getParent());
        }
      }
    }
    return folders;
  }

  private static void add(Path reports, int[] counts) throws IOException {
    if (!Files.isDirectory(reports)) {
      return;
    }
    try (Stream<Path> files = Files.list(reports)) {
      for (Path file : files.toList()) {
        if (file.getFileName().toString().matches("TEST-.*\\.xml")) {
          addSuite(file, counts);
        }
      }
    }
  }

  private static void addSuite(Path file, int[] counts) throws IOException {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try (InputStream in = Files.newInputStream(file)) {
      XMLStreamReader reader = factory.createXMLStreamReader(in);
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamConstants.START_ELEMENT) {
          counts[0] += number(reader, "tests");
          counts[1] += number(reader, "failures") + number(reader, "errors");
          counts[2] += number(reader, "skipped");
          return;
        }
      }
    } catch (XMLStreamException e) {
      throw new IOException("Cannot read " + file, e);
    }
  }

  private static int number(XMLStreamReader reader, String attribute) {
    String value = reader.getAttributeValue(null, attribute);
    return value == null ? 0 : Integer.parseInt(value);
  }
}
