package io.github.datalab4j.benchmarks.json;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.datalab4j.benchmarks.json.Body.Kind;
import java.io.IOException;

/** Jackson databind, from the bytes. */
final class JacksonCodec implements Codec {
  private final ObjectReader status;
  private final ObjectReader initial;
  private final ObjectReader refused;

  private JacksonCodec(Class<?> status, Class<?> initial, Class<?> refused) {
    JsonMapper mapper =
        JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    this.status = mapper.readerFor(status);
    this.initial = mapper.readerFor(initial);
    this.refused = mapper.readerFor(refused);
  }

  /** What the classes do not name is dropped. */
  static JacksonCodec dropping() {
    return new JacksonCodec(Pojos.Status.class, Pojos.Initial.class, Pojos.Refused.class);
  }

  /** What the classes do not name is kept in maps. */
  static JacksonCodec keeping() {
    return new JacksonCodec(
        KeepingPojos.Status.class, KeepingPojos.Initial.class, KeepingPojos.Refused.class);
  }

  @Override
  public Object decode(Kind kind, byte[] json) throws IOException {
    ObjectReader reader =
        switch (kind) {
          case STATUS -> status;
          case INITIAL -> initial;
          case REFUSED -> refused;
        };
    return reader.readValue(json);
  }
}
