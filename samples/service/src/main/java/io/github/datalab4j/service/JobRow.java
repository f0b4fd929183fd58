package io.github.datalab4j.service;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A job as it stands in the database. */
record JobRow(
    String id,
    String processorId,
    String fileName,
    JobState state,
    @Nullable String token,
    @Nullable String status,
    @Nullable String madeProcessorId,
    @Nullable String madePipelineId,
    @Nullable String problemKind,
    @Nullable String problemDetail,
    Instant createdAt) {

  static JobRow read(ResultSet row, int number) throws SQLException {
    return new JobRow(
        row.getString("id"),
        row.getString("processor_id"),
        row.getString("file_name"),
        JobState.valueOf(row.getString("state")),
        row.getString("token"),
        row.getString("status"),
        row.getString("made_processor_id"),
        row.getString("made_pipeline_id"),
        row.getString("problem_kind"),
        row.getString("problem_detail"),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }
}
