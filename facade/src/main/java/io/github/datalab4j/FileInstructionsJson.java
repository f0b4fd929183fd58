package io.github.datalab4j;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.EOFException;
import java.io.IOException;
import java.util.Map;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@link FileInstructions} by file name as the service documents it, keys that were not set
 * left out:
 *
 * <pre>{@code
 * [{"filename": "doc.pdf", "general_instructions": "…",
 *   "page_instructions": [{"page": 3, "instructions": "…"}]}]
 * }</pre>
 */
final class FileInstructionsJson extends JsonAdapter<Map<String, FileInstructions>> {
  static final FileInstructionsJson ADAPTER = new FileInstructionsJson();

  /** Moshi speaks of its own switch, which the user has not. */
  private static final String MOSHIS_HINT =
      "Use JsonReader.setLenient(true) to accept malformed JSON";

  private FileInstructionsJson() {}

  /** Returns the text as it is, or throws {@link IllegalArgumentException} if it is no array. */
  static String checkArray(String json) {
    FileInstructions.notBlank(json, "file_instructions");
    JsonReader reader = JsonReader.of(new Buffer().writeUtf8(json));
    try {
      if (reader.peek() != JsonReader.Token.BEGIN_ARRAY) {
        throw new IllegalArgumentException(
            "file_instructions must be a JSON array, [{\"filename\": …}, …], but is "
                + named(reader.peek())
                + ".");
      }
      reader.skipValue();
      if (reader.peek() != JsonReader.Token.END_DOCUMENT) {
        throw new IllegalArgumentException("file_instructions goes on after its JSON array.");
      }
      return json;
    } catch (IOException | RuntimeException e) {
      if (e instanceof IllegalArgumentException) {
        throw (IllegalArgumentException) e;
      }
      throw new IllegalArgumentException("file_instructions is no valid JSON: " + reason(e), e);
    }
  }

  private static String reason(Exception error) {
    return error instanceof EOFException
        ? "it ends too early"
        : String.valueOf(error.getMessage()).replace(MOSHIS_HINT, "it is malformed");
  }

  private static String named(JsonReader.Token token) {
    switch (token) {
      case BEGIN_OBJECT:
        return "an object";
      case STRING:
        return "a string";
      case NUMBER:
        return "a number";
      default: // nothing but true, false and null is left
        return token == JsonReader.Token.BOOLEAN ? "a boolean" : "null";
    }
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable Map<String, FileInstructions> byFile)
      throws IOException {
    writer.beginArray();
    if (byFile != null) {
      for (Map.Entry<String, FileInstructions> entry : byFile.entrySet()) {
        write(writer, entry.getKey(), entry.getValue());
      }
    }
    writer.endArray();
  }

  private static void write(JsonWriter writer, String fileName, FileInstructions instructions)
      throws IOException {
    writer.beginObject();
    writer.name("filename").value(fileName);
    if (instructions.general() != null) {
      writer.name("general_instructions").value(instructions.general());
    }
    if (!instructions.pages().isEmpty()) {
      writer.name("page_instructions").beginArray();
      for (FileInstructions.Page page : instructions.pages()) {
        writer.beginObject();
        writer.name("page").value(page.number());
        writer.name("instructions").value(page.instructions());
        writer.endObject();
      }
      writer.endArray();
    }
    writer.endObject();
  }

  @Override
  public Map<String, FileInstructions> fromJson(JsonReader reader) {
    throw new UnsupportedOperationException("file_instructions are only written.");
  }
}
