package io.github.datalab4j.benchmarks.json;

/** What is compared. All but the first decode into the same classes, {@link Pojos}. */
public enum Library {
  DATALAB4J,
  MOSHI_REFLECTIVE,
  GSON,
  JACKSON;

  Codec codec() {
    return switch (this) {
      case DATALAB4J -> MoshiCodec.generated();
      case MOSHI_REFLECTIVE -> MoshiCodec.reflective();
      case GSON -> new GsonCodec();
      case JACKSON -> new JacksonCodec();
    };
  }
}
