package io.github.datalab4j.upgrade.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A shell script that passes for Maven. */
public final class MavenStandIn {
  private MavenStandIn() {}

  /** Makes one that has a version, and else does what the script says. */
  public static String make(Path folder, String script) throws IOException {
    Path file = folder.resolve("mvn-stand-in");
    Files.writeString(file, "#!/bin/sh\n[ \"$1\" = --version ] && exit 0\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    return file.toString();
  }

  /** "Builds" the client: a jar without classes. Then goes on with a script. */
  public static String thatBuilds(Path folder, String script) throws IOException {
    return make(
        folder,
        "mkdir -p generated-client/client/target\n"
            + "printf 'UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==' | base64 -d"
            + " > generated-client/client/target/datalab4j-client-1.jar\n"
            + script);
  }
}
