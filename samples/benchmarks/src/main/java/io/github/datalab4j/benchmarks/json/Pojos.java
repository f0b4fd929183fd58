package io.github.datalab4j.benchmarks.json;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of the generated models as plain classes, for libraries that read by reflection. They
 * are named as on the wire, so that no library has annotations to read, of its own or another one.
 */
@SuppressWarnings("MemberName")
public final class Pojos {
  private Pojos() {}

  /** What a status is read into. */
  public static class Status {
    public @Nullable String status;
    public @Nullable String processor_id;
    public @Nullable String request_description;
    public @Nullable String sent_at;
    public @Nullable Boolean success;
    public @Nullable String error_message;
    public @Nullable Double runtime;
    public @Nullable String completed_at;
    public @Nullable Map<String, @Nullable Object> pipeline_params;
    public @Nullable String pipeline_id;
  }

  /** What the first answer to a submission is read into. */
  public static class Initial {
    public @Nullable Boolean success;
    public @Nullable String response_check_url;
  }

  /** What a 422 is read into. */
  public static final class Refused {
    public @Nullable List<Problem> detail;
  }

  /** One problem of a 422. */
  public static class Problem {
    public @Nullable List<Object> loc;
    public @Nullable String msg;
    public @Nullable String type;
  }

  /** One entry of {@code file_instructions}. */
  public static final class File {
    public final String filename;
    public final String general_instructions;
    public final List<Page> page_instructions;

    private File(String filename, String general, List<Page> pages) {
      this.filename = filename;
      this.general_instructions = general;
      this.page_instructions = pages;
    }

    static File numbered(int number) {
      return new File(
          "scan-" + number + ".pdf",
          "A scan; the margin notes are handwritten",
          List.of(new Page(3, "Skip the stamp"), new Page(17, "The table goes on overleaf")));
    }
  }

  /** The instructions of one page. */
  public static final class Page {
    public final int page;
    public final String instructions;

    private Page(int page, String instructions) {
      this.page = page;
      this.instructions = instructions;
    }
  }
}
