package io.github.datalab4j.benchmarks.json;

import io.github.datalab4j.benchmarks.json.Body.Kind;
import java.io.IOException;

/** One way to decode JSON; everything that can be made once is made once. */
interface Codec {
  Object decode(Kind kind, byte[] json) throws IOException;
}
