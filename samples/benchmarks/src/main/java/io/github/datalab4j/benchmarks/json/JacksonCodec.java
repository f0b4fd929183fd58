package io.github.datalab4j.benchmarks.json;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.datalab4j.benchmarks.json.Body.Kind;
import java.io.IOException;

/** Jackson databind, from the bytes. */
final class JacksonCodec implements Codec {
  private final JsonMapper mapper =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
  private final ObjectReader status = mapper.readerFor(Pojos.Status.class);
  private final ObjectReader initial = mapper.readerFor(Pojos.Initial.class);
  private final ObjectReader refused = mapper.readerFor(Pojos.Refused.class);

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
