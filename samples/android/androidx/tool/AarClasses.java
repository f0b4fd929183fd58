import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * Does what the Android Gradle plugin does with AARs and Maven does not: lays out their classes and
 * their rules for R8, and writes the R classes that they refer to.
 *
 * <p>Arguments: the folder of the AARs and jars, the one for classes, the one for sources of R.
 */
final class AarClasses {
  private static final Pattern PACKAGE = Pattern.compile("package=\"([^\"]+)\"");
  private static final Pattern RESOURCE = Pattern.compile("int (\\w+) (\\w+) 0x[0-9a-f]+");

  private final Path classes;
  private final Path sources;
  private int lastId = 0x7f010000; // where ids of applications begin

  private AarClasses(Path classes, Path sources) {
    this.classes = classes;
    this.sources = sources;
  }

  public static void main(String[] args) throws IOException {
    AarClasses made = new AarClasses(Path.of(args[1]), Path.of(args[2]));
    List<Path> archives;
    try (Stream<Path> files = Files.list(Path.of(args[0]))) {
      archives = files.sorted(Comparator.comparing(Path::getFileName)).toList();
    }
    for (Path archive : archives) {
      if (archive.toString().endsWith(".aar")) {
        made.addAar(archive);
      } else {
        made.addClasses(Files.readAllBytes(archive));
      }
    }
  }

  private void addAar(Path archive) throws IOException {
    try (ZipFile aar = new ZipFile(archive.toFile())) {
      addClasses(bytes(aar, "classes.jar"));
      String name = archive.getFileName().toString().replace(".aar", ".pro");
      byte[] rules = bytes(aar, "proguard.txt");
      if (rules.length > 0) {
        write(classes.resolve("META-INF/proguard").resolve(name), rules);
      }
      addR(text(aar, "AndroidManifest.xml"), text(aar, "R.txt"));
    }
  }

  private void addClasses(byte[] jar) throws IOException {
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(jar))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        String name = entry.getName();
        if (!entry.isDirectory() && !name.endsWith("module-info.class") && !isManifest(name)) {
          write(classes.resolve(name), in.readAllBytes());
        }
      }
    }
  }

  private static boolean isManifest(String name) {
    return name.equals("META-INF/MANIFEST.MF") || name.startsWith("META-INF/versions/");
  }

  private void addR(String manifest, String table) throws IOException {
    Matcher found = PACKAGE.matcher(manifest);
    Set<String> fields = new TreeSet<>();
    Matcher resource = RESOURCE.matcher(table);
    while (resource.find()) {
      fields.add(resource.group(1) + " " + resource.group(2));
    }
    if (!found.find() || fields.isEmpty()) {
      return;
    }
    StringBuilder source = new StringBuilder("package " + found.group(1) + ";\n");
    source.append("public final class R {\n  private R() {}\n");
    String open = "";
    for (String field : fields) {
      String type = field.substring(0, field.indexOf(' '));
      if (!type.equals(open)) {
        source.append(open.isEmpty() ? "" : "  }\n");
        source.append("  public static final class " + type + " {\n    private " + type + "() {}\n");
        open = type;
      }
      source.append("    public static int ").append(field.substring(type.length() + 1));
      source.append(" = ").append(++lastId).append(";\n");
    }
    Path folder = sources.resolve(found.group(1).replace('.', '/'));
    byte[] text = source.append("  }\n}\n").toString().getBytes(StandardCharsets.UTF_8);
    write(folder.resolve("R.java"), text);
  }

  private static String text(ZipFile aar, String name) throws IOException {
    return new String(bytes(aar, name), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(ZipFile aar, String name) throws IOException {
    ZipEntry entry = aar.getEntry(name);
    if (entry == null) {
      return new byte[0];
    }
    try (InputStream in = aar.getInputStream(entry)) {
      return in.readAllBytes();
    }
  }

  private static void write(Path file, byte[] content) {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
