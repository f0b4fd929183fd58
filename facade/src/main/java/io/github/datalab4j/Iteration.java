package io.github.datalab4j;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Feedback for a processor, with example documents: the form of the operation {@code POST
 * /api/v1/custom_processors/{processor_id}/iterate}.
 *
 * <pre>{@code
 * Iteration.builder("Keep footnotes with their tables")
 *     .file(Document.of(path), FileInstructions.builder().general("A scan").build())
 *     .build();
 * }</pre>
 */
public final class Iteration {
  private final String request;
  private final List<Document> files;
  private final Map<String, FileInstructions> instructions;
  private final @Nullable String fileInstructionsJson;

  private Iteration(
      Builder builder, Map<String, FileInstructions> instructions, @Nullable String json) {
    this.request = builder.request;
    this.files = Collections.unmodifiableList(new ArrayList<>(builder.files));
    this.instructions = Collections.unmodifiableMap(instructions);
    this.fileInstructionsJson = json;
  }

  /**
   * A builder for the request, which says what the new version shall do better; a blank one throws
   * {@link IllegalArgumentException}.
   */
  public static Builder builder(String request) {
    return new Builder(FileInstructions.notBlank(request, "The request"));
  }

  /** What the new version shall do better. */
  public String request() {
    return request;
  }

  /** The example documents in the order they are sent; may be empty. */
  public List<Document> files() {
    return files;
  }

  /** The instructions by file name; empty when there are none or they were given as JSON. */
  public Map<String, FileInstructions> instructions() {
    return instructions;
  }

  /** The JSON array that is sent as {@code file_instructions}, or null when none is sent. */
  public @Nullable String fileInstructionsJson() {
    return fileInstructionsJson;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof Iteration)) {
      return false;
    }
    Iteration that = (Iteration) other;
    return request.equals(that.request)
        && files.equals(that.files)
        && instructions.equals(that.instructions)
        && Objects.equals(fileInstructionsJson, that.fileInstructionsJson);
  }

  @Override
  public int hashCode() {
    return Objects.hash(request, files, fileInstructionsJson);
  }

  @Override
  public String toString() {
    return "Iteration{request="
        + request
        + ", files="
        + files
        + ", fileInstructions="
        + fileInstructionsJson
        + "}";
  }

  /** Builds an {@link Iteration}. Not for use by several threads at once. */
  public static final class Builder {
    private final String request;
    private final List<Document> files = new ArrayList<>();
    private final Set<String> names = new LinkedHashSet<>();
    private final Map<String, FileInstructions> instructions = new LinkedHashMap<>();
    private @Nullable String json;

    private Builder(String request) {
      this.request = request;
    }

    /** Adds an example document; throws {@link IllegalArgumentException} for a name used before. */
    public Builder file(Document file) {
      if (!names.add(file.name())) {
        throw new IllegalArgumentException(
            "Two files are named \""
                + file.name()
                + "\", so that instructions could not tell them apart:"
                + " rename one by Document.withName(…).");
      }
      files.add(file);
      return this;
    }

    /** Adds an example document with its instructions. */
    public Builder file(Document file, FileInstructions instructions) {
      return file(file).instructions(file.name(), instructions);
    }

    /**
     * Sets the instructions for the file of that name, added before or after; {@link #build}
     * refuses those for a file that is not added.
     */
    public Builder instructions(String fileName, FileInstructions instructions) {
      Objects.requireNonNull(instructions, "instructions");
      if (this.instructions.put(fileName, instructions) != null) {
        throw new IllegalArgumentException(
            "\"" + fileName + "\" has instructions already: put them into one FileInstructions.");
      }
      return this;
    }

    /**
     * Sets {@code file_instructions} as the service is to get them, should its format have changed:
     * a JSON array, sent to the letter. Anything else throws {@link IllegalArgumentException}, and
     * so does {@link #build} when instructions were also set otherwise.
     */
    public Builder fileInstructionsJson(String jsonArray) {
      this.json = FileInstructionsJson.checkArray(jsonArray);
      return this;
    }

    /**
     * The iteration. Throws {@link IllegalArgumentException} for instructions for a file that was
     * not added, and for instructions given in both ways.
     */
    public Iteration build() {
      if (json != null && !instructions.isEmpty()) {
        throw new IllegalArgumentException(
            "Instructions were given both as JSON and for the file \""
                + instructions.keySet().iterator().next()
                + "\": choose one way.");
      }
      Map<String, FileInstructions> ordered = inOrderOfFiles();
      @Nullable String encoded =
          ordered.isEmpty() ? json : FileInstructionsJson.ADAPTER.toJson(ordered);
      return new Iteration(this, ordered, encoded);
    }

    private Map<String, FileInstructions> inOrderOfFiles() {
      Map<String, FileInstructions> left = new LinkedHashMap<>(instructions);
      Map<String, FileInstructions> ordered = new LinkedHashMap<>();
      for (Document file : files) {
        @Nullable FileInstructions own = left.remove(file.name());
        if (own != null) {
          ordered.put(file.name(), own);
        }
      }
      if (!left.isEmpty()) {
        throw new IllegalArgumentException(
            "There are instructions for \""
                + left.keySet().iterator().next()
                + "\", but no such file is sent; files: "
                + (names.isEmpty() ? "none" : names)
                + ".");
      }
      return ordered;
    }
  }
}
