package io.github.datalab4j.simulator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Checks the form of an iterate call and words what is wrong as FastAPI does. What the service says
 * of bad {@code file_instructions} is not documented: that it is a 422 is an assumption.
 */
final class Validation {
  private static final String INSTRUCTIONS = "file_instructions";

  private final List<Object> errors = new ArrayList<>();

  private Validation() {}

  /** The 422 for this form, or null if it is good. */
  static @Nullable Answer refusal(ReceivedIteration form, boolean checkInstructions) {
    Validation validation = new Validation();
    validation.request(form);
    validation.files(form);
    if (checkInstructions && form.fileInstructions() != null) {
      validation.instructions(form.fileInstructions(), form.files());
    }
    return validation.errors.isEmpty()
        ? null
        : Answer.status(422).json(Collections.singletonMap("detail", validation.errors));
  }

  private void request(ReceivedIteration form) {
    String request = form.request();
    // An empty text counts as missing.
    if (request == null || request.isEmpty()) {
      add("missing", "Field required", null, null, "body", "request");
    }
  }

  private void files(ReceivedIteration form) {
    int index = 0;
    for (ReceivedPart part : form.parts()) {
      if ("files".equals(part.name())) {
        if (!part.isFile()) {
          String message = "Value error, Expected UploadFile, received: <class 'str'>";
          add("value_error", message, part.text(), reason(), "body", "files", index);
        }
        index++;
      }
    }
  }

  private void instructions(String text, List<ReceivedPart> files) {
    Object parsed;
    try {
      parsed = JsonParser.parse(text);
    } catch (JsonParser.Malformed e) {
      Map<String, String> context = Collections.singletonMap("error", e.getMessage());
      Map<String, Object> input = Collections.emptyMap();
      add("json_invalid", "JSON decode error", input, context, "body", INSTRUCTIONS, e.offset);
      return;
    }
    if (!(parsed instanceof List)) {
      String message = "Input should be a valid list";
      add("list_type", message, parsed, null, "body", INSTRUCTIONS);
      return;
    }
    int index = 0;
    for (Object entry : (List<?>) parsed) {
      instruction(index++, entry, files);
    }
  }

  private void instruction(int index, @Nullable Object entry, List<ReceivedPart> files) {
    if (!(entry instanceof Map)) {
      String message = "Input should be a valid dictionary";
      add("dict_type", message, entry, null, "body", INSTRUCTIONS, index);
      return;
    }
    Map<?, ?> map = (Map<?, ?>) entry;
    Object name = map.get("filename");
    if (name == null) {
      add("missing", "Field required", entry, null, "body", INSTRUCTIONS, index, "filename");
    } else if (files.stream().noneMatch(file -> name.equals(file.fileName()))) {
      String message = "Value error, filename does not match any uploaded file";
      add("value_error", message, name, reason(), "body", INSTRUCTIONS, index, "filename");
    }
  }

  private static Object reason() {
    return Collections.singletonMap("error", Collections.emptyMap());
  }

  private void add(
      String type, String message, @Nullable Object input, @Nullable Object ctx, Object... loc) {
    Map<String, @Nullable Object> error = new LinkedHashMap<>();
    error.put("type", type);
    error.put("loc", Arrays.asList(loc));
    error.put("msg", message);
    error.put("input", input);
    if (ctx != null) {
      error.put("ctx", ctx);
    }
    errors.add(error);
  }
}
