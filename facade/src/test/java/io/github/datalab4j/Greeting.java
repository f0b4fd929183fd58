package io.github.datalab4j;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A model that a user brings, with its adapter. */
final class Greeting {
  static final JsonAdapter.Factory ADAPTERS =
      (type, annotations, moshi) -> type == Greeting.class ? new Adapter() : null;

  final String text;

  Greeting(String text) {
    this.text = text;
  }

  private static final class Adapter extends JsonAdapter<Greeting> {
    @Override
    public Greeting fromJson(JsonReader reader) throws IOException {
      String text = null;
      reader.beginObject();
      while (reader.hasNext()) {
        if (!reader.nextName().equals("text")) {
          reader.skipValue();
        } else if (reader.peek() == JsonReader.Token.STRING) {
          text = reader.nextString();
        } else {
          throw new JsonDataException(
              "Expected a string but was " + reader.peek() + " at path " + reader.getPath());
        }
      }
      reader.endObject();
      if (text == null) {
        throw new JsonDataException("Required value 'text' missing at $");
      }
      return new Greeting(text);
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable Greeting greeting) throws IOException {
      writer.beginObject().name("text").value(greeting.text).endObject();
    }
  }
}
