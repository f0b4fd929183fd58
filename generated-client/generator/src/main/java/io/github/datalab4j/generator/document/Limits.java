package io.github.datalab4j.generator.document;

import com.fasterxml.jackson.core.StreamReadConstraints;
import io.swagger.v3.parser.util.DeserializationUtils;

/** How large a document may be: within them one is read in seconds. */
public final class Limits {
  private static final String LARGEST_MEGABYTES = "datalab4j.largestDocument";

  /** In bytes, and in characters once the aliases of YAML are replaced. */
  public static final int LARGEST =
      Math.multiplyExact(Integer.getInteger(LARGEST_MEGABYTES, 16), 1 << 20);

  /** How many objects and lists may lie within each other: the parser takes a cube of it. */
  static final int DEEPEST = 200;

  /** How often the parser may come by one alias; from there on it leaves aliases as they are. */
  private static final long MOST_VISITS = 1000;

  private Limits() {}

  /**
   * Sets these limits for the framework's parser, which reads the document before any generator is
   * asked. It takes them from settings of the whole JVM; so does Jackson.
   */
  public static void apply() {
    DeserializationUtils.Options yaml = DeserializationUtils.getOptions();
    yaml.setMaxYamlCodePoints(LARGEST);
    yaml.setMaxYamlDepth(DEEPEST);
    yaml.setMaxYamlReferences(MOST_VISITS);
    // It takes exponential time. A cycle ends at the depth.
    yaml.setYamlCycleCheck(false);
    StreamReadConstraints.overrideDefaultStreamReadConstraints(
        StreamReadConstraints.builder()
            .maxDocumentLength(LARGEST)
            .maxNestingDepth(DEEPEST)
            .build());
  }

  /**
   * The refusal of what is larger.
   *
   * @param subject how the sentence begins
   */
  static UnreadableDocumentException tooLarge(String subject) {
    return new UnreadableDocumentException(
        subject
            + " larger than "
            + (LARGEST >> 20)
            + " MiB. Cut it down to what you need; or allow more, with memory to match: -D"
            + LARGEST_MEGABYTES
            + "=64 is 64 MiB.");
  }
}
