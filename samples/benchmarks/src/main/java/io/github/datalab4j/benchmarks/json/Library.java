package io.github.datalab4j.benchmarks.json;

/** What is compared. All but the first decode into the same classes, {@link Pojos}. */
public enum Library {
  DATALAB4J,
  MOSHI_REFLECTIVE,
  GSON,
  JACKSON;

  Codec codec() {
    return switch (this) {
      case DATALAB4J -> new GeneratedCodec();
      case MOSHI_REFLECTIVE -> new MoshiCodec();
      case GSON -> new GsonCodec();
      case JACKSON -> new JacksonCodec();
    };
  }
}
