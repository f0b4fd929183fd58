package io.github.datalab4j.benchmarks.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.gson.Gson;
import com.google.gson.TypeAdapter;
import com.google.gson.reflect.TypeToken;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import io.github.datalab4j.FileInstructions;
import io.github.datalab4j.FileInstructionsEncoding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Writes {@code file_instructions} for so many files as the text that is sent. */
@FunctionalInterface
interface Encoder {
  String encode() throws JsonProcessingException;

  /** Of that library; everything that can be made once is made here. */
  static Encoder of(Library library, int files) {
    List<Pojos.File> pojos = IntStream.range(0, files).mapToObj(Pojos.File::numbered).toList();
    return switch (library) {
      case DATALAB4J -> {
        Map<String, FileInstructions> byFile = byFile(pojos);
        yield () -> FileInstructionsEncoding.toJson(byFile);
      }
      case MOSHI_REFLECTIVE -> {
        JsonAdapter<List<Pojos.File>> adapter =
            new Moshi.Builder()
                .build()
                .adapter(Types.newParameterizedType(List.class, Pojos.File.class));
        yield () -> adapter.toJson(pojos);
      }
      case GSON -> {
        TypeAdapter<List<Pojos.File>> adapter =
            new Gson().getAdapter(new TypeToken<List<Pojos.File>>() {});
        yield () -> adapter.toJson(pojos);
      }
      case JACKSON, JACKSON_KEEPING_UNKNOWN_FIELDS -> {
        ObjectWriter writer =
            JsonMapper.builder().build().writerFor(new TypeReference<List<Pojos.File>>() {});
        yield () -> writer.writeValueAsString(pojos);
      }
    };
  }

  private static Map<String, FileInstructions> byFile(List<Pojos.File> files) {
    Map<String, FileInstructions> byFile = new LinkedHashMap<>();
    for (Pojos.File file : files) {
      FileInstructions.Builder instructions =
          FileInstructions.builder().general(file.general_instructions);
      file.page_instructions.forEach(page -> instructions.page(page.page, page.instructions));
      byFile.put(file.filename, instructions.build());
    }
    return byFile;
  }
}
