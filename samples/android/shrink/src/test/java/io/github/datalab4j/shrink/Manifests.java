package io.github.datalab4j.shrink;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * The manifests of the application and of its libraries, and what an Android build keeps for them.
 */
final class Manifests {
  private static final List<String> COMPONENTS =
      Arrays.asList("application", "activity", "service", "receiver", "provider");

  private Manifests() {}

  /** As aapt2 writes them: each class that is named, with the constructor that the system calls. */
  static Set<String> rules() throws Exception {
    Set<String> rules = new TreeSet<>();
    try (InputStream own =
        Files.newInputStream(Jars.APPLICATION.resolve("src/main/AndroidManifest.xml"))) {
      addRules(own, rules);
    }
    for (Path library : libraries()) {
      try (ZipFile aar = new ZipFile(library.toFile())) {
        addRules(aar.getInputStream(aar.getEntry("AndroidManifest.xml")), rules);
      }
    }
    return rules;
  }

  private static List<Path> libraries() throws IOException {
    try (Stream<Path> files = Files.list(Jars.APPLICATION.resolve("../androidx/target/aars"))) {
      return files.filter(file -> file.toString().endsWith(".aar")).collect(Collectors.toList());
    }
  }

  private static void addRules(InputStream manifest, Set<String> rules) throws Exception {
    Document read = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(manifest);
    for (String component : COMPONENTS) {
      NodeList found = read.getElementsByTagName(component);
      for (int i = 0; i < found.getLength(); i++) {
        String name = ((Element) found.item(i)).getAttribute("android:name");
        if (!name.isEmpty()) {
          rules.add("-keep class " + name + " { <init>(); }");
        }
      }
    }
  }
}
