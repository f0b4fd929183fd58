package io.github.datalab4j.service;

import io.github.datalab4j.DatalabException.Kind;
import io.github.datalab4j.GeneratedProcessor;
import io.github.datalab4j.ProcessorStatus;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The jobs in the database. A job under way has an owner, the instance that works on it, for as
 * long as its lease lasts; all times are the database's. Every method blocks.
 */
@Component
final class JobStore {
  private static final int STATUS = 200;
  private static final int DETAIL = 4000;
  private static final String LEASE =
      "current_timestamp + cast(:lease as int) * interval '1' second";

  private final JdbcClient sql;
  private final String instance = UUID.randomUUID().toString();
  private final Duration lease;

  JobStore(JdbcClient sql, ServiceSettings settings) {
    this.sql = sql;
    this.lease = settings.lease();
  }

  /** Records a job that is about to be sent: from here on it is never sent again. */
  void insert(String id, String processorId, String fileName) {
    sql.sql(
            "insert into job (id, processor_id, file_name, state, owner, lease_until, created_at)"
                + " values (:id, :processor, :file, 'SENDING', :me, "
                + LEASE
                + ", current_timestamp)")
        .param("id", id)
        .param("processor", processorId)
        .param("file", fileName)
        .param("me", instance)
        .param("lease", lease.toSeconds())
        .update();
  }

  Optional<JobRow> find(String id) {
    return sql.sql("select * from job where id = :id")
        .param("id", id)
        .query(JobRow::read)
        .optional();
  }

  List<JobRow> latest(int count) {
    return sql.sql("select * from job order by created_at desc fetch first :count rows only")
        .param("count", count)
        .query(JobRow::read)
        .list();
  }

  /** Datalab has the job: the token proves it, whatever was believed before. */
  void accepted(String id, String token) {
    sql.sql(
            "update job set state = 'PROCESSING', token = :token, problem_kind = null,"
                + " problem_detail = null where id = :id")
        .param("token", token)
        .param("id", id)
        .update();
  }

  void polled(String id, ProcessorStatus status) {
    sql.sql(
            "update job set status = :status, made_pipeline_id = :pipeline, problem_kind = null,"
                + " problem_detail = null where id = :id and state = 'PROCESSING'")
        .param("status", bounded(status.status(), STATUS))
        .param("pipeline", status.pipelineId())
        .param("id", id)
        .update();
  }

  void completed(String id, GeneratedProcessor made) {
    sql.sql(
            "update job set state = 'COMPLETED', made_processor_id = :processor,"
                + " made_pipeline_id = :pipeline, owner = null"
                + " where id = :id and state = 'PROCESSING'")
        .param("processor", made.processorId())
        .param("pipeline", made.pipelineId())
        .param("id", id)
        .update();
  }

  /**
   * Ends the job, if it is still in the state that the error is about; what its sender knows
   * replaces what others believed.
   */
  void ended(String id, JobState from, JobState to, Kind kind, String detail) {
    sql.sql(
            "update job set state = :to, problem_kind = :kind, problem_detail = :detail,"
                + " owner = null where id = :id"
                + " and (state = :from or (state = 'UNKNOWN' and owner = :me))")
        .param("to", to.name())
        .param("kind", kind.wireName())
        .param("detail", bounded(detail, DETAIL))
        .param("id", id)
        .param("from", from.name())
        .param("me", instance)
        .update();
  }

  /** The watch of an accepted job broke: nobody is to take it up before the rest is over. */
  void rest(String id, Kind kind, String detail, Duration rest) {
    sql.sql(
            "update job set problem_kind = :kind, problem_detail = :detail, owner = null,"
                + " lease_until = "
                + LEASE
                + " where id = :id and state = 'PROCESSING' and owner = :me")
        .param("kind", kind.wireName())
        .param("detail", bounded(detail, DETAIL))
        .param("lease", rest.toSeconds())
        .param("id", id)
        .param("me", instance)
        .update();
  }

  /** Takes an accepted job to watch it, unless another instance has it. */
  boolean claim(String id) {
    return sql.sql(
                "update job set owner = :me, lease_until = "
                    + LEASE
                    + " where id = :id and state = 'PROCESSING'"
                    + " and (owner = :me or lease_until <= current_timestamp)")
            .param("me", instance)
            .param("lease", lease.toSeconds())
            .param("id", id)
            .update()
        == 1;
  }

  /** Lets another instance take the job at once. */
  void release(String id) {
    sql.sql(
            "update job set owner = null, lease_until = current_timestamp"
                + " where id = :id and state = 'PROCESSING' and owner = :me")
        .param("id", id)
        .param("me", instance)
        .update();
  }

  /**
   * Renews the leases of these jobs, and says which of them this instance still owns. A job that it
   * sends and that was called unknown meanwhile is being sent all the same.
   */
  List<String> renew(Collection<String> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    sql.sql("update job set lease_until = " + LEASE + " where owner = :me and id in (:ids)")
        .param("lease", lease.toSeconds())
        .param("me", instance)
        .param("ids", ids)
        .update();
    sql.sql(
            "update job set state = 'SENDING', problem_kind = null, problem_detail = null"
                + " where state = 'UNKNOWN' and owner = :me and id in (:ids)")
        .param("me", instance)
        .param("ids", ids)
        .update();
    return sql.sql("select id from job where owner = :me and id in (:ids)")
        .param("me", instance)
        .param("ids", ids)
        .query(String.class)
        .list();
  }

  /**
   * Whose sender gives no sign of life, that job's fate is unknown. It stays the sender's: if it
   * lives, and was only cut off, it puts this right.
   */
  void markUnknown() {
    sql.sql(
            "update job set state = 'UNKNOWN', problem_kind = :kind, problem_detail = :detail"
                + " where state = 'SENDING' and lease_until <= current_timestamp")
        .param("kind", Kind.SUBMISSION_UNKNOWN.wireName())
        .param(
            "detail",
            "The instance that sends the job gives no sign of life, and has recorded no answer of"
                + " Datalab. The job is not sent again: look here again in a few minutes, then at"
                + " the processor's versions, before you send it anew.")
        .update();
  }

  /** Accepted jobs that no other instance watches. */
  List<String> unwatched() {
    return sql.sql(
            "select id from job where state = 'PROCESSING'"
                + " and (owner = :me or lease_until <= current_timestamp)")
        .param("me", instance)
        .query(String.class)
        .list();
  }

  private static String bounded(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length);
  }
}
