package io.github.datalab4j.benchmarks.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.gson.annotations.SerializedName;
import com.squareup.moshi.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of the generated models as plain classes, for libraries that read by reflection. */
public final class Pojos {
  private Pojos() {}

  /** What a status is read into. */
  public static final class Status {
    @JsonProperty @Nullable String status;

    @JsonProperty("processor_id")
    @SerializedName("processor_id")
    @Json(name = "processor_id")
    @Nullable String processorId;

    @JsonProperty("request_description")
    @SerializedName("request_description")
    @Json(name = "request_description")
    @Nullable String requestDescription;

    @JsonProperty("sent_at")
    @SerializedName("sent_at")
    @Json(name = "sent_at")
    @Nullable String sentAt;

    @JsonProperty @Nullable Boolean success;

    @JsonProperty("error_message")
    @SerializedName("error_message")
    @Json(name = "error_message")
    @Nullable String errorMessage;

    @JsonProperty @Nullable Double runtime;

    @JsonProperty("completed_at")
    @SerializedName("completed_at")
    @Json(name = "completed_at")
    @Nullable String completedAt;

    @JsonProperty("pipeline_params")
    @SerializedName("pipeline_params")
    @Json(name = "pipeline_params")
    @Nullable Map<String, @Nullable Object> pipelineParams;

    @JsonProperty("pipeline_id")
    @SerializedName("pipeline_id")
    @Json(name = "pipeline_id")
    @Nullable String pipelineId;
  }

  static final class Initial {
    @JsonProperty @Nullable Boolean success;

    @JsonProperty("response_check_url")
    @SerializedName("response_check_url")
    @Json(name = "response_check_url")
    @Nullable String responseCheckUrl;
  }

  static final class Refused {
    @JsonProperty @Nullable List<Problem> detail;
  }

  static final class Problem {
    @JsonProperty @Nullable List<Object> loc;
    @JsonProperty @Nullable String msg;
    @JsonProperty @Nullable String type;
  }

  static final class File {
    @JsonProperty("filename")
    @SerializedName("filename")
    @Json(name = "filename")
    final String name;

    @JsonProperty("general_instructions")
    @SerializedName("general_instructions")
    @Json(name = "general_instructions")
    final String general;

    @JsonProperty("page_instructions")
    @SerializedName("page_instructions")
    @Json(name = "page_instructions")
    final List<Page> pages;

    private File(String name, String general, List<Page> pages) {
      this.name = name;
      this.general = general;
      this.pages = pages;
    }

    static File numbered(int number) {
      return new File(
          "scan-" + number + ".pdf",
          "A scan; the margin notes are handwritten",
          List.of(new Page(3, "Skip the stamp"), new Page(17, "The table goes on overleaf")));
    }
  }

  static final class Page {
    @JsonProperty final int page;
    @JsonProperty final String instructions;

    private Page(int page, String instructions) {
      this.page = page;
      this.instructions = instructions;
    }
  }
}
